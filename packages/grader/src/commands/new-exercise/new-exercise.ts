import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../cli/context.ts';
import { GraderTrouble } from '../../cli/grader-trouble.ts';
import { findCourse, requireKnown } from '../../cli/open-course.ts';
import { commonOptions, parseOptions } from '../../cli/parse-options.ts';
import { say } from '../../cli/say.ts';
import { shownPath } from '../../cli/shown-path.ts';
import { UsageError } from '../../cli/usage-error.ts';
import type { CourseLayout } from '../../course/layout.ts';
import { readCourseOutline } from '../../course/read-course.ts';
import { FileProblem } from '../../files/file-problem.ts';
import { fileTrouble } from '../../files/file-trouble.ts';
import { newExerciseTexts } from '../../messages/new-exercise.ts';
import type { Text } from '../../messages/text.ts';
import { visibleName } from '../../messages/visible.ts';
import { withExercise } from '../../scaffold/course-entry.ts';
import type { Place, PlaceProblem } from '../../scaffold/course-entry.ts';
import { placeOf, scaffoldOf } from '../../scaffold/scaffold.ts';
import { exitCodes } from '../../verdict/exit-code.ts';
import type { ExitCode } from '../../verdict/exit-code.ts';
import { newId } from './exercise-id.ts';
import { writeAll } from './write-all.ts';

const options = {
  title: { type: 'string' },
  'title-zh': { type: 'string' },
  part: { type: 'string' },
  after: { type: 'string' },
  ...commonOptions,
} as const;

/** `teatime new-exercise ID`: writes every file of an exercise, and enters it in `course.json`. Asks nothing, overwrites nothing. */
export async function newExercise(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values, positionals } = parseOptions(args, options, context.env);
  const layout = findCourse(context);
  const outline = await readCourseOutline(layout.root);
  const id = newId(positionals, outline, layout);
  if (values.after !== undefined) requireKnown([values.after], outline.exercises);
  if (values['title-zh'] !== undefined && !outline.languages.includes('zh-CN')) throw new UsageError(newExerciseTexts.noChinese);
  const title = titleOf(id, values.title, values['title-zh']);
  const place = { part: values.part === undefined ? undefined : asPart(values.part), after: values.after };
  const entered = enter(layout, id, place);
  const files = scaffoldOf({ id, title, languages: outline.languages }).map((file) => ({ path: placeOf(file, layout), text: file.text }));
  try {
    writeAll(files, { path: layout.manifest, text: entered });
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    throw new GraderTrouble(newExerciseTexts.notWritten(visibleName(shownPath(error.path, context.cwd)), fileTrouble(error)));
  }
  tell(id, layout, context);
  return exitCodes.passed;
}

/** `task-group` is "Task group" until somebody says better. @throws {UsageError} */
function titleOf(id: string, en: string | undefined, zh: string | undefined): Text {
  const words = id.replaceAll('-', ' ');
  const usual = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return { en: asTitle('--title', en) ?? usual, 'zh-CN': asTitle('--title-zh', zh) ?? `${asTitle('--title', en) ?? usual}（待译）` };
}

function asTitle(option: string, given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(given)) throw new UsageError(newExerciseTexts.badTitle(option));
  if (given.trim() === '') throw new UsageError(newExerciseTexts.blankTitle(option));
  return given.trim();
}

function asPart(given: string): number {
  if (!/^[1-9]\d?$/.test(given)) throw new UsageError(newExerciseTexts.badPart(given));
  return Number(given);
}

/** `course.json` with the exercise. @throws {UsageError} */
function enter({ manifest }: CourseLayout, id: string, place: Place): string {
  const entered = withExercise(readFileSync(manifest, 'utf8'), id, place);
  if (typeof entered === 'string') return entered;
  throw new UsageError(placeText(entered, place));
}

function placeText(problem: PlaceProblem, { part = 0, after = '' }: Place): Text {
  switch (problem.problem) {
    case 'no-parts':
      return newExerciseTexts.noParts;
    case 'no-such-part':
      return newExerciseTexts.noSuchPart(part, problem.parts);
    case 'in-another-part':
      return newExerciseTexts.otherPart(after, problem.part);
  }
}

function tell(id: string, { exercises, solutions, suites }: CourseLayout, context: Context): void {
  const shown = (...path: readonly string[]): string => shownPath(join(...path), context.cwd);
  const places = {
    wrongs: shown(solutions, id, 'wrong'),
    manifest: shown(exercises, id, 'exercise.json'),
    suite: shown(suites, `${id}.suite.ts`),
    task: shown(exercises, id, 'task.en.md'),
    stub: shown(exercises, id, `${id}.ts`),
    story: shown(exercises, id, 'story.ts'),
    solution: shown(solutions, id, `${id}.ts`),
  };
  say(context, newExerciseTexts.written(id), { indented: newExerciseTexts.next(id, places) }, newExerciseTexts.loop(id));
}
