import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createVitest, type TestModule, type Vitest } from 'vitest/node';
import { studentCommand } from '../sandbox/command.ts';
import { readHostImage } from '../sandbox/image.ts';
import type { Sandbox } from '../sandbox/probe.ts';
import type { SubmittedExercise } from '../submission/submitted-exercise.ts';
import { collectRun } from './collect-run.ts';
import { entryOf, type Job, suitePlugin } from './suite-plugin.ts';
import type { Judge, JudgeOptions, SuiteRun } from './suite-run.ts';

export interface JudgeSettings {
  readonly sandbox: Sandbox;
  /** How many suites may run side by side; 2 when not given. */
  readonly workers?: number;
  /** The folder with the suites; the course's own when not given. */
  readonly suites?: string;
}

const ownSuites = fileURLToPath(new URL('../../suites', import.meta.url));

/** Starts Vitest for the hidden suites. It stays warm until the judge is disposed of. */
export async function createJudge({ sandbox, workers = 2, suites = ownSuites }: JudgeSettings): Promise<Judge> {
  const root = suites.replaceAll('\\', '/');
  const image = await readHostImage();
  const channel = { command: studentCommand(sandbox, image.boot), image: image.modules, entry: image.entry };
  const jobs = new Map<number, Job>();
  const runs = new Map<string, (module: TestModule) => void>();
  const vitest = await createVitest(
    {
      config: false,
      root,
      watch: false,
      include: [],
      reporters: [{ onTestModuleEnd: (module) => runs.get(module.moduleId)?.(module) }],
      pool: 'threads',
      isolate: false,
      maxWorkers: workers,
      testTimeout: 60_000,
      hookTimeout: 10_000,
      disableConsoleIntercept: true,
      // What nobody handled is part of a check's finding; Vitest would fail the whole run for it.
      dangerouslyIgnoreUnhandledErrors: true,
      // A cached suite could be an older one.
      fsModuleCache: false,
      cache: false,
    },
    { envDir: false, plugins: [suitePlugin(channel, jobs)], logLevel: 'silent', server: { watch: null } },
  );
  await vitest.standalone();
  return new VitestJudge(vitest, root, jobs, runs);
}

interface Waiting {
  readonly entry: string;
  readonly job: Job;
  readonly begin: number;
  readonly resolve: (run: SuiteRun) => void;
}

class VitestJudge implements Judge {
  readonly #vitest: Vitest;
  readonly #root: string;
  readonly #jobs: Map<number, Job>;
  readonly #runs: Map<string, (module: TestModule) => void>;
  #waiting: Waiting[] = [];
  #batch: Promise<void> | undefined;
  #lastJob = 0;

  constructor(vitest: Vitest, root: string, jobs: Map<number, Job>, runs: Map<string, (module: TestModule) => void>) {
    this.#vitest = vitest;
    this.#root = root;
    this.#jobs = jobs;
    this.#runs = runs;
  }

  judge(submission: SubmittedExercise, { repeat = 1 }: JudgeOptions = {}): Promise<SuiteRun> {
    const number = ++this.#lastJob;
    const canary = `canary-${randomBytes(16).toString('hex')}`;
    const job: Job = { submission, suite: `${this.#root}/${submission.exercise}.suite.ts`, canary, repeat };
    const entry = entryOf(this.#root, number, submission.exercise);
    this.#jobs.set(number, job);
    return new Promise((resolve) => {
      this.#waiting.push({ entry, job, begin: performance.now(), resolve });
      // Vitest runs one batch at a time; whatever is asked for within this turn of the loop goes into the same one.
      this.#batch ??= Promise.resolve().then(() => this.#runBatches());
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#batch;
    await this.#vitest.close();
  }

  async #runBatches(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      await this.#runBatch(batch);
    }
    this.#batch = undefined;
  }

  async #runBatch(batch: readonly Waiting[]): Promise<void> {
    const project = this.#vitest.getRootProject();
    for (const { entry, job, begin, resolve } of batch) {
      this.#runs.set(entry, (module) => resolve(collectRun(job, module, performance.now() - begin)));
    }
    await this.#vitest.runTestSpecifications(batch.map(({ entry }) => project.createSpecification(entry)));
    for (const { entry, job, begin, resolve } of batch) {
      this.#runs.delete(entry);
      // Has no effect where the module has ended and told its results; else its worker was lost.
      resolve(collectRun(job, undefined, performance.now() - begin));
    }
  }
}
