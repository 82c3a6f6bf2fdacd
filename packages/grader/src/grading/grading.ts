import type { Exercise } from '../course/course.ts';
import type { CourseLayout, OpenCourse } from '../course/layout.ts';
import type { Language } from '../messages/text.ts';
import { isAsHandedOut } from '../progress/stub.ts';
import { takeSubmission } from '../submission/gate.ts';
import { timeOfOneSubmission } from '../submission/submission-time.ts';
import type { Evidence } from '../verdict/evidence.ts';
import { exerciseResult } from '../verdict/exercise-result.ts';
import { gradeResult } from '../verdict/grade-result.ts';
import { quoteSource } from '../verdict/quote-source.ts';
import type { SourceFile } from '../verdict/quote-source.ts';
import type { GradeResult, SandboxName } from '../verdict/result.ts';
import type { Examiner } from './examiner.ts';

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

export interface GradingOptions {
  /** The language of the result. */
  readonly language: Language;
  /** Told before the first exercise is judged and after each. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Grades the answers to some exercises in a folder of answers. */
export async function gradeAnswers(
  grader: Grader,
  exercises: readonly Exercise[],
  from: string,
  { language, onProgress = () => {} }: GradingOptions,
): Promise<Grading> {
  const answers = await examineAll(exercises, from, grader.examiner, onProgress);
  const results = answers.map(({ exercise, files, evidence }) => ({
    ...exerciseResult(exercise, quoteSource(evidence, files), language),
    ...(isUntouched(files, exercise, grader.course.layout) && { begun: false as const }),
  }));
  return {
    result: gradeResult(grader.course.course, results, grader.sandbox),
    folders: new Map(answers.map(({ exercise, folder }) => [exercise.id, folder])),
    // An exercise speaks up as a whole only where its checks and its suite do not fit, or the suite could not run.
    troubled: results.filter(({ message }) => message !== undefined).map(({ id }) => id),
  };
}

interface ExaminedAnswer {
  readonly exercise: Exercise;
  /** Where the answer lies, or should lie. */
  readonly folder: string;
  readonly files: readonly SourceFile[];
  readonly evidence: Evidence;
}

async function examineAll(
  exercises: readonly Exercise[],
  from: string,
  examiner: Examiner,
  onProgress: (done: number, of: number) => void,
): Promise<readonly ExaminedAnswer[]> {
  // First every gate, then every suite: the judge runs side by side what comes to it at the same time.
  const time = timeOfOneSubmission();
  const taken = await Promise.all(exercises.map((exercise) => takeSubmission(exercise, from, time.reading)));
  let done = 0;
  onProgress(done, exercises.length);
  const examined = taken.map(async ({ exercise, folder, files, admission }) => {
    const evidence = await examiner.examine(exercise, admission, { time });
    done += 1;
    onProgress(done, exercises.length);
    return { exercise, folder, files, evidence };
  });
  return await Promise.all(examined);
}

function isUntouched(files: readonly SourceFile[], exercise: Exercise, layout: CourseLayout): boolean {
  const stored = files.map(({ name, source }) => ({ name, bytes: Buffer.from(source) }));
  return stored.length > 0 && isAsHandedOut(stored, exercise, layout);
}
