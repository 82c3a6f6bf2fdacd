import { join } from 'node:path';
import { GraderTrouble } from '../../../cli/grader-trouble.ts';
import { CourseError, problemText } from '../../../course/course-error.ts';
import type { CourseProblem } from '../../../course/course-error.ts';
import type { Exercise } from '../../../course/course.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import { readExercise } from '../../../course/read-course.ts';
import type { CourseOutline } from '../../../course/read-course.ts';
import type { Examiner } from '../../../grading/examiner.ts';
import { checkCourseTexts } from '../../../messages/promises.ts';
import { isLanguage } from '../../../messages/system-language.ts';
import type { Language } from '../../../messages/text.ts';
import { leftovers } from '../../../scaffold/leftovers.ts';
import { admit } from '../../../submission/gate.ts';
import { SubmissionProblem } from '../../../submission/submission-problem.ts';
import type { Evidence } from '../../../verdict/evidence.ts';
import { isJudged } from '../../../verdict/grade-result.ts';
import { exerciseResult } from '../../../verdict/exercise-result.ts';
import { answerBreaches, mistakeBreaches } from './answer-breaches.ts';
import type { GradedAnswer } from './answer-breaches.ts';
import { courseAnswers } from '../answers/answers.ts';
import type { CourseAnswer } from '../answers/answers.ts';
import type { Breach } from '../breach/breach.ts';
import { fileBreaches } from '../files/file-breaches.ts';
import { manifestBreaches } from '../manifest/manifest-breaches.ts';
import { exportBreaches, importBreaches } from '../manifest/module-breaches.ts';
import { languageBreaches } from '../manifest/texts.ts';
import { digest } from '../../../files/digest.ts';
import { matrixOf } from './matrix.ts';
import { filesVersion, suiteVersion } from './memory.ts';
import type { ProofMemory } from './memory.ts';
import { unjudgedProof } from './proof.ts';
import type { ExerciseProof } from './proof.ts';
import { repeatedChecks, runsOf } from './runs.ts';
import type { Runs } from './runs.ts';
import { storyTold } from '../story/story-breaches.ts';
import { idleHiddenSuite, missingSuite, suiteBreaches } from '../suite/suite-breaches.ts';
import { taskBreaches } from '../files/task-breaches.ts';
import { variantBreaches } from '../files/variant-breaches.ts';

export interface Proving {
  readonly outline: CourseOutline;
  readonly layout: CourseLayout;
  readonly examiner: Examiner;
  readonly language: Language;
  /** What TypeScript finds in the suites and the story of an exercise. */
  readonly types: (id: string) => Promise<readonly Breach[]>;
  /**
   * How often every check meets the right answers in all, and those that are to fail it; 0 for no more than it has to, and
   * `once` for each answer once.
   */
  readonly runs: Runs;
  readonly memory: ProofMemory;
  /** Called before the first answer of an exercise is graded and after each. */
  readonly onAnswer: (exercise: string, done: number, of: number) => void;
}

/** Proves the promises of an exercise, as far as its files allow. */
export async function checkExercise(id: string, proving: Proving): Promise<ExerciseProof> {
  const [proof, left] = await Promise.all([prove(id, proving), leftovers(id, proving.layout)]);
  return { ...proof, leftovers: left };
}

async function prove(id: string, proving: Proving): Promise<ExerciseProof> {
  try {
    const exercise = await readExercise(proving.layout.root, id);
    const { layout } = proving;
    const apartFromAnswers = staticBreaches(exercise, proving);
    // Whoever asks for them hears of it.
    apartFromAnswers.catch(() => undefined);
    const found = await courseAnswers(exercise, layout).catch(unreadable);
    if ('promise' in found) {
      const files = await apartFromAnswers;
      return unjudgedProof(id, files.length > 0 ? files : [found]);
    }
    const { answers, broken } = found;
    const variants = [...(await variantBreaches(id, answers, layout)), ...broken.map(({ details }) => ({ promise: 'wrong', details }) as const)];
    const apart = [...missingSuite(exercise, layout), ...(await solutionBreaches(exercise, answers))];
    if (apart.length > 0) return unjudgedProof(id, [...(await apartFromAnswers), ...variants, ...apart]);
    const graded = await gradeAll(exercise, answers, proving);
    const files = await apartFromAnswers;
    if ('suite' in graded) return unjudgedProof(id, [...files, ...variants, ...graded.suite]);
    const wrong = answers.filter(({ role }) => role === 'wrong').length;
    const breaches = [...files, ...variants, ...answerBreaches(exercise, graded, broken.flatMap(({ declared }) => declared))];
    return { ...unjudgedProof(id, breaches), right: answers.length - wrong - 1, wrong, matrix: matrixOf(exercise, graded) };
  } catch (error) {
    if (!(error instanceof CourseError)) throw error;
    const isUnreadable = error.problems.some(({ path }) => path === '');
    return { ...unjudgedProof(id, error.problems.map(manifestBreach)), unreadable: isUnreadable };
  }
}

/** What shows before any answer is judged, as a student would meet it. */
async function staticBreaches(exercise: Exercise, { layout, outline, types, memory }: Proving): Promise<readonly Breach[]> {
  const { id, files: [main = `${id}.ts`] } = exercise;
  const { languages } = outline;
  const cast = [join(layout.exercises, id, 'story.ts'), join(layout.solutions, id, main), join(layout.exercises, id, main)];
  const said = memory.stories.of(digest(languages.join(), await filesVersion(cast)), () => storyTold(exercise, layout, languages));
  const typed = memory.types.of(digest(await suiteVersion(id, layout), await filesVersion(cast)), () => types(id));
  // Both are awaited below, after others that may fail.
  for (const one of [said, typed]) one.catch(() => undefined);
  return [
    ...(await fileBreaches(exercise, layout, languages)),
    ...importBreaches(exercise),
    ...manifestBreaches(exercise, outline),
    ...(await languageBreaches(join(layout.exercises, id, 'exercise.json'), layout.root, languages)),
    ...(await taskBreaches(exercise, layout, languages)),
    ...(await (await import('../suite/suite-source.ts')).suiteSourceBreaches(exercise, layout, languages)),
    ...(await said),
    ...idleHiddenSuite(exercise, layout),
    ...(await typed),
  ];
}

async function solutionBreaches(exercise: Exercise, answers: readonly CourseAnswer[]): Promise<readonly Breach[]> {
  const solution = answers.find(({ role }) => role === 'solution');
  return solution === undefined ? [] : exportBreaches(exercise, solution);
}

/**
 * Grades the solution, or else the first answer that the gate lets through, before all the others: what is wrong with the
 * suite shows in it, and would be the fault of no answer.
 */
async function gradeAll(
  exercise: Exercise,
  answers: readonly CourseAnswer[],
  { layout, examiner, language, runs, onAnswer, memory }: Proving,
): Promise<readonly GradedAnswer[] | { readonly suite: readonly Breach[] }> {
  const repeats = runsOf(answers, runs);
  const suite = await suiteVersion(exercise.id, layout);
  const facts = factsOf(exercise);
  const versions = runs === 'once' ? await (await import('../suite/check-versions.ts')).checkVersions(exercise, layout) : undefined;
  const isNew = memory.isNewSuite(exercise.id, suite);
  if (isNew) await examiner.suitesChanged();
  memory.checks.begin(isNew ? versions?.size : undefined);
  let done = 0;
  onAnswer(exercise.id, done, answers.length);
  const examine = async (answer: CourseAnswer): Promise<Examined> => {
    const options = { repeat: repeats.get(answer) ?? 1, ...repeatedChecks(answer), inCompany: runs === 'once' };
    const key = digest(suite, facts, JSON.stringify(answer.files), JSON.stringify(options));
    const look = async (only?: readonly string[]): Promise<Evidence> =>
      examiner.examine(exercise, await admit(exercise, answer.files), { ...options, ...(only && { only }), recall: memory.recall });
    // The solution meets a suite that has changed as a whole: what is wrong with it beyond its checks shows there.
    const evidence = await memory.evidence.of(key, () => (versions !== undefined && !isSolution(answer) ? memory.checks.examine(digest(facts, JSON.stringify(answer.files)), versions, look) : look()));
    done += 1;
    onAnswer(exercise.id, done, answers.length);
    const { findings = [], mistakes = [] } = 'suite' in evidence ? evidence.suite : {};
    const unsteady = findings.filter(({ steady }) => steady === false).map(({ id }) => id);
    // The suite's mistakes are told apart; what the other checks found holds.
    const result = exerciseResult(exercise, 'suite' in evidence ? { ...evidence, suite: { ...evidence.suite, mistakes: [] } } : evidence, language);
    if (!isJudged(result)) throw new GraderTrouble(checkCourseTexts.unjudged(answer.path));
    return { answer, evidence, result, mistakes, unsteady: result.checks.filter(({ id }) => unsteady.includes(id)) };
  };
  const first: Examined[] = [];
  const [solutions, others] = [answers.filter(isSolution), answers.filter((answer) => !isSolution(answer))];
  for (const answer of [...solutions, ...others]) {
    const examined = await examine(answer);
    first.push(examined);
    if ('refusal' in examined.evidence) continue;
    const faults = [...suiteBreaches(exercise, examined.evidence.suite), ...mistakeBreaches([examined])];
    if (faults.length > 0) return { suite: faults };
    break;
  }
  const rest = answers.filter((answer) => !first.some((examined) => examined.answer === answer));
  return [...first, ...(await Promise.all(rest.map(examine)))];
}

/** What of a manifest decides on how an answer is judged: no text, and no points. */
function factsOf({ files, exports, imports, restrictions, checks }: Exercise): string {
  return JSON.stringify([files, exports, imports, restrictions, checks.map(({ title: _title, why: _why, points: _points, ...check }) => check)]);
}

interface Examined extends GradedAnswer {
  readonly evidence: Evidence;
}

function isSolution({ role }: CourseAnswer): boolean {
  return role === 'solution';
}

function unreadable(error: unknown): Breach {
  if (error instanceof SubmissionProblem) return { promise: 'files', details: error.text };
  throw error;
}

function manifestBreach(problem: CourseProblem): Breach {
  const isAboutLanguage = isLanguage(problem.path.split('.').at(-1) ?? '');
  return { promise: isAboutLanguage ? 'languages' : 'manifest', details: problemText(problem) };
}
