import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { resultFile } from '../../src/cli/result-file.ts';
import type { Course, Exercise } from '../../src/course/course.ts';
import { courseLayout } from '../../src/course/layout.ts';
import { readCourse } from '../../src/course/read-course.ts';
import { createJudge } from '../../src/judge/judge.ts';
import type { Judge } from '../../src/judge/suite-run.ts';
import { LintWorker } from '../../src/lint/lint-worker.ts';
import { withUses } from '../../src/lint/restricted-members/uses.ts';
import { jsonReport } from '../../src/report/json.ts';
import { probeSandbox } from '../../src/sandbox/probe.ts';
import type { Sandbox } from '../../src/sandbox/probe.ts';
import { stripTypes } from '../../src/source/strip-types.ts';
import { collectFiles } from '../../src/submission/collect.ts';
import { forbiddenMembers } from '../../src/submission/admission.ts';
import { takeSubmission } from '../../src/submission/gate.ts';
import type { SubmittedExercise } from '../../src/submission/submitted-exercise.ts';
import { expectedChecks } from '../../src/verdict/checks.ts';
import type { Evidence } from '../../src/verdict/evidence.ts';
import { exerciseResult } from '../../src/verdict/exercise-result.ts';
import { exitCodeOf, exitCodes } from '../../src/verdict/exit-code.ts';
import type { ExitCode } from '../../src/verdict/exit-code.ts';
import { gradeResult } from '../../src/verdict/grade-result.ts';
import { finding } from '../support/evidence.ts';
import { provenance } from '../support/provenance.ts';
import { repository } from '../support/repository.ts';
import { smallCourse } from '../support/small-course.ts';
import type { Attack } from './attacks.ts';

/** What the arena is to do. */
export interface ArenaOrder {
  readonly withBubblewrap: boolean;
  /** A folder with a folder of answers for each attack, by its name; results are written beside the answers of each. */
  readonly stage: string;
  readonly attacks: readonly Pick<Attack, 'name' | 'exercise' | 'course'>[];
}

/** What came of an attack. */
export interface Aftermath {
  readonly attack: string;
  /** How the grade ends without gate and lint: what withstands here withstands by itself. */
  readonly bare: Ending;
  /** How it ends with both. */
  readonly guarded: Ending;
}

/** How a grade ends. */
export interface Ending {
  readonly exitCode: ExitCode;
  /** Where the result was written. */
  readonly file: string;
}

/** More than there are cores: most of what attacks cost is waiting for what hangs. */
const workers = 4;

/** A course, and what its answers are graded with. */
interface Ground {
  readonly course: Course;
  readonly judge: Judge;
  readonly linter: LintWorker;
}

const roots = { real: repository, small: smallCourse } as const satisfies Record<Attack['course'], string>;

/** The grader as the command puts it together, but for one submission after another, without and with what stands before the suite. */
export class Arena implements AsyncDisposable {
  readonly #grounds: Readonly<Record<Attack['course'], Ground>>;
  readonly #sandbox: Sandbox;
  readonly #stage: string;

  private constructor(grounds: Readonly<Record<Attack['course'], Ground>>, sandbox: Sandbox, stage: string) {
    this.#grounds = grounds;
    this.#sandbox = sandbox;
    this.#stage = stage;
  }

  static async open({ withBubblewrap, stage }: Pick<ArenaOrder, 'withBubblewrap' | 'stage'>): Promise<Arena> {
    const found = await probeSandbox();
    const sandbox: Sandbox = withBubblewrap ? found : { ...found, name: 'node-permission', bubblewrap: undefined };
    const [real, small] = await Promise.all([openGround(roots.real, sandbox), openGround(roots.small, sandbox)]);
    return new Arena({ real, small }, sandbox, stage);
  }

  async meet({ name, exercise: id, course }: ArenaOrder['attacks'][number]): Promise<Aftermath> {
    const ground = this.#grounds[course];
    const exercise = ground.course.exercises.find((one) => one.id === id);
    if (!exercise) throw new Error(`there is no exercise ${id}`);
    const folder = join(this.#stage, name);
    const { admission } = await takeSubmission(exercise, folder);
    const submission = admission.admitted ? admission.submission : await smuggle(exercise, join(folder, exercise.id));
    const { restrictions } = exercise;
    const [suite, found] = await Promise.all([ground.judge.judge(submission), ground.linter.lint({ submission, restrictions })]);
    const guarded = admission.admitted ? { suite, lint: withUses(found.findings, suite.used, restrictions) } : { refusal: admission.refusal };
    const lint = withUses(noObjection(exercise), suite.used, restrictions);
    return {
      attack: name,
      bare: this.#end(exercise, { suite, lint }, `${name}.bare.json`),
      guarded: this.#end(exercise, guarded, `${name}.guarded.json`),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const tools = Object.values(this.#grounds).flatMap(({ judge, linter }) => [judge, linter]);
    await Promise.all(tools.map((tool) => tool[Symbol.asyncDispose]()));
  }

  #end(exercise: Exercise, evidence: Evidence, name: string): Ending {
    const result = gradeResult({ ...provenance, sandbox: this.#sandbox.name }, [exerciseResult(exercise, evidence, 'en')]);
    const file = join(this.#stage, '..', 'results', name);
    mkdirSync(dirname(file), { recursive: true });
    resultFile(file, { cwd: this.#stage }).write(jsonReport(result));
    return { exitCode: result.exercises.some(({ message }) => message !== undefined) ? exitCodes.trouble : exitCodeOf(result), file };
  }
}

async function openGround(root: string, sandbox: Sandbox): Promise<Ground> {
  const { exercises, suites } = courseLayout(root);
  return {
    course: await readCourse(root),
    judge: await createJudge({ sandbox, workers, suites }),
    linter: new LintWorker({ directory: exercises }),
  };
}

/** Lets a submission past the gate, whatever that had against it. */
async function smuggle(exercise: Exercise, folder: string): Promise<SubmittedExercise> {
  const { id, exports, imports } = exercise;
  const collected = collectFiles(exercise, folder);
  const files = collected.map((file) => ({ ...file, code: strippedIfPossible(file.source) }));
  return { exercise: id, files, exports, imports, forbidden: forbiddenMembers(exercise) };
}

function strippedIfPossible(source: string): string {
  try {
    return stripTypes(source);
  } catch {
    return source;
  }
}

/** As if lint had found nothing: a rule must not be what stands between an attack and a pass. */
function noObjection(exercise: Exercise): ReturnType<typeof finding>[] {
  return expectedChecks(exercise)
    .filter(({ kind }) => kind === 'lint' || kind === 'types')
    .map(({ id, kind }) => finding(id, 'passed', kind));
}
