import { courseAnswers, declaredFailures } from '../../../src/commands/check-course/answers/answers.ts';
import type { CourseAnswer } from '../../../src/commands/check-course/answers/answers.ts';
import type { Exercise } from '../../../src/course/course.ts';
import { courseLayout } from '../../../src/course/layout.ts';
import { readAttacks } from '../../attacks/attacks.ts';
import { repository } from '../repository.ts';

/** What is to become of an answer: the checks that it fails, `gate` alone where that lets nothing in; or that it does not pass. */
export type Verdict = { readonly fails: readonly string[] } | 'no-pass';

/** An answer of one file, and what is to become of it. */
export interface MadeUpAnswer {
  readonly source: string;
  readonly verdict: Verdict;
}

/** Answers to an exercise by what is the matter with them. */
export type AnswerKind = 'right' | 'wrong' | 'hanging' | 'hostile';

export type AnswerBank = Readonly<Record<AnswerKind, readonly MadeUpAnswer[]>>;

/** The course's own answers to an exercise, whose verdicts `check-course` proves, and the attacks on it. */
export async function answerBank(exercise: Exercise): Promise<AnswerBank> {
  const { answers } = await courseAnswers(exercise, courseLayout(repository));
  const [main] = exercise.files;
  const own = (roles: readonly CourseAnswer['role'][]): readonly MadeUpAnswer[] =>
    answers
      .filter(({ role }) => roles.includes(role))
      .map((answer) => ({ source: answer.files.find(({ name }) => name === main)?.source ?? '', verdict: { fails: declaredFailures(answer)?.toSorted() ?? [] } }));
  const attacks = readAttacks().filter((attack) => attack.exercise === exercise.id && attack.course === 'real');
  const hangs = readAttacks().filter((attack) => attack.exercise === exercise.id || (exercise.id === 'tea' && /export .*\bmakeTea\b/.test(attack.code)));
  return {
    right: own(['solution', 'also']),
    wrong: own(['wrong']),
    hanging: hangs.filter(({ name }) => name.startsWith('hang/')).map(attackAnswer),
    hostile: [...attacks, ...hangs].filter(({ name }) => !/^(?:hang|source)\//.test(name)).map(attackAnswer),
  };
}

function attackAnswer({ code }: { readonly code: string }): MadeUpAnswer {
  return { source: code, verdict: 'no-pass' };
}
