import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A submission that attacks the grader: one file of the bank. Its first line says what it tries and what it may earn. */
export interface Attack {
  /** Its kind and name, as the file is called. */
  readonly name: string;
  readonly exercise: string;
  readonly what: string;
  /** Points that the same code would earn if it were honest. */
  readonly mostPoints: number;
  readonly code: string;
}

const bank = join(import.meta.dirname, 'bank');
const exercises = ['tea', 'blocking'];

/** All attacks of the bank. The folder names the kind, or the exercise when it is another one than gather. */
export function readAttacks(): readonly Attack[] {
  return globSync('*/*.ts', { cwd: bank }).toSorted().map(readAttack);
}

function readAttack(file: string): Attack {
  const code = readFileSync(join(bank, file), 'utf8');
  const firstLine = /^\/\/ (?<what>.+) (?:E|A .+ e)arns (?:nothing|at most (?<most>\d+))\.\n/.exec(code)?.groups;
  if (firstLine?.['what'] === undefined) throw new Error(`the first line of ${file} does not say what comes of it`);
  const kind = dirname(file);
  return {
    name: `${kind}/${basename(file, '.ts')}`,
    exercise: exercises.includes(kind) ? kind : 'gather',
    what: firstLine['what'],
    mostPoints: Number(firstLine['most'] ?? 0),
    code,
  };
}
