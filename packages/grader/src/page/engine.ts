import type { Exercise } from '../course/course.ts';
import type { Language } from '../messages/text.ts';
import type { Finding } from '../verdict/finding.ts';
import type { CheckResult, ExerciseResult } from '../verdict/result.ts';
import type { AnswerFile } from './answers/answer-file.ts';
import type { Answers, LooseFiles } from './answers/answers-among.ts';
import type { PageResult } from './page-result.ts';
import type { StoryRun } from './story.ts';

/** What the build makes for a page: `grader.js` exports a class `PageGrader` of this form. */
export interface Engine extends Disposable {
  /** What there is to know of an exercise before anything is graded. */
  open(id: string): Promise<OpenExercise>;
  /** @throws DOMException `AbortError`; never for what an answer does */
  grade(id: string, files: readonly AnswerFile[], grading: PageGrading): Promise<PageResult>;
  /** What there is to say of a result. */
  telling(result: ExerciseResult, language: Language): Telling;
  /** The style sheet for it, where it lies in an element of the class `report`, and `dark` where the page is. */
  readonly sheet: string;
  /** The solution; without files where the course shows none. It is loaded when it is asked for. */
  solution(id: string): Promise<readonly AnswerFile[]>;
  /** Runs the lesson's program with an answer. */
  story(id: string, files: readonly AnswerFile[], language: Language): Promise<StoryRun>;
  /** A zip of answers, which `pnpm grade --from` takes once it is unpacked. */
  archive(answers: Answers): Promise<Uint8Array>;
  /** The answers to exercises of the course among files, and in zips among them. @throws for a zip that is broken */
  answersAmong(files: LooseFiles): Promise<Answers>;
}

/** An exercise as a student gets it. */
export interface OpenExercise {
  /** What of it is hidden stands in `atHandIn`. */
  readonly exercise: Exercise;
  /** Its files as they are handed out. */
  readonly stub: readonly AnswerFile[];
  /** Whether the course is an exam: without hints and solutions. */
  readonly isExam: boolean;
}

/** A result as the reports of `pnpm grade` tell it. */
export interface Telling {
  /** The exercise in the report, as HTML in which nothing runs. */
  readonly html: string;
  /** The checks that did not pass, the most telling first. */
  readonly problems: readonly CheckResult[];
}

/** How an answer is graded in a page. */
export interface PageGrading {
  /** One of the course's. */
  readonly language: string;
  /** What random inputs come from, a 32-bit whole number: the same gives the same verdict. A new one when not given. */
  readonly seed?: number;
  /** Told of each check as it is decided, in the order of the run. */
  readonly onFinding?: (finding: Finding) => void;
  /**
   * Told of the result once more when the answer was also read without running it: types, `no-blocking-call`, restrictions. What
   * does that is loaded after the first verdict, and only where somebody wants to be told. Where it cannot be loaded, nothing is new.
   */
  readonly onReading?: (page: PageResult) => void;
  /** The answer has changed: nobody waits for this verdict any more. */
  readonly signal?: AbortSignal;
}
