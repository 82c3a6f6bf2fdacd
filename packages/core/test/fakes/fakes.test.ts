import {
  assistantSkills,
  ChapterError,
  chapterServer,
  createTask,
  kettle,
  music,
  Random,
  Recorder,
  runVirtual,
  sleep,
  spansOf,
  stopwatch,
  useRecorder,
} from '@teatime/core';
import { describe, expect, test } from 'vitest';

test('the kettle and the music are those of the lesson: 3 s together, not 5', async () => {
  const lines: string[] = [];
  const print = (line: string): void => {
    lines.push(line);
  };
  await runVirtual(async () => {
    const elapsed = stopwatch();
    const boiling = createTask(kettle({ lang: 'zh-CN', print }).boil());
    const listening = createTask(music({ lang: 'zh-CN', print }).listen());
    expect(await boiling).toBe('开水');
    await listening;
    expect(elapsed()).toBe(3000);
  });
  expect(lines).toEqual(['开始烧水...', '烧水的同时，开始听音乐...', '音乐听完了。', '水烧开了!']);
});

test('they speak English when not told otherwise, print nothing, and can be quicker', async () => {
  await runVirtual(async () => {
    expect(await kettle({ boilMs: 10 }).boil()).toBe('hot water');
    await music({ lengthMs: 5 }).listen();
    expect(performance.now()).toBe(15);
  });
});

describe('the chapter server', () => {
  test('takes half a second a chapter number, and counts who is there', async () => {
    await runVirtual(async () => {
      const server = chapterServer({ lang: 'zh-CN' });
      const downloads = [3, 1, 2].map((chapter) => createTask(server.download(chapter)));
      await sleep(700);
      expect([server.connections, server.peak, server.requests]).toEqual([2, 3, [3, 1, 2]]);
      expect(await Promise.all(downloads)).toEqual(['第 3 章内容', '第 1 章内容', '第 2 章内容']);
      expect([server.connections, performance.now()]).toEqual([0, 1500]);
    });
  });

  test('fails as it is told, chapter by chapter and attempt by attempt', async () => {
    await runVirtual(async () => {
      const server = chapterServer({ latency: (_, attempt) => 10 * attempt, fails: (chapter, attempt) => chapter === 2 && attempt < 2 });
      await expect(server.download(2).then()).rejects.toThrow(new ChapterError('Chapter 2 could not be downloaded', 2));
      expect(await server.download(2)).toBe('Text of chapter 2');
      expect([performance.now(), server.connections]).toEqual([30, 0]);
    });
  });

  test('fails by chance, the same way for the same seed', async () => {
    const outcomes = async (): Promise<string[]> => {
      const random = new Random(3);
      const server = chapterServer({ latency: () => random.int(10, 100), fails: () => random.chance(0.5) });
      const settled = await Promise.allSettled(Array.from({ length: 20 }, (_, chapter) => server.download(chapter)));
      return settled.map(({ status }) => status);
    };
    const [first, second] = [await runVirtual(outcomes), await runVirtual(outcomes)];
    expect(first).toEqual(second);
    expect(new Set(first).size).toBe(2);
  });
});

test("the assistant's skills take as long as in the lesson", async () => {
  await runVirtual(async () => {
    const skills = assistantSkills({ lang: 'zh-CN', random: new Random(1) });
    const elapsed = stopwatch();
    const answers = await Promise.all(
      [skills.getWeather(), skills.setReminder(3000), skills.tellJoke()].map(async (skill) => ({ answer: await skill, at: elapsed() })),
    );
    expect(answers).toEqual([
      { answer: '今天天气晴朗，温度25摄氏度。', at: 1500 },
      { answer: expect.stringMatching(/^⏰ 提醒时间到！\(\d\d:\d\d:03\)$/), at: 3000 },
      { answer: expect.stringMatching(/^😄 笑话时间: /), at: 1000 },
    ]);
  });
});

test('what they do stands on the timeline, in their language, when somebody records one', async () => {
  const recorded = await runVirtual(async () => {
    const recorder = new Recorder();
    const stop = useRecorder(recorder);
    const server = chapterServer({ lang: 'zh-CN', fails: (chapter) => chapter === 2 });
    const work = [kettle().boil(), music({ lang: 'zh-CN' }).listen(), server.download(2), assistantSkills().tellJoke()];
    await Promise.allSettled(work);
    stop();
    return spansOf(recorder.events);
  });
  expect(recorded).toEqual([
    { task: 'boil', from: 0, to: 3000, status: 'fulfilled' },
    { task: '听音乐', from: 0, to: 2000, status: 'fulfilled' },
    { task: '第 2 章', from: 0, to: 1000, status: 'rejected' },
    { task: 'joke', from: 0, to: 1000, status: 'fulfilled' },
  ]);
});

test('each of them stops when its signal aborts, rejects with the reason, and stands in the timeline as cancelled', async () => {
  await runVirtual(async () => {
    const recorder = new Recorder();
    const restore = useRecorder(recorder);
    const server = chapterServer();
    const skills = assistantSkills();
    const reason = new Error('the guest has left');
    const stop = new AbortController();
    const works = [
      kettle().boil({ signal: stop.signal }), music().listen({ signal: stop.signal }), server.download(3, { signal: stop.signal }),
      skills.getWeather({ signal: stop.signal }), skills.setReminder(5000, { signal: stop.signal }), skills.tellJoke({ signal: stop.signal }),
    ].map((work) => Promise.allSettled([work]));
    await sleep(500);
    expect(server.connections).toBe(1);
    stop.abort(reason);
    expect((await Promise.all(works)).flat()).toEqual(works.map(() => ({ status: 'rejected', reason })));
    expect([server.connections, performance.now()]).toEqual([0, 500]);
    expect(spansOf(recorder.events).map(({ to, status }) => ({ to, status }))).toEqual(works.map(() => ({ to: 500, status: 'cancelled' })));
    restore();
  });
});
