import { join } from 'node:path';
import type { Exercise } from '../course/course.ts';
import type { CourseLayout } from '../course/layout.ts';
import { gradeTexts } from '../messages/grade.ts';
import type { Watching } from '../report/terminal/next-step.ts';
import { terminalReport } from '../report/terminal/terminal-report.ts';
import { takeSubmission } from '../submission/gate.ts';
import { isAsHandedOut } from '../progress/stub.ts';
import { timeOfOneSubmission } from '../submission/submission-time.ts';
import type { Evidence } from '../verdict/evidence.ts';
import { exerciseResult } from '../verdict/exercise-result.ts';
import { gradeResult } from '../verdict/grade-result.ts';
import { quoteSource } from '../verdict/quote-source.ts';
import type { SourceFile } from '../verdict/quote-source.ts';
import type { GradeResult, SandboxName } from '../verdict/result.ts';
import { languageToAskFor, reportWidth, rowsOfReport, wantsColors } from './context.ts';
import type { Context } from './context.ts';
import type { Examiner } from './examiner.ts';
import { unlessInterrupted } from './interrupt.ts';
import type { OpenCourse } from './open-course.ts';
import { startProgress } from './progress.ts';
import { shownPath } from './shown-path.ts';

/** What a grade is made with, whether it is made once or after every save. */
export interface Grader {
  readonly course: OpenCourse;
  readonly examiner: Examiner;
  readonly sandbox: SandboxName;
}

/** A grade, and what was learned on the way to it. */
export interface Grading {
  readonly result: GradeResult;
  /** Where the answer to each exercise lies, or should lie. */
  readonly folders: ReadonlyMap<string, string>;
  /** The exercises that could not be judged, through no fault of the answer. */
  readonly troubled: readonly string[];
}

/** Grades the answers to some exercises in a folder of answers. @throws {Interrupted} */
export async function gradeAnswers(grader: Grader, exercises: readonly Exercise[], from: string, context: Context): Promise<Grading> {
  const answers = await examineAll(exercises, from, grader.examiner, context);
  const results = answers.map(({ exercise, files, evidence }) => ({
    ...exerciseResult(exercise, quoteSource(evidence, files), context.language),
    ...(isUntouched(files, exercise, grader.course.layout) && { begun: false as const }),
  }));
  return {
    result: gradeResult(grader.course.course, results, grader.sandbox),
    folders: new Map(answers.map(({ exercise, folder }) => [exercise.id, folder])),
    // An exercise speaks up as a whole only where its checks and its suite do not fit, or the suite could not run.
    troubled: results.filter(({ message }) => message !== undefined).map(({ id }) => id),
  };
}

/**
 * A grade for the terminal.
 *
 * @param reader who reads it: a student of the course is told of one problem and what to do next, an instructor of all
 */
export function showGrading(
  { result, folders }: Grading,
  layout: CourseLayout,
  reader: 'student' | 'instructor' | Watching,
  context: Context,
): string {
  const { language, cwd } = context;
  return terminalReport(result, {
    language,
    width: reportWidth(context),
    colors: wantsColors(context),
    answersTo: (id) => shownPath(folders.get(id) ?? id, cwd),
    ...(reader !== 'instructor' && {
      student: {
        askFor: languageToAskFor(context),
        taskOf: (id) => shownPath(join(layout.exercises, id, `task.${language}.md`), cwd),
        ...(reader !== 'student' && { watching: reader, rows: rowsOfReport(context) }),
      },
    }),
  });
}

interface ExaminedAnswer {
  readonly exercise: Exercise;
  /** Where the answer lies, or should lie. */
  readonly folder: string;
  readonly files: readonly SourceFile[];
  readonly evidence: Evidence;
}

/** @throws {Interrupted} */
async function examineAll(
  exercises: readonly Exercise[],
  from: string,
  examiner: Examiner,
  context: Context,
): Promise<readonly ExaminedAnswer[]> {
  using progress = startProgress(context);
  // First every gate, then every suite: the judge runs side by side what comes to it at the same time.
  const time = timeOfOneSubmission();
  const taken = await Promise.all(exercises.map((exercise) => takeSubmission(exercise, from, time.reading)));
  let done = 0;
  const show = (): void => progress.show(gradeTexts.progress(done, exercises.length)[context.language]);
  show();
  const examined = taken.map(async ({ exercise, folder, files, admission }) => {
    const evidence = await examiner.examine(exercise, admission, { time });
    done += 1;
    show();
    return { exercise, folder, files, evidence };
  });
  return await unlessInterrupted(context.interrupted, Promise.all(examined));
}

function isUntouched(files: readonly SourceFile[], exercise: Exercise, layout: CourseLayout): boolean {
  const stored = files.map(({ name, source }) => ({ name, bytes: Buffer.from(source) }));
  return stored.length > 0 && isAsHandedOut(stored, exercise, layout);
}
