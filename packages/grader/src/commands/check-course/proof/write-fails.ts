import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseLayout } from '../../../course/layout.ts';
import { replaceFile } from '../../../files/replace-file.ts';
import { writeFailsTexts } from '../../../messages/matrix.ts';
import type { Text } from '../../../messages/text.ts';
import { failuresIn } from '../answers/answers.ts';
import type { MatrixRow } from './matrix.ts';
import type { ExerciseProof } from './proof.ts';

/** What was written, and what was left, in words. */
export interface Written {
  readonly said: readonly Text[];
  readonly isAny: boolean;
}

/**
 * Writes into the first lines of wrong answers what they fail on, for their author to read. What is uncertain, or fails on
 * nothing, stays.
 *
 * @throws {FileProblem}
 */
export function writeFails({ matrix }: ExerciseProof, layout: CourseLayout): Written {
  const said: Text[] = [];
  let isAny = false;
  for (const row of matrix?.rows ?? []) {
    if (row.role !== 'wrong' || row.cells.every(({ kept }) => kept)) continue;
    const failed = row.cells.filter(({ status }) => status !== undefined && status !== 'passed').map(({ check }) => check);
    const path = join(layout.root, ...row.path.split('/'));
    const source = readFileSync(path, 'utf8');
    const before = failuresIn(source);
    if (failed.length === 0) said.push(writeFailsTexts.passes(row.path));
    else if (isUncertain(row)) said.push(writeFailsTexts.unclear(row.path));
    else {
      replaceFile(path, withFirstLine(source, failed, before !== undefined));
      said.push(writeFailsTexts.wrote(row.path, before, failed));
      isAny = true;
    }
  }
  return { said, isAny };
}

/** The gate has refused it, or a check did not give the same verdict in every run, or went wrong itself. */
function isUncertain({ cells }: MatrixRow): boolean {
  return cells.some(({ state, kept, promised, status }) => state === 'untried' || (!kept && (status === 'passed') === (promised === 'passed')));
}

function withFirstLine(source: string, checks: readonly string[], isThere: boolean): string {
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  const text = source.replace(/^\uFEFF/, '');
  const rest = isThere ? text.slice(text.indexOf('\n') + 1) : text;
  return `// fails: ${checks.join(', ')}${end}${rest}`;
}
