import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/messages/text.ts';
import { legible } from '../../src/messages/legible.ts';
import { terminalReport } from '../../src/report/terminal/terminal-report.ts';
import { isJudged } from '../../src/verdict/grade-result.ts';
import type { GradeResult } from '../../src/verdict/result.ts';
import { finding, flawless, withFindings } from '../support/evidence.ts';
import { gather, grade, inDoubt, notBegun, oneAfterAnother, refusedAtTheGate, tea, untouched, withOutput } from '../support/grades.ts';
import { text } from '../support/manifests.ts';

const situations = {
  'fresh-clone': (language: Language) => notBegun(grade(language, [[tea, untouched(tea)], [gather, untouched(gather)]])),
  'still-empty': (language: Language) => grade(language, [[tea, untouched(tea)], [gather, untouched(gather)]]),
  'one-after-another': (language: Language) =>
    grade(language, [[tea, withOutput(tea, ['hello', 'tea'])], [gather, oneAfterAnother()]]),
  'refused-at-the-gate': (language: Language) => grade(language, [[tea, flawless(tea)], [gather, refusedAtTheGate()]]),
  'one-exercise-passed': (language: Language) => grade(language, [[tea, withOutput(tea, ['开始烧水...'])]]),
  'all-passed': (language: Language) => grade(language, [[tea, flawless(tea)], [gather, flawless(gather)]]),
};

describe.each(Object.entries(situations))('The report of %s', (name, resultIn) => {
  test.each(['en', 'zh-CN'] as const)('reads as it always did (%s)', async (language) => {
    await expect(report(resultIn(language), language)).toMatchFileSnapshot(`golden/${name}.${language}.txt`);
  });

  test.each(['en', 'zh-CN'] as const)('stays within 80 columns and has neither colours nor controls (%s)', (language) => {
    const lines = report(resultIn(language), language).split('\n');
    expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
    expect(lines.filter((line) => /\p{Cc}/u.test(line))).toEqual([]);
  });
});

test('Of what is in doubt nobody is blamed, and no points are counted', () => {
  const text = report(grade('en', [[tea, flawless(tea)], [gather, inDoubt(gather)]]), 'en');
  expect(text).toMatch(/ {2}\? gather +Gather +\?\/6\n/);
  expect(text).toMatch(/says nothing about your code/);
  expect(text).toMatch(/No points are counted: gather could not be judged\./);
});

test('An exercise that could not be judged because something is wrong with the course has no points, and no cross', () => {
  const { suite } = flawless(gather);
  const text = report(grade('en', [[tea, flawless(tea)], [gather, { ...flawless(gather), suite: { ...suite, canary: 'passed' } }]]), 'en');
  expect(text).toMatch(/ {2}\? gather +Gather +\?\/6\n/);
  expect(text).toMatch(/\? gather · Gather +\?\/6\n/);
  expect(text).toMatch(/No points are counted: gather could not be judged\./);
});

test('Colours are for whoever asks for them, and take no room', () => {
  const plain = report(situations['one-after-another']('en'), 'en');
  const coloured = legible(terminalReport(situations['one-after-another']('en'), { ...options('en'), colors: true }));
  expect(coloured).toContain('\u001B[31m✗\u001B[39m');
  expect(coloured.replaceAll(/\u001B\[\d+m/g, '')).toBe(plain);
});

test('A narrow terminal gets narrow lines', () => {
  const narrow = terminalReport(situations['one-after-another']('en'), { ...options('en'), width: 62 });
  expect(narrow.split('\n').filter((line) => stringWidth(line) > 62)).toEqual([]);
});

test('Without a sandbox of the operating system the report calls itself a self-check', () => {
  const result = situations['all-passed']('en');
  expect(report(result, 'en')).not.toContain('self-check');
  expect(report({ ...result, sandbox: 'node-permission' }, 'en')).toContain('self-check');
});

describe('Of several problems', () => {
  const result = situations['one-after-another']('en');
  const { student, ...surroundings } = options('en');
  const first = 'Write it without `Promise.all`.';
  const others = ['Chapter 2 started only when', 'empty went wrong.'];

  test('a student reads the first in full, of the others a line, and where the rest is to be read', () => {
    const text = report(result, 'en');
    expect(text).toContain(first);
    for (const other of others) expect(text).not.toContain(other);
    expect(text).toMatch(/ {2}✗ Everything in the list runs at once +0\/3\n {2}✗ An empty list .* 0\/1\n/);
    expect(text).toContain('What went wrong in these: pnpm grade gather --report html=report.html');
  });

  test('a student at the keyboard is told of the key', () => {
    const text = terminalReport(result, { ...surroundings, student: { ...student, watching: 'saves-and-keys' } });
    expect(text).toContain('What went wrong in these: press o\n');
  });

  test.each(['en', 'zh-CN'] as const)('an instructor reads every one (%s)', async (language) => {
    const { student: _, ...rest } = options(language);
    const text = terminalReport(situations['one-after-another'](language), rest);
    await expect(text).toMatchFileSnapshot(`golden/every-problem.${language}.txt`);
  });
});

test.each([
  ['failed', ['made went wrong.', 'types went wrong.']],
  ['error', ['types went wrong.', 'made went wrong.']],
] as const)('Where a check of the code has %s, the types are told in their turn', (status, order) => {
  const [check] = tea.checks;
  const evidence = withFindings(flawless(tea), { ...finding(check?.id ?? '', status), message: text('made went wrong.') }, finding('types', 'failed', 'types'));
  const { student: _, ...instructor } = options('en');
  const shown = terminalReport(grade('en', [[tea, evidence]]), instructor);
  expect(shown.match(/\w+ went wrong\./g)).toEqual(order);
});

describe('Of several exercises that did not pass', () => {
  const result = situations['still-empty']('en');
  const { student, ...surroundings } = options('en');

  test('one is told, the others are named, and what to type for them', () => {
    expect(report(result, 'en')).toContain('Not passed either: gather. To read of one in full, name it:\npnpm grade gather\n');
  });

  test('an instructor types another command', () => {
    expect(terminalReport(result, surroundings)).toContain('Not passed either: gather. To read of one in full, name it.\n');
  });

  test('who has npm alone reads no command of pnpm, not even in what is said about a check', () => {
    const message = 'tea.ts is empty. `pnpm reset tea` puts the beginning back.';
    const exercises = result.exercises.map((one) => (isJudged(one) ? { ...one, checks: one.checks.map((check) => ({ ...check, message })) } : one));
    const text = terminalReport({ ...result, exercises }, { ...surroundings, student: { ...student, typing: { runner: 'npm' } } });
    expect(text).toContain('`npm run reset tea`');
    expect(text).not.toContain('pnpm');
  });

  test('who has a language to ask for is told commands that ask for it', () => {
    const text = terminalReport(situations['still-empty']('zh-CN'), { ...options('zh-CN'), student: { ...student, typing: { language: 'zh-CN' } } });
    expect(text.match(/pnpm [a-z]+ .*?(?= 看|\n|$)/g)).toEqual([
      'pnpm grade --lang zh-CN tea',
      'pnpm hint --lang zh-CN tea',
      'pnpm grade --lang zh-CN gather',
    ]);
  });
});

test('Told is what somebody works at, and not what stands before it and was not begun', () => {
  const { exercises, ...rest } = grade('en', [[tea, untouched(tea)], [gather, oneAfterAnother()]]);
  const text = report({ ...rest, exercises: exercises.map((exercise) => (exercise.id === 'tea' ? { ...exercise, begun: false } : exercise)) }, 'en');
  expect(text).toContain('✗ gather · Gather');
  expect(text).toContain('Run pnpm grade gather');
  expect(text).not.toContain('tea · Tea');
});

describe('On a low screen', () => {
  const result = grade('en', [[gather, oneAfterAnother()]]);
  const { student, ...surroundings } = options('en');
  const on = (rows: number) => terminalReport(result, { ...surroundings, student: { ...student, watching: 'saves-and-keys', rows } });
  const height = (text: string) => text.split('\n').length;
  const whole = on(Infinity);

  test('everything is told where it fits', () => {
    expect(on(height(whole))).toBe(whole);
    expect(whole).toContain('✗ An empty list gives an empty list at once');
  });

  test('what passed and what else did not is counted where it does not', () => {
    const counted = on(height(whole) - 1);
    expect(counted).toMatch(/✗ 2 more checks did not pass +0\/4\n {4}What went wrong in these: press o\n/);
    expect(counted).toContain('What to do next:');
    expect(height(counted)).toBeLessThan(height(whole));
  });

  test('and at last there is nothing but what happened and where', () => {
    const least = on(0);
    expect(least).toMatch(/^\n✗ gather · Gather +0\/6\n {2}✗ Uses only what this exercise allows\n {4}Write it without/);
    expect(least).toContain('packages/exercises/gather/gather.ts:20:10');
    expect(least).not.toMatch(/Why:|What to do next|of 6 points/);
    expect(height(least)).toBeLessThanOrEqual(19);
  });
});

test('A line that was printed again and again is shown once, with how often', () => {
  const printed = [...Array<string>(201).fill('waiting'), 'x'.repeat(90), 'x'.repeat(90), 'done', 'waiting'];
  const shownIn = (language: Language) =>
    report(grade(language, [[tea, withOutput(tea, printed)]]), language).split('\n').filter((line) => line.includes('│')).map((line) => line.trim());
  expect(shownIn('en')).toEqual(['│ waiting (201 times)', `│ ${'x'.repeat(65)}… (2 times)`, '│ done', '│ waiting']);
  expect(shownIn('zh-CN')).toEqual(['│ waiting（201 次）', `│ ${'x'.repeat(67)}…（2 次）`, '│ done', '│ waiting']);
});

test('What is left out counts every line, however often it was printed', () => {
  const printed = [...Array.from({ length: 30 }, (_, index) => `line ${index}`), 'tick', 'tick', 'tick'];
  expect(report(grade('en', [[tea, withOutput(tea, printed)]]), 'en')).toContain('│ line 18\n  │ … 14 more lines');
  expect(report(grade('en', [[tea, withOutput(tea, [...printed, '…'])]]), 'en')).toContain('│ line 18\n  │ … more than 14 more lines');
});

function report(result: GradeResult, language: Language): string {
  return terminalReport(result, options(language));
}

function options(language: Language) {
  return {
    language,
    width: 80,
    colors: false,
    answersTo: (id: string) => `packages/exercises/${id}`,
    student: { taskOf: (id: string) => `packages/exercises/${id}/task.${language}.md` },
  };
}
