import { eventsOf, gantt, type Span, spansOf, type TimelineEvent } from '@teatime/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitText, textWidth } from '../../src/timeline/text-width.ts';

const chapters: readonly Span[] = [
  { task: 'chapter 1', from: 0, to: 500 },
  { task: 'chapter 2', from: 500, to: 1500 },
  { task: 'chapter 3', from: 1500, to: 3000 },
];

const span = fc
  .record({
    task: fc.string({ unit: 'grapheme', maxLength: 8 }),
    from: fc.nat({ max: 1000 }),
    length: fc.nat({ max: 1000 }),
    status: fc.constantFrom('fulfilled', 'rejected', 'cancelled'),
  })
  .map(({ task, from, length, status }): Required<Span> => ({ task, from, to: from + length, status }));

describe('spans and events', () => {
  test('spans become events in the order of time', () => {
    expect(eventsOf([{ task: 'tea', from: 10, to: 20, status: 'rejected' }, { task: 'music', from: 0, to: 15 }])).toEqual([
      { v: 1, seq: 0, t: 0, type: 'task.create', task: 's2', name: 'music', by: null },
      { v: 1, seq: 1, t: 10, type: 'task.create', task: 's1', name: 'tea', by: null },
      { v: 1, seq: 2, t: 15, type: 'task.done', task: 's2', status: 'fulfilled' },
      { v: 1, seq: 3, t: 20, type: 'task.done', task: 's1', status: 'rejected' },
    ]);
  });

  test('and events become the same spans again', () => {
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        expect(spansOf(eventsOf(spans))).toEqual(spans.toSorted((a, b) => a.from - b.from));
      }),
    );
  });

  test('a task that has not ended lasts until the last event', () => {
    const events = eventsOf([{ task: 'tea', from: 0, to: 10 }, { task: 'wait', from: 5, to: 8, status: 'pending' }]);
    expect(spansOf(events)).toContainEqual({ task: 'wait', from: 5, to: 10, status: 'pending' });
  });

  test('a task shows under its last name; what is not about tasks is passed over', () => {
    const events: TimelineEvent[] = [
      { v: 1, seq: 0, t: 0, type: 'task.create', task: 't1', name: 'Task-1', by: null },
      { v: 1, seq: 1, t: 5, type: 'task.rename', task: 't1', name: 'tea' },
      { v: 1, seq: 2, t: 5, type: 'log', task: 't1', text: 'hot' },
      { v: 1, seq: 3, t: 9, type: 'task.done', task: 't1', status: 'fulfilled' },
      { v: 1, seq: 4, t: 9, type: 'task.done', task: 'unknown', status: 'fulfilled' },
    ];
    expect(spansOf(events)).toEqual([{ task: 'tea', from: 0, to: 9, status: 'fulfilled' }]);
  });
});

describe('the Gantt chart', () => {
  test('draws when each task ran', () => {
    expect(gantt(eventsOf(chapters), { width: 29 })).toBe(
      ['chapter 1 ███', 'chapter 2    ██████', 'chapter 3          █████████'].join('\n'),
    );
  });

  test('aligns Chinese names by the columns that they take', () => {
    const events = eventsOf([
      { task: '天气查询', from: 0, to: 1500 },
      { task: '讲笑话', from: 0, to: 1000 },
      { task: 'tea', from: 1500, to: 3000 },
    ]);
    expect(gantt(events, { width: 22 })).toBe(['天气查询 ██████', '讲笑话   ████', 'tea            ██████'].join('\n'));
  });

  test('says how a task ended that did not end well', () => {
    const events = eventsOf([
      { task: 'a', from: 0, to: 10, status: 'rejected' },
      { task: 'b', from: 0, to: 10, status: 'cancelled' },
      { task: 'c', from: 0, to: 20 },
      { task: 'd', from: 10, to: 20, status: 'pending' },
    ]);
    expect(gantt(events, { width: 13 })).toBe(['a █████✗', 'b █████⊘', 'c ██████████', 'd      █████…'].join('\n'));
  });

  test('puts tasks of the same name on one line, unless they overlap', () => {
    const events = eventsOf([
      { task: 'beat', from: 0, to: 2 },
      { task: 'beat', from: 4, to: 6 },
      { task: 'beat', from: 5, to: 10 },
    ]);
    expect(gantt(events, { width: 16 })).toBe(['beat ██  ██', 'beat      █████'].join('\n'));
  });

  test('two charts with the same end can be compared', () => {
    expect(gantt(eventsOf([{ task: 'you', from: 0, to: 10 }]), { width: 25, until: 20 })).toBe(`you ${'█'.repeat(10)}`);
  });

  test('two charts with the same names and as much room for them have the same lines', () => {
    const tasks = ['boil', 'listen'];
    const both = eventsOf([{ task: 'boil', from: 0, to: 4 }, { task: 'listen', from: 0, to: 8 }, { task: 'pour', from: 4, to: 8 }]);
    const one = eventsOf([{ task: 'listen', from: 0, to: 8 }]);
    const options = { width: 16, until: 8, label: 6, tasks };
    expect(gantt(both, options)).toBe(['boil   ████', 'listen ████████', 'pour       ████'].join('\n'));
    expect(gantt(one, options)).toBe(['boil', 'listen ████████'].join('\n'));
  });

  test('shows what took no time', () => {
    expect(gantt(eventsOf([{ task: 'now', from: 0, to: 0 }]), { width: 20 })).toBe('now █');
    expect(gantt(eventsOf([{ task: 'last', from: 10, to: 10 }, { task: 'long', from: 0, to: 10 }]), { width: 10 })).toBe(
      ['long ████', 'last    █'].join('\n'),
    );
  });

  test('cuts a long name', () => {
    expect(gantt(eventsOf([{ task: '给我讲一个很长的故事', from: 0, to: 10 }]), { width: 20 })).toBe('给我讲一…  ████████');
  });

  test('is empty when nothing ran', () => {
    expect(gantt([])).toBe('');
  });

  test('never takes more columns than it may', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 10 }), fc.integer({ min: 8, max: 100 }), (spans, width) => {
        for (const line of gantt(eventsOf(spans), { width }).split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('columns', () => {
  test.each([
    ['tea', 3],
    ['开水', 4],
    ['カップ', 6],
    ['ｶｯﾌ', 3],
    ['한국', 4],
    ['（，）', 6],
    ['é', 1],
    ['e\u0301', 1],
    ['🫖', 2],
    ['⏰', 2],
    ['❤️', 2],
    ['👩‍👩‍👧', 2],
    ['🇨🇳', 2],
    ['\u200B', 0],
    ['', 0],
  ])('%j takes %i', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });

  test('a fitted text takes exactly what it may', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, width) => {
        expect(textWidth(fitText(text, width))).toBe(width);
      }),
    );
  });
});
