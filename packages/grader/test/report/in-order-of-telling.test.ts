import { expect, test } from 'vitest';
import { inOrderOfTelling } from '../../src/report/in-order-of-telling.ts';
import type { Cause } from '../../src/verdict/cause.ts';
import type { CheckKind, CheckResult, JudgedExercise, Location } from '../../src/verdict/result.ts';

interface Stuck {
  readonly cause: Cause;
  readonly status?: 'failed' | 'error';
  readonly location?: Location;
}

const here = { file: 'tea.ts', line: 3, column: 5 };
const there = { file: 'tea.ts', line: 9, column: 1 };

function ledBy(found: Readonly<Record<string, Stuck>>): readonly string[] {
  const kinds: Readonly<Record<string, CheckKind>> = { 'no-blocking-call': 'lint', types: 'types' };
  const checks = ['no-blocking-call', 'types', 'first', 'second'].map((id): CheckResult => {
    const stuck = found[id];
    const rest = { id, kind: kinds[id] ?? 'suite', points: 0, maxPoints: 1, title: id };
    return stuck === undefined ? { ...rest, status: 'passed' } : { ...rest, status: 'failed', ...stuck };
  });
  const exercise: JudgedExercise = { id: 'tea', title: 'Tea', status: 'failed', points: 0, maxPoints: 4, durationMs: 1, output: [], checks };
  return inOrderOfTelling(exercise).checks.filter(({ status }) => status !== 'passed').map(({ id }) => id);
}

test.each<[what: string, found: Readonly<Record<string, Stuck>>, order: readonly string[]]>([
  ['a blocking call, of which the line is known, before the silence that it makes',
    { 'no-blocking-call': { cause: 'wrong', location: here }, first: { cause: 'wrong' }, second: { cause: 'wrong' } }, ['no-blocking-call', 'first', 'second']],
  ['a line that is known of the first check before a blocking call elsewhere',
    { 'no-blocking-call': { cause: 'wrong', location: here }, first: { cause: 'wrong', location: there } }, ['first', 'no-blocking-call']],
  ['a blocking call before a hang', { 'no-blocking-call': { cause: 'wrong', location: here }, first: { cause: 'hang', status: 'error', location: here } }, ['no-blocking-call', 'first']],
  ['an error of the student\'s own before a blocking call', { 'no-blocking-call': { cause: 'wrong', location: here }, first: { cause: 'threw', location: there } }, ['first', 'no-blocking-call']],
  ['what the course says before what the compiler says', { types: { cause: 'wrong', location: here }, first: { cause: 'wrong' } }, ['first', 'types']],
  ['what the compiler says of the line that threw', { types: { cause: 'wrong', location: here }, first: { cause: 'threw', location: here } }, ['types', 'first']],
  ['what threw, where the compiler speaks of another line', { types: { cause: 'wrong', location: here }, first: { cause: 'threw', location: there } }, ['first', 'types']],
  ['what the compiler says of a file that cannot be loaded, where nobody else knows a line',
    { types: { cause: 'wrong', location: here }, first: { cause: 'load', status: 'error' } }, ['types', 'first']],
  ['a missing export before a blocking call', { 'no-blocking-call': { cause: 'wrong', location: here }, first: { cause: 'missing', status: 'error' } }, ['first', 'no-blocking-call']],
])('The most telling leads: %s', (_, found, order) => {
  expect(ledBy(found)).toEqual(order);
});
