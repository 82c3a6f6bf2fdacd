import { CourseError, problemText } from '../../course/course-error.ts';
import type { CourseProblem } from '../../course/course-error.ts';
import type { Exercise } from '../../course/course.ts';
import type { CourseLayout } from '../../course/layout.ts';
import { readExercise } from '../../course/read-course.ts';
import { isLanguage } from '../../messages/system-language.ts';
import type { Language } from '../../messages/text.ts';
import { admit } from '../../submission/gate.ts';
import { SubmissionProblem } from '../../submission/submission-problem.ts';
import { exerciseResult } from '../../verdict/exercise-result.ts';
import type { Examiner } from '../examiner.ts';
import { answerBreaches } from './answer-breaches.ts';
import type { GradedAnswer } from './answer-breaches.ts';
import { courseAnswers } from './answers.ts';
import type { AnswerRole, CourseAnswer } from './answers.ts';
import type { Breach } from './breach.ts';
import { fileBreaches } from './file-breaches.ts';

/** What became of the promises of one exercise. */
export interface ExerciseProof {
  readonly id: string;
  readonly breaches: readonly Breach[];
  /** How many answers were graded for it. */
  readonly right: number;
  readonly wrong: number;
}

export interface Proving {
  readonly layout: CourseLayout;
  readonly examiner: Examiner;
  readonly language: Language;
  /** Called before the first answer of an exercise is graded and after each. */
  readonly onAnswer: (exercise: string, done: number, of: number) => void;
}

/**
 * How often each answer is judged. A right one that fails now and then costs a student marks; of the wrong ones there are
 * five times as many, and a course has to be checked within a minute.
 */
const runs = { stub: 10, solution: 10, also: 10, wrong: 5 } as const satisfies Record<AnswerRole, number>;

/** Proves the promises of an exercise, as far as its files allow. */
export async function checkExercise(id: string, proving: Proving): Promise<ExerciseProof> {
  try {
    const exercise = await readExercise(proving.layout.root, id);
    const files = await fileBreaches(exercise, proving.layout);
    const answers = await courseAnswers(exercise, proving.layout).catch(unreadable);
    if ('promise' in answers) return { id, breaches: files.length > 0 ? files : [answers], right: 0, wrong: 0 };
    const graded = await gradeAll(exercise, answers, proving);
    const wrong = answers.filter(({ role }) => role === 'wrong').length;
    return { id, breaches: [...files, ...answerBreaches(exercise, graded)], right: answers.length - wrong - 1, wrong };
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    return { id, breaches: error.problems.map(manifestBreach), right: 0, wrong: 0 };
  }
}

async function gradeAll(
  exercise: Exercise,
  answers: readonly CourseAnswer[],
  { examiner, language, onAnswer }: Proving,
): Promise<readonly GradedAnswer[]> {
  let done = 0;
  onAnswer(exercise.id, done, answers.length);
  const grade = async (answer: CourseAnswer): Promise<GradedAnswer> => {
    const evidence = await examiner.examine(exercise, await admit(exercise, answer.files), { repeat: runs[answer.role] });
    done += 1;
    onAnswer(exercise.id, done, answers.length);
    const result = exerciseResult(exercise, evidence, language);
    const unsteady = 'suite' in evidence ? evidence.suite.findings.filter(({ steady }) => steady === false) : [];
    return { answer, result, unsteady: result.checks.filter(({ id }) => unsteady.some((finding) => finding.id === id)) };
  };
  return Promise.all(answers.map(grade));
}

function unreadable(error: unknown): Breach {
  if (error instanceof SubmissionProblem) return { promise: 'files', details: error.text };
  throw error;
}

function manifestBreach(problem: CourseProblem): Breach {
  const isAboutLanguage = isLanguage(problem.path.split('.').at(-1) ?? '');
  return { promise: isAboutLanguage ? 'languages' : 'manifest', details: problemText(problem) };
}
