import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectedChecks } from '../../src/verdict/checks.ts';
import type { Evidence } from '../../src/verdict/evidence.ts';
import { exerciseResult } from '../../src/verdict/exercise-result.ts';
import { exitCodeOf } from '../../src/verdict/exit-code.ts';
import { gradeResult } from '../../src/verdict/grade-result.ts';
import type { Status } from '../../src/verdict/result.ts';
import { finding, flawless, judgedResult, suiteRun, withFindings } from '../support/evidence.ts';
import { gatherExercise, suiteCheck, text } from '../support/manifests.ts';
import { provenance } from '../support/provenance.ts';

const statuses: readonly Status[] = ['passed', 'failed', 'error', 'skipped'];
const ids = ['input-order', 'at-once', 'types', 'no-blocking-call', 'restrictions', 'gate', 'bonus'];

const exercises = fc
  .record({
    points: fc.array(fc.nat(10), { minLength: 1, maxLength: 4 }),
    restricted: fc.boolean(),
  })
  .map(({ points, restricted }) =>
    gatherExercise({
      checks: points.map((worth, index) => suiteCheck(ids[index] ?? `check-${index}`, worth, `Check ${index}`)),
      restrictions: restricted ? [{ global: 'Promise', members: ['all'], message: text('No.') }] : [],
    }),
  );

const findings = fc.array(
  fc
    .record({
      id: fc.constantFrom(...ids),
      status: fc.constantFrom(...statuses),
      kind: fc.constantFrom('suite', 'lint', 'types', 'gate'),
      message: fc.constantFrom('This.', 'That.').map(text),
      line: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ id, status, kind, message, line }) => ({
      ...finding(id, status, kind),
      message,
      location: { file: 'gather.ts', line, column: 1 },
    })),
);

/** Anything that could come in: mostly wrong, now and then right but for one thing. */
const evidences: fc.Arbitrary<Evidence> = fc.oneof(
  findings.map((some) => ({ refusal: some[0] ?? finding('gate', 'error', 'gate') })),
  fc.record({
    lint: findings,
    suite: fc
      .record({
        findings,
        canary: fc.constantFrom('failed', 'passed', 'missing'),
        durationMs: fc.double({ min: 0, max: 1e6, noNaN: true }),
      })
      .map(({ findings: found, ...rest }) => suiteRun(found, rest)),
  }),
);

const gatherRuns = fc.subarray(expectedChecks(gatherExercise()).filter(({ kind }) => kind !== 'gate')).chain((kept) =>
  fc.record({
    kept: fc.constant(kept.map(({ id, kind }) => finding(id, 'passed', kind))),
    changed: fc.subarray(kept.map(({ id, kind }) => finding(id, 'failed', kind)).slice(0, 1)),
  }),
);

test('Points are whole, add up, and stay within what a check and an exercise give', () => {
  fc.assert(
    fc.property(exercises, evidences, (exercise, evidence) => {
      const result = judgedResult(exercise, evidence);
      expect(result.points).toBe(result.checks.reduce((sum, { points }) => sum + points, 0));
      expect(result.maxPoints).toBe(exercise.checks.reduce((sum, { points }) => sum + points, 0));
      expect(Number.isInteger(result.durationMs)).toBe(true);
      for (const { points, maxPoints, status } of result.checks) {
        expect(points === 0 || (points === maxPoints && status === 'passed')).toBe(true);
      }
    }),
  );
});

test('The checks of a result are always the same, whatever was found', () => {
  fc.assert(
    fc.property(exercises, evidences, (exercise, evidence) => {
      const result = exerciseResult(exercise, evidence, 'en');
      expect(result.checks.map(({ id }) => id)).toEqual(expectedChecks(exercise).map(({ id }) => id));
    }),
  );
});

test('A check has a cause exactly when it is not passed', () => {
  fc.assert(
    fc.property(exercises, evidences, (exercise, evidence) => {
      for (const { status, cause } of exerciseResult(exercise, evidence, 'en').checks) {
        expect(cause === undefined).toBe(status === 'passed');
      }
    }),
  );
});

test('An exercise never passes unless every check of it passed', () => {
  fc.assert(
    fc.property(exercises, evidences, (exercise, evidence) => {
      const { status, checks } = exerciseResult(exercise, evidence, 'en');
      if (status === 'passed') expect(checks.every((check) => check.status === 'passed')).toBe(true);
    }),
  );
});

test('It passes exactly when nothing is missing and nothing failed', () => {
  const exercise = gatherExercise();
  const complete = expectedChecks(exercise).length - 1;
  fc.assert(
    fc.property(gatherRuns, ({ kept, changed }) => {
      const found = kept.map((one) => changed.find(({ id }) => id === one.id) ?? one);
      const evidence = {
        lint: found.filter(({ kind }) => kind !== 'suite'),
        suite: suiteRun(found.filter(({ kind }) => kind === 'suite')),
      };
      const passed = exerciseResult(exercise, evidence, 'en').status === 'passed';
      expect(passed).toBe(kept.length === complete && changed.length === 0);
    }),
  );
});

test('The order of findings changes nothing', () => {
  fc.assert(
    fc.property(exercises, evidences, fc.infiniteStream(fc.nat()), (exercise, evidence, keys) => {
      fc.pre(!('refusal' in evidence));
      const shuffle = <T>(items: readonly T[]): readonly T[] =>
        items.map((item) => ({ item, key: Number(keys.next().value) })).toSorted((a, b) => a.key - b.key).map(({ item }) => item);
      const shuffled = {
        lint: evidence.lint && shuffle(evidence.lint),
        suite: { ...evidence.suite, findings: shuffle(evidence.suite.findings) },
      };
      expect(exerciseResult(exercise, shuffled, 'en')).toEqual(exerciseResult(exercise, evidence, 'en'));
    }),
  );
});

test('A grade passes when all of its exercises do, and a grade of nothing does not', () => {
  const passed = judgedResult(gatherExercise(), flawless(gatherExercise()));
  const failed = judgedResult(gatherExercise(), { refusal: finding('gate', 'error', 'gate') });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(passed, failed)), (results) => {
      const grade = gradeResult(provenance, results);
      const isPass = results.length > 0 && !results.includes(failed);
      const points = 6 * results.filter((result) => result === passed).length;
      expect(grade).toMatchObject({ passed: isPass, points, maxPoints: 6 * results.length });
      expect(exitCodeOf(grade)).toBe(isPass ? 0 : 1);
    }),
  );
});

test('A grade in which something is in doubt is no grade: no verdict, no sum, and the end is 3', () => {
  const exercise = gatherExercise();
  const passed = exerciseResult(exercise, flawless(exercise), 'en');
  const doubtful = exerciseResult(exercise, withFindings(flawless(exercise), finding('at-once', 'error', 'suite', 'unjudged')), 'en');
  const grade = gradeResult(provenance, [passed, doubtful, passed]);
  expect(grade).toMatchObject({ unjudged: ['gather'], maxPoints: 18 });
  expect(grade).not.toHaveProperty('points');
  expect(grade).not.toHaveProperty('passed');
  expect(exitCodeOf(grade)).toBe(3);
});
