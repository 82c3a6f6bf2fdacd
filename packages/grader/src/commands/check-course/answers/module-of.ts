import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEdit } from './answers.ts';
import { applyEdit } from './edit.ts';

/**
 * The whole module of an answer, also where an edit is all that there is of it.
 *
 * @param solutions the folder with the answers of all exercises
 * @param answer from there: `gather/wrong/forgets.edit`
 * @throws {EditProblem}, and the system's error where a file cannot be read
 */
export function moduleOf(solutions: string, answer: string): string {
  const read = (path: string): string => readFileSync(join(solutions, path), 'utf8');
  if (!isEdit(answer)) return read(answer);
  const [exercise = ''] = answer.split('/');
  const solution = `${exercise}/${exercise}.ts`;
  return applyEdit({ path: answer, text: read(answer) }, { path: solution, text: read(solution) }).source;
}
