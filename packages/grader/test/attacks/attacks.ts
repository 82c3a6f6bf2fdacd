import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A submission that attacks the grader: one file of the bank. Its first line says what it tries and for how many checks it may earn something. */
export interface Attack {
  /** Its kind and name, as the file is called. */
  readonly name: string;
  readonly exercise: string;
  /** Where it is met: what attacks the grader meets a suite of a few lines, what attacks checks those of the course. */
  readonly course: 'small' | 'real';
  readonly what: string;
  /** So many checks the same code would earn something for if it were honest. */
  readonly mostChecks: number;
  readonly code: string;
}

const bank = join(import.meta.dirname, 'bank');

/** All attacks of the bank. The folder names the kind. */
export function readAttacks(): readonly Attack[] {
  return globSync('*/*.ts', { cwd: bank }).toSorted().map(readAttack);
}

function readAttack(file: string): Attack {
  const code = readFileSync(join(bank, file), 'utf8');
  const firstLine = /^\/\/ (?<what>.+) (?:E|A .+ e)arns (?:nothing|at most (?<most>\d+))\.\n/.exec(code)?.groups;
  if (firstLine?.['what'] === undefined) throw new Error(`the first line of ${file} does not say what comes of it`);
  const kind = dirname(file);
  const exercise = exerciseOf(code);
  return {
    name: `${kind}/${basename(file, '.ts')}`,
    exercise,
    course: kindsAgainstChecks.includes(kind) || !['tea', 'gather'].includes(exercise) ? 'real' : 'small',
    what: firstLine['what'],
    mostChecks: Number(firstLine['most'] ?? 0),
    code,
  };
}

const kindsAgainstChecks = ['blocking', 'fool', 'tea'];

/** What exercises export by which an attack in their place is known; tea has few checks, and each hang costs time. */
const exercises: readonly (readonly [name: string, exercise: string])[] = [
  ['makeTea', 'tea'], ['hashPassword', 'blocking'], ['asCompleted', 'as-completed'], ['EventLoop', 'event-loop'],
  ['export function coroutine', 'coroutine'],
];

/** An attack stands in the place of an answer, and exports what that exports. */
function exerciseOf(code: string): string {
  return exercises.find(([name]) => code.includes(name))?.[1] ?? 'gather';
}
