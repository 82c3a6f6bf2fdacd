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
import { forbiddenMembers, takeSubmission } from '../../src/submission/gate.ts';
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

/** What the arena is to do. */
export interface ArenaOrder {
  readonly withBubblewrap: boolean;
  /** A folder with a folder of answers for each attack, by its name; results are written beside the answers of each. */
  readonly stage: string;
  readonly attacks: readonly { readonly name: string; readonly exercise: string }[];
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

/** The grader as the command puts it together, but for one submission after another, without and with what stands before the suite. */
export class Arena implements AsyncDisposable {
  readonly #course: Course;
  readonly #judge: Judge;
  readonly #linter: LintWorker;
  readonly #sandbox: Sandbox;
  readonly #stage: string;

  private constructor(course: Course, judge: Judge, sandbox: Sandbox, stage: string) {
    this.#course = course;
    this.#judge = judge;
    this.#linter = new LintWorker({ directory: join(repository, 'packages/exercises') });
    this.#sandbox = sandbox;
    this.#stage = stage;
  }

  static async open({ withBubblewrap, stage }: Pick<ArenaOrder, 'withBubblewrap' | 'stage'>): Promise<Arena> {
    const found = await probeSandbox();
    const sandbox: Sandbox = withBubblewrap ? found : { ...found, name: 'node-permission', bubblewrap: undefined };
    return new Arena(await readCourse(repository), await createJudge({ sandbox, workers, suites: courseLayout(repository).suites }), sandbox, stage);
  }

  async meet(attack: string, exerciseId: string): Promise<Aftermath> {
    const exercise = this.#course.exercises.find(({ id }) => id === exerciseId);
    if (!exercise) throw new Error(`there is no exercise ${exerciseId}`);
    const folder = join(this.#stage, attack);
    const { admission } = await takeSubmission(exercise, folder);
    const submission = admission.admitted ? admission.submission : await smuggle(exercise, join(folder, exercise.id));
    const { restrictions } = exercise;
    const [suite, found] = await Promise.all([this.#judge.judge(submission), this.#linter.lint({ submission, restrictions })]);
    const guarded = admission.admitted ? { suite, lint: withUses(found, suite.used, restrictions) } : { refusal: admission.refusal };
    const lint = withUses(noObjection(exercise), suite.used, restrictions);
    return {
      attack,
      bare: this.#end(exercise, { suite, lint }, `${attack}.bare.json`),
      guarded: this.#end(exercise, guarded, `${attack}.guarded.json`),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#judge[Symbol.asyncDispose](), this.#linter[Symbol.asyncDispose]()]);
  }

  #end(exercise: Exercise, evidence: Evidence, name: string): Ending {
    const result = gradeResult({ ...provenance, sandbox: this.#sandbox.name }, [exerciseResult(exercise, evidence, 'en')]);
    const file = join(this.#stage, '..', 'results', name);
    mkdirSync(dirname(file), { recursive: true });
    resultFile(file, { cwd: this.#stage }).write(jsonReport(result));
    return { exitCode: result.exercises.some(({ message }) => message !== undefined) ? exitCodes.trouble : exitCodeOf(result), file };
  }
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
