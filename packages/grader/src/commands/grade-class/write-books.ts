import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../cli/context.ts';
import { Book, sourcesOf } from '../../classroom/book/book.ts';
import { feedbackFile } from '../../classroom/book/feedback-file.ts';
import type { ClassRun, ReadRow } from '../../classroom/grade-class.ts';
import type { HandIn } from '../../classroom/hand-in.ts';
import { labelsOf } from '../../classroom/labels.ts';
import type { Course, Exercise } from '../../course/course.ts';
import type { CourseLayout } from '../../course/layout.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { classTexts } from '../../messages/grade-class.ts';
import type { ClassCounts } from '../../messages/grade-class.ts';
import { gradebookTexts } from '../../messages/gradebook.ts';
import type { Text } from '../../messages/text.ts';
import { visibleName } from '../../messages/visible.ts';
import { jsonReport } from '../../report/json.ts';
import { SubmissionProblem } from '../../submission/submission-problem.ts';
import { courseAnswers } from '../check-course/answers/answers.ts';
import type { ClassOptions } from './class-options.ts';

export interface Written {
  readonly options: ClassOptions;
  readonly handIns: readonly HandIn[];
  readonly course: Course;
  readonly layout: CourseLayout;
  readonly exercises: readonly Exercise[];
  readonly context: Pick<Context, 'language'>;
}

/** Writes everything that is told of a class, row by row. @throws {FileProblem} */
export async function writeBooks(run: ClassRun, { options, handIns, course, layout, exercises, context }: Written): Promise<Omit<ClassCounts, 'of' | 'before'>> {
  const { out, gradebook } = options;
  const labelOf = labelsOf(handIns);
  const book = new Book({
    out,
    course,
    exercises,
    language: context.language,
    gradebook,
    labelOf,
    common: new Map(await Promise.all(exercises.map(async (exercise) => [exercise.id, await commonAnswers(exercise, layout)] as const))),
    sourceOf: async (id, exercise) => {
      const row = await run.row(id);
      return row?.outcome.state === 'graded' ? sourcesOf(row.outcome.result, row.files).get(exercise) : undefined;
    },
  });
  let graded = 0;
  const missing: string[] = [];
  const toLookAt: Text[] = [];
  for await (const row of run.rows()) {
    const { outcome, handIn, files } = row;
    if (outcome.state !== 'graded') removeEarlier(row, options);
    else replaceFile(join(out, 'results', `${handIn.id}.json`), jsonReport(outcome.result), { make: true });
    book.add(row, outcome.state === 'graded' ? sourcesOf(outcome.result, files) : new Map());
    if (outcome.state === 'graded') graded += 1;
    if (outcome.state === 'missing') missing.push(visibleName(labelOf(handIn)));
    const doubt = doubtAbout(row);
    if (doubt !== undefined) toLookAt.push(classTexts.lookAt(visibleName(labelOf(handIn)), doubt));
  }
  await book.close();
  return { graded, missing, toLookAt };
}

/** Why a person should look at it; undefined where nobody has to. */
function doubtAbout({ outcome }: ReadRow): Text | undefined {
  if (outcome.state === 'graded') return 'unjudged' in outcome.result ? gradebookTexts.unjudged(outcome.result.unjudged) : undefined;
  return outcome.state === 'missing' ? undefined : outcome.reason;
}

/** What an earlier run wrote of somebody who has no result now would be taken for this one's. */
function removeEarlier({ handIn }: ReadRow, { out, gradebook }: ClassOptions): void {
  rmSync(join(out, 'results', `${handIn.id}.json`), { force: true });
  rmSync(join(out, 'feedback', feedbackFile(handIn, gradebook)), { force: true });
}

/** What nobody has of somebody else: the stub, the solution and other right answers. None where the course lacks some of them. */
async function commonAnswers(exercise: Exercise, layout: CourseLayout): Promise<readonly string[]> {
  try {
    const { answers } = await courseAnswers(exercise, layout);
    return answers.filter(({ role }) => role !== 'wrong').map(({ files }) => files.map(({ source }) => source).join('\n'));
  } catch (error) {
    if (error instanceof SubmissionProblem) return [];
    throw error;
  }
}
