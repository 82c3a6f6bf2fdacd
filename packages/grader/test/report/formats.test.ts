import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Language } from '../../src/messages/text.ts';
import { formats, isFormat } from '../../src/report/formats.ts';
import type { Format } from '../../src/report/formats.ts';
import { githubAnnotations } from '../../src/report/formats/github.ts';
import type { CompleteGrade, GradeResult } from '../../src/verdict/result.ts';
import { flawless } from '../support/evidence.ts';
import type { RunEvidence } from '../support/evidence.ts';
import { gather, grade, inDoubt, oneAfterAnother, refusedAtTheGate, tea, withOutput } from '../support/grades.ts';
import { suiteCheck } from '../support/manifests.ts';
import { readJunit } from './read-junit.ts';

const runner = {
  CLASSROOM: 'autumn',
  ASSIGNMENT: 'gather',
  SUBMISSION_TAG: 'submit/2026-03-01T16-05-00Z-0123abc',
  COMMIT_URL: 'https://example.org/commit',
  RELEASE_URL: 'https://example.org/release',
  GITHUB_ACTOR: 'lin',
};

const secretive = { ...tea, checks: [...tea.checks, { ...suiteCheck('late', 3, 'A late guest'), hidden: true as const }] };

function withSecret(evidence: RunEvidence): RunEvidence {
  const findings = evidence.suite.findings.map((one) => (one.id === 'late' ? { ...one, hidden: true as const } : one));
  return { ...evidence, suite: { ...evidence.suite, findings } };
}

/** One exercise that passed and printed, one that did not, and a hidden check. */
const mixed = (language: Language): CompleteGrade => complete(grade(language, [[secretive, withSecret(withOutput(secretive, ['hello', 'tea']))], [gather, oneAfterAnother()]]));
const doubtful = grade('en', [[tea, flawless(tea)], [gather, inDoubt(gather)]]);
const refused = grade('en', [[gather, refusedAtTheGate()]]);
const passed = complete(grade('en', [[secretive, withSecret(flawless(secretive))]]));

function complete(result: GradeResult): CompleteGrade {
  if ('unjudged' in result) throw new Error('this grade is in doubt');
  return result;
}

function report(format: Format, result: GradeResult, language: Language = 'en'): string {
  return formats[format](result, { language, courseTitle: { en: 'Teatime', 'zh-CN': '下午茶' }[language], env: runner });
}

// What the makers of each format say that it is.
const gradescope = z.strictObject({
  score: z.undefined().optional(),
  output: z.string().optional(),
  output_format: z.literal('text').optional(),
  execution_time: z.number(),
  stdout_visibility: z.enum(['hidden', 'after_due_date', 'after_published', 'visible']),
  extra_data: z.object({}),
  tests: z.array(
    z.strictObject({
      score: z.number().optional(),
      max_score: z.number().optional(),
      status: z.enum(['passed', 'failed']),
      name: z.string(),
      name_format: z.literal('text'),
      output: z.string().optional(),
      output_format: z.literal('text').optional(),
      tags: z.array(z.string()),
      visibility: z.enum(['hidden', 'after_due_date', 'after_published', 'visible']),
    }),
  ),
});
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/);
const some = z.string().min(1);
const classroom50 = z.strictObject({
  schema: z.literal('classroom50/result/v1'),
  classroom: some,
  assignment: some,
  assignment_type: z.enum(['individual', 'group']),
  owner: some,
  submission: z.string().startsWith('submit/'),
  commit: some,
  release: some,
  review: some,
  datetime: moment,
  graded_at: moment,
  score: z.int().min(0),
  'max-score': z.int().min(0),
  tests: z.array(z.looseObject({ 'test-name': some, passed: z.boolean(), score: z.int().min(0), 'max-score': z.int().min(0) })),
});
const githubClassroom = z.strictObject({
  version: z.literal(1),
  status: z.enum(['pass', 'fail', 'error']),
  max_score: z.int(),
  tests: z.array(
    z.strictObject({
      name: some,
      status: z.enum(['pass', 'fail', 'error']),
      score: z.int(),
      message: z.string().nullable(),
      test_code: z.string(),
      filename: z.string(),
      line_no: z.int(),
      duration: z.number(),
    }),
  ),
});
const prairielearn = z.strictObject({
  gradable: z.boolean(),
  score: z.number().min(0).max(1).optional(),
  message: z.string().optional(),
  output: z.string(),
  images: z.array(z.never()),
  format_errors: z.array(z.string()).optional(),
  tests: z.array(z.strictObject({ name: some, description: z.string(), points: z.number(), max_points: z.number(), message: z.string() })).optional(),
});
const check50 = z.strictObject({
  slug: some,
  version: some,
  results: z.array(
    z.strictObject({
      name: some,
      description: some,
      passed: z.boolean().nullable(),
      log: z.array(z.string()),
      cause: z.looseObject({ rationale: z.string() }).nullable(),
      data: z.strictObject({}),
      dependency: z.string().nullable(),
    }),
  ),
});
const exercism = z.strictObject({
  version: z.literal(3),
  status: z.enum(['pass', 'fail', 'error']),
  message: z.string().nullable(),
  tests: z.array(
    z.strictObject({
      name: some,
      status: z.enum(['pass', 'fail', 'error']),
      message: z.string().nullable(),
      output: z.string().max(500).nullable(),
      test_code: z.string().nullable(),
      task_id: z.int().min(1),
    }),
  ),
});

const endings = { junit: 'xml', markdown: 'md', csv: 'csv', 'github-classroom': 'txt', gradescope: 'json', classroom50: 'json', prairielearn: 'json', check50: 'json', exercism: 'json' } as const;

describe.each(Object.entries(endings))('A grade for %s', (name, ending) => {
  const format = isFormat(name) ? name : 'json';

  test.each(['en', 'zh-CN'] as const)('reads as it always did (%s)', async (language) => {
    await expect(report(format, mixed(language), language)).toMatchFileSnapshot(`golden/formats/${name}.${language}.${ending}`);
  });

  test('that is in doubt reads as it always did', async () => {
    await expect(report(format, doubtful)).toMatchFileSnapshot(`golden/formats/${name}.in-doubt.${ending}`);
  });
});

describe('JUnit', () => {
  const read = (result: GradeResult) => readJunit(report('junit', result));

  test('counts what it lists', () => {
    for (const result of [mixed('en'), doubtful, refused, passed]) {
      const { testsuite, ...all } = read(result);
      const cases = testsuite.flatMap((suite) => suite.testcase);
      const of = (tag: string): string => String(cases.filter((one) => tag in one).length);
      expect(all).toMatchObject({ tests: String(cases.length), failures: of('failure'), errors: of('error'), skipped: of('skipped') });
      expect(cases).toHaveLength(result.exercises.flatMap(({ checks }) => checks).length);
    }
  });

  test('says why, and what is in doubt is an error and no failure', () => {
    const [, suite] = read(mixed('en')).testsuite;
    const wrong = suite?.testcase.find(({ classname }) => classname === 'teatime.gather.at-once');
    expect(wrong?.failure).toMatchObject({ type: 'wrong', '#text': expect.stringContaining('gather.ts:12') });
    expect(read(doubtful)).toMatchObject({ failures: '0', errors: '1' });
  });
});

describe('Gradescope', () => {
  const read = (result: GradeResult) => gradescope.parse(JSON.parse(report('gradescope', result)));

  test('adds up to the points, and nothing overrides the sum', () => {
    for (const result of [mixed('en'), passed, complete(refused)]) {
      const { tests, score } = read(result);
      expect(tests.reduce((sum, one) => sum + (one.score ?? 0), 0)).toBe(result.points);
      expect(tests.reduce((sum, one) => sum + (one.max_score ?? 0), 0)).toBe(result.maxPoints);
      expect(score).toBeUndefined();
    }
  });

  test('shows a hidden check when the grades are published', () => {
    const { tests } = read(mixed('en'));
    expect(tests.filter(({ visibility }) => visibility !== 'visible').map(({ name, visibility }) => [name, visibility])).toEqual([['Tea: A late guest', 'after_published']]);
  });

  test('has no score where something is in doubt, and says so', () => {
    const { tests, output } = read(doubtful);
    expect(tests.filter((one) => one.score !== undefined)).toEqual([]);
    expect(output).toContain('gather could not be judged');
  });
});

describe('Classroom 50', () => {
  test('has whole points that add up, and says which submission it is of', () => {
    const result = classroom50.parse(JSON.parse(report('classroom50', mixed('en'))));
    const sum = (key: 'score' | 'max-score'): number => result.tests.reduce((total, one) => total + one[key], 0);
    expect([result.score, result['max-score']]).toEqual([sum('score'), sum('max-score')]);
    expect(result.score).toBe(mixed('en').points);
    expect(result).toMatchObject({ schema: 'classroom50/result/v1', classroom: 'autumn', assignment_type: 'individual', owner: 'lin', submission: runner.SUBMISSION_TAG });
    for (const moment of [result.datetime, result.graded_at]) expect(moment).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test('is an error result of no points where something is in doubt', () => {
    expect(JSON.parse(report('classroom50', doubtful))).toMatchObject({ score: 0, 'max-score': 0, tests: [] });
  });
});

describe('GitHub Classroom', () => {
  const read = (result: GradeResult) => githubClassroom.parse(JSON.parse(Buffer.from(report('github-classroom', result), 'base64').toString('utf8')));

  test('is one line, whose scores the reporter adds up to the points', () => {
    expect(report('github-classroom', mixed('zh-CN'), 'zh-CN')).toMatch(/^[A-Za-z0-9+/=]+\n$/);
    const { tests, max_score: most, status } = read(mixed('en'));
    expect(tests.reduce((sum, { score }) => sum + score, 0)).toBe(mixed('en').points);
    expect([most, status]).toEqual([mixed('en').maxPoints, 'fail']);
    expect([read(passed).status, read(doubtful).status, read(doubtful).max_score]).toEqual(['pass', 'error', 0]);
  });
});

describe('PrairieLearn', () => {
  const read = (result: GradeResult) => prairielearn.parse(JSON.parse(report('prairielearn', result)));

  test('has a score between nothing and all', () => {
    const { points, maxPoints } = mixed('en');
    expect([read(passed).score, read(mixed('en')).score]).toEqual([1, points / maxPoints]);
  });

  test('costs no attempt where nothing could run, and where something is in doubt', () => {
    for (const result of [refused, doubtful]) expect(read(result)).toMatchObject({ gradable: false, format_errors: expect.arrayContaining([expect.stringMatching(/not valid TypeScript|could not be judged/)]) });
    expect(read(refused).score).toBeUndefined();
  });

  test('gives no hidden check away', () => {
    expect(report('prairielearn', mixed('en'))).not.toContain('A late guest');
  });
});

test('check50 tells what was not tried from what failed', () => {
  const read = (result: GradeResult) => check50.parse(JSON.parse(report('check50', result))).results;
  expect(new Set(read(refused).map(({ passed: value }) => value))).toEqual(new Set([false, null]));
  expect(read(doubtful)).toContainEqual(expect.objectContaining({ name: 'gather/input-order', passed: null }));
});

test('Exercism is told of an error where nothing could run, and shown no more output than it shows', () => {
  expect(JSON.parse(report('exercism', passed))).toMatchObject({ version: 3, status: 'pass', message: null });
  expect(JSON.parse(report('exercism', refused))).toMatchObject({ status: 'error', message: expect.stringContaining('not valid TypeScript') });
  const long = exercism.parse(JSON.parse(report('exercism', grade('en', [[tea, withOutput(tea, ['茶'.repeat(900)])]]))));
  expect(long.tests.map(({ output }) => output?.length ?? 0)).toContain(500);
});

test('The table is read back as it was, and opens with Chinese', () => {
  const csv = report('csv', mixed('zh-CN'), 'zh-CN');
  expect(csv.startsWith('\uFEFFexercise,check,')).toBe(true);
  const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true });
  expect(rows.map(({ exercise, check, points }) => [exercise, check, points])).toEqual(
    mixed('zh-CN').exercises.flatMap((exercise) => ('points' in exercise ? exercise.checks : []).map(({ id, points }) => [exercise.id, id, String(points)])),
  );
  expect(rows.find(({ check }) => check === 'at-once')?.['message']).toContain('第 1 章');
  expect(report('csv', doubtful)).toMatch(/input-order,.*,unjudged,unjudged,,/);
});

test('Each problem is an annotation at its line, and a place outside of a file is none', async () => {
  const { exercises } = mixed('en');
  const taken = exercises.map((exercise) => ({ ...exercise, files: [{ name: 'gather.ts', path: '04-gather/gather.ts', sha256: '0'.repeat(64) }] }));
  const lines = githubAnnotations({ ...mixed('en'), exercises: taken }, { language: 'en', answers: 'hand-in' });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/formats/github.en.txt');
  expect(githubAnnotations(doubtful, { language: 'zh-CN', answers: '' })[0]).toMatch(/^::warning title=收集结果|^::warning title=Gather/);
});
