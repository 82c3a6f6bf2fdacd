import { createHash } from 'node:crypto';
import { join, relative, sep } from 'node:path';
import { partsWith } from '../course/course.ts';
import type { Exercise } from '../course/course.ts';
import type { CourseLayout, OpenCourse } from '../course/layout.ts';
import { takeTurn } from '../machine/turns.ts';
import { sentenceIn } from '../messages/sentence-in.ts';
import { visibleName } from '../messages/visible.ts';
import { isAsHandedOut } from '../progress/stub.ts';
import type { CollectedFile } from '../submission/collect.ts';
import type { Search } from '../submission/find-folder.ts';
import { takeSubmission } from '../submission/gate.ts';
import { timeOfOneSubmission } from '../submission/submission-time.ts';
import type { Evidence } from '../verdict/evidence.ts';
import { exerciseResult } from '../verdict/exercise-result.ts';
import { inExam } from '../verdict/in-exam.ts';
import { gradeResult, isJudged } from '../verdict/grade-result.ts';
import { quoteSource } from '../verdict/quote-source.ts';
import type { SourceFile } from '../verdict/quote-source.ts';
import type { ExerciseResult, FileTaken, GradeResult, SandboxName } from '../verdict/result.ts';
import { courseProvenance } from './course-provenance.ts';
import type { Examiner } from './examiner.ts';

/** What grades are made with, whether one is made or one after every save. */
export interface Grader {
  readonly course: OpenCourse;
  readonly examiner: Examiner;
  readonly sandbox: SandboxName;
  /** What random inputs come from: the same every time, or a new one for every grade. */
  readonly seed: () => number;
}

/** A grade, and what was learned on the way to it. */
export interface Grading {
  readonly result: GradeResult;
  /** The same grade in another language; only where one was asked for. */
  readonly also?: GradeResult;
  /** Where the answer to each exercise lies, or should lie. */
  readonly folders: ReadonlyMap<string, string>;
  /** The exercises that could not be judged, through no fault of the answer, and why. */
  readonly troubled: readonly Troubled[];
}

export interface Troubled {
  readonly id: string;
  readonly message: string;
}

export interface GradingOptions {
  /** The language of the result, one of the course's. */
  readonly language: string;
  /** Another one of the course's that the same grade is also wanted in. */
  readonly alsoIn?: string | undefined;
  /** Told before the first exercise is judged and after each. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Told while other graders on this machine have to end first, and how many. */
  readonly onWait?: (others: number) => void;
}

/** Grades the answers to some exercises in a folder of answers. */
export async function gradeAnswers(
  grader: Grader,
  exercises: readonly Exercise[],
  from: string,
  { language, alsoIn, onProgress = () => {}, onWait = () => {} }: GradingOptions,
): Promise<Grading> {
  using _turn = await takeTurn({ onWait });
  const seed = grader.seed();
  const provenance = { ...(await courseProvenance(grader.course)), seed, sandbox: grader.sandbox, gradedAt: new Date().toISOString() };
  const search = from === grader.course.layout.exercises ? 'own' : 'handed-in';
  const answers = await examineAll(exercises, from, { examiner: grader.examiner, search, seed, onProgress });
  // Who gives an exam reads of a hand-in what there is to read.
  const { exam, edition } = grader.course.course;
  const told = exam && (search === 'own' || edition !== undefined) ? inExam : (result: ExerciseResult) => result;
  const parts = partsWith(grader.course.course, exercises);
  const seen = answers.map(({ exercise, folder, files, evidence }) => ({
    exercise,
    evidence: quoteSource(evidence, files),
    taken: {
      ...(files.length > 0 && { files: files.map((file) => fileTaken(file, relative(from, folder))) }),
      ...(isUntouched(files, exercise, grader.course.layout) && { begun: false as const }),
    },
  }));
  const resultIn = (spoken: string): GradeResult => {
    const results = seen.map(({ exercise, evidence, taken }) => ({ ...told(exerciseResult(exercise, evidence, spoken)), ...taken }));
    return gradeResult(provenance, results, parts.map((part) => ({ ...part, title: sentenceIn(part.title, spoken) })));
  };
  const result = resultIn(language);
  return {
    result,
    ...(alsoIn !== undefined && { also: resultIn(alsoIn) }),
    folders: new Map(answers.map(({ exercise, folder }) => [exercise.id, folder])),
    // An exercise speaks up as a whole only where its checks and its suite do not fit, or the suite could not run.
    troubled: result.exercises.filter(isJudged).flatMap(({ id, message }) => (message === undefined ? [] : [{ id, message }])),
  };
}

interface ExaminedAnswer {
  readonly exercise: Exercise;
  /** Where the answer lies, or should lie. */
  readonly folder: string;
  readonly files: readonly CollectedFile[];
  readonly evidence: Evidence;
}

interface Examination {
  readonly examiner: Examiner;
  readonly search: Search;
  readonly seed: number;
  readonly onProgress: (done: number, of: number) => void;
}

async function examineAll(
  exercises: readonly Exercise[],
  from: string,
  { examiner, search, seed, onProgress }: Examination,
): Promise<readonly ExaminedAnswer[]> {
  // First every gate, then every suite: the judge runs side by side what comes to it at the same time.
  const time = timeOfOneSubmission();
  const taken = await Promise.all(exercises.map((exercise) => takeSubmission(exercise, from, { search, time: time.reading })));
  let done = 0;
  onProgress(done, exercises.length);
  const examined = taken.map(async ({ exercise, folder, files, admission }) => {
    const evidence = await examiner.examine(exercise, admission, { time, seed });
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

/** @param folder where it lay in the folder of answers */
function fileTaken({ name, source, foundAs = name }: CollectedFile, folder: string): FileTaken {
  const path = visibleName(join(folder, foundAs).replaceAll(sep, '/'));
  return { name, path, sha256: createHash('sha256').update(source).digest('hex') };
}
