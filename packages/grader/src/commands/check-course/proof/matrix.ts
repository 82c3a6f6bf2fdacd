import type { Exercise } from '../../../course/course.ts';
import type { Cause } from '../../../verdict/cause.ts';
import type { Status } from '../../../verdict/result.ts';
import { declaredFailures } from '../answers/answers.ts';
import type { AnswerRole } from '../answers/answers.ts';
import type { GradedAnswer } from './answer-breaches.ts';

/** Which answer meets which check how: answers down, checks across. */
export interface Matrix {
  /** The ids of the checks that stand across. */
  readonly checks: readonly string[];
  /** Broken ones first. */
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  readonly role: AnswerRole;
  /** From the root of the course, with forward slashes. */
  readonly path: string;
  /** One a check, in the order of the checks. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly check: string;
  /** What the course promises; undefined where it promises nothing, as where the gate has refused the answer. */
  readonly promised: 'passed' | 'failed' | undefined;
  /** Undefined where the answer never met the check. */
  readonly status: Status | undefined;
  /**
   * `broken` where the promise is not kept, or not in every run; `hung` where the answer did not come back; `untried` where the
   * gate has refused it.
   */
  readonly state: 'kept' | 'broken' | 'hung' | 'untried';
  /** Whether the promise is kept: of a wrong answer that has to fail here, also by hanging. */
  readonly kept: boolean;
  readonly cause?: Cause;
  readonly message?: string;
}

export function matrixOf(exercise: Exercise, graded: readonly GradedAnswer[]): Matrix {
  const declared = exercise.checks.map(({ id }) => id);
  // Static checks that the exercise gives no points for stand there only where something failed on them.
  const met = graded.flatMap((one) => one.result.checks.filter(({ status }) => status !== 'passed' && status !== 'skipped').map(({ id }) => id));
  const named = graded.flatMap(({ answer }) => (answer.role === 'wrong' ? (declaredFailures(answer) ?? []) : []));
  const checks = [...new Set([...declared, ...met, ...named.filter((id) => graded.some(({ result }) => result.checks.some((check) => check.id === id)))])];
  const rows = graded.map((one) => ({ role: one.answer.role, path: one.answer.path, cells: checks.map((id) => cellOf(id, one)) }));
  return { checks, rows: rows.toSorted((a, b) => Number(isBroken(b)) - Number(isBroken(a))) };
}

export function isBroken({ cells }: MatrixRow): boolean {
  return cells.some(({ kept }) => !kept);
}

function cellOf(id: string, graded: GradedAnswer): Cell {
  const { answer, result, unsteady, mistakes } = graded;
  const found = result.checks.find((check) => check.id === id);
  const isRefused = result.checks.some(({ kind, status }) => kind === 'gate' && status !== 'passed');
  const promised = promiseOf(id, graded);
  if (found === undefined || (isRefused && found.kind !== 'gate')) {
    return { check: id, promised: undefined, status: undefined, state: 'untried', kept: found === undefined || answer.role === 'wrong' };
  }
  const { status, cause, message } = found;
  const isSound = !unsteady.some((check) => check.id === id) && !mistakes.some(({ check }) => check === id);
  const kept = isSound && (status === 'passed') === (promised === 'passed');
  const isHung = cause === 'hang' || cause === 'time';
  const state = isHung ? 'hung' : kept ? 'kept' : 'broken';
  return { check: id, promised, status, state, kept, ...(cause && { cause }), ...(message !== undefined && { message }) };
}

function promiseOf(id: string, { answer, result }: GradedAnswer): 'passed' | 'failed' {
  switch (answer.role) {
    case 'stub':
      // A stub is a sound file: what is said of its text alone it may well pass.
      return result.checks.some((check) => check.id === id && check.kind !== 'suite' && check.status === 'passed' && check.maxPoints === 0) ? 'passed' : 'failed';
    case 'solution':
    case 'also':
      return 'passed';
    case 'wrong':
      return declaredFailures(answer)?.includes(id) === true ? 'failed' : 'passed';
  }
}
