import { UsageError } from '../../../cli/usage-error.ts';
import { readExercise } from '../../../course/read-course.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import { checkCourseUsage } from '../../../messages/matrix.ts';
import { nearest } from '../../../messages/nearest.ts';
import { courseAnswers } from './answers.ts';

/**
 * The whole module of an answer, as the checks meet it.
 *
 * @param given `wrong/forgets`, with its ending or without, or `solution`
 * @throws {UsageError} for an answer that is not there, or that is no module
 */
export async function answerModule(id: string, given: string, layout: CourseLayout): Promise<string> {
  const { answers, broken } = await courseAnswers(await readExercise(layout.root, id), layout);
  const named = answers.map(({ role, path, files }) => ({ name: role === 'stub' || role === 'solution' ? role : shortName(path), path, source: files[0]?.source ?? '' }));
  const isMeant = ({ name, path }: { readonly name: string; readonly path: string }): boolean => name === bare(given) || path === given || name.endsWith(`/${bare(given)}`);
  const problem = broken.find(({ path }) => isMeant({ name: shortName(path), path }));
  if (problem !== undefined) throw new UsageError(checkCourseUsage.brokenEdit(problem.details));
  const answer = named.find(isMeant);
  if (answer !== undefined) return answer.source;
  const names = named.map(({ name }) => name);
  throw new UsageError(checkCourseUsage.noAnswer(given, id, nearest(bare(given), names), names));
}

function shortName(path: string): string {
  return bare(path.split('/').slice(-2).join('/'));
}

function bare(name: string): string {
  return name.replace(/^\.\//, '').replace(/\.(?:ts|edit)$/, '');
}
