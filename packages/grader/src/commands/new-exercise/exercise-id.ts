import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../../cli/usage-error.ts';
import type { CourseLayout } from '../../course/layout.ts';
import type { CourseOutline } from '../../course/read-course.ts';
import { newExerciseTexts } from '../../messages/new-exercise.ts';
import type { Text } from '../../messages/text.ts';

/** Characters: it stands in every table. */
const longest = 32;

/** Those of `teatime`, now and to come. */
export const commandNames: readonly string[] = [
  'check-course', 'grade', 'grade-class', 'grade-worker', 'help', 'hint', 'list', 'new-exercise', 'play', 'release', 'reset', 'site', 'solution', 'update',
];

/** Checks that are no suite's, and folders that lie among those of exercises. */
const ownNames = ['gate', 'no-blocking-call', 'node-modules', 'plain', 'restrictions', 'story', 'test', 'types'];

/**
 * The id of a new exercise.
 *
 * @throws {UsageError} for one that is bad, reserved or taken
 */
export function newId(positionals: readonly string[], { exercises: listed, leftOut = [] }: CourseOutline, layout: CourseLayout): string {
  const [id, ...others] = positionals;
  if (id === undefined) throw new UsageError(newExerciseTexts.noId);
  if (others.length > 0) throw new UsageError(newExerciseTexts.severalIds(positionals));
  const problem = problemOf(id) ?? (listed.includes(id) ? newExerciseTexts.listed(id) : undefined)
    ?? (leftOut.includes(id) ? newExerciseTexts.leftOut(id) : undefined) ?? takenBy(id, layout);
  if (problem !== undefined) throw new UsageError(problem);
  return id;
}

function problemOf(id: string): Text | undefined {
  if (!kebabCase.test(id)) {
    const meant = kebab(id);
    return newExerciseTexts.badId(id, kebabCase.test(meant) && meant.length <= longest ? meant : undefined);
  }
  if (id.length > longest) return newExerciseTexts.longId(id, longest);
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(id)) return newExerciseTexts.windowsName(id);
  if (commandNames.includes(id)) return newExerciseTexts.commandName(id);
  return ownNames.includes(id) ? newExerciseTexts.ownName(id) : undefined;
}

const kebabCase = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** `Task Group`, `taskGroup`, `task_group.ts` and `packages/exercises/task-group/` as `task-group`. */
function kebab(id: string): string {
  return basename(id.replaceAll('\\', '/')).replace(/\.\w+$/, '').replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^[-\d]+|-+$/g, '');
}

/**
 * What of a course has the name already, in whatever case: on Windows and macOS the two are one. No list names it, so it is
 * somebody's own, or what a `new-exercise` has left that was ended before it came to `course.json`.
 */
function takenBy(id: string, { root, exercises, solutions, suites }: CourseLayout): Text | undefined {
  const wanted = [join(exercises, id), join(solutions, id), join(suites, id), join(suites, `${id}.suite.ts`), join(suites, `${id}.hidden.suite.ts`)];
  const found = wanted.flatMap((path) => {
    const folder = dirname(path);
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.toLowerCase() === basename(path)) : [];
    return names.map((name) => join(folder, name).slice(root.length + 1).replaceAll('\\', '/'));
  });
  return found.length === 0 ? undefined : newExerciseTexts.taken(found);
}
