import { randomBytes, randomInt } from 'node:crypto';
import { type CliOptions, createVitest, type PoolRunnerInitializer, type Reporter, type TestModule, type Vitest } from 'vitest/node';
import { studentCommand } from '../sandbox/command.ts';
import { readHostImage } from '../sandbox/image.ts';
import type { Sandbox } from '../sandbox/probe.ts';
import type { SubmittedExercise } from '../submission/submitted-exercise.ts';
import { anyPath, loadedByNode, moduleId } from './any-path.ts';
import { collectRun } from './collect-run.ts';
import { leavingSignalsAlone } from './leaving-signals-alone.ts';
import { LineStore } from './line-store.ts';
import { sealedSuites } from './sealed-suites.ts';
import { belongsTo, entryOf, type Job, suitePlugin } from './suite-plugin.ts';
import type { Judge, JudgeOptions, SuiteRun } from './suite-run.ts';
import { WarmThreads } from './warm-threads.ts';

export interface JudgeSettings {
  readonly sandbox: Sandbox;
  /** How many suites may run side by side; 2 when not given. */
  readonly workers?: number;
  /** Has a student process at hand between runs, for a judge that is asked again and again. */
  readonly warm?: boolean;
  /** After so many runs its threads begin anew, so that a judge that goes on for hours does not grow; 500 when not given. */
  readonly renewAfter?: number;
  /** The folder with the suites. */
  readonly suites: string;
}

/** Starts Vitest for the hidden suites. It stays warm until the judge is disposed of. */
export async function createJudge({ sandbox, workers = 2, warm = false, renewAfter = 500, suites }: JudgeSettings): Promise<Judge> {
  const root = moduleId(suites);
  const image = await readHostImage();
  const command = studentCommand(sandbox, image.boot);
  const lines = new LineStore({ command, image: image.modules, entry: image.entry, ahead: workers });
  const jobs = new Map<number, Job>();
  const runs = new Map<string, (module: TestModule) => void>();
  const saves = { count: 0 };
  const reporter = { onTestModuleEnd: (module: TestModule) => runs.get(module.moduleId)?.(module) };
  const threads = new WarmThreads(workers);
  const vitest = await leavingSignalsAlone(() =>
    createVitest(vitestOptions({ root: suites, maxWorkers: workers, reporter, pool: threads.pool }), {
      envDir: false,
      plugins: [suitePlugin(lines.address, { root, jobs, version: () => saves.count }), sealedSuites(suites), anyPath(suites)],
      logLevel: 'silent',
      server: { watch: null },
    }),
  );
  await vitest.standalone();
  return new VitestJudge({ vitest, threads, lines, workers, warm, renewAfter, root, jobs, runs, saves });
}

interface RunnerOptions {
  readonly root: string;
  readonly maxWorkers: number;
  readonly reporter: Reporter;
  readonly pool: PoolRunnerInitializer;
}

function vitestOptions({ root, maxWorkers, reporter, pool }: RunnerOptions): CliOptions {
  return {
    config: false,
    root,
    watch: false,
    include: [],
    reporters: [reporter],
    pool,
    isolate: false,
    maxWorkers,
    // Rejections that are handled late are the submission's affair, and no news for the terminal.
    execArgv: ['--no-warnings'],
    // What the student's code may take is the bridge's affair; on a busy machine that is little work in much time.
    testTimeout: 30 * 60_000,
    hookTimeout: 10_000,
    disableConsoleIntercept: true,
    // What nobody handled is part of a check's finding; Vitest would fail the whole run for it.
    dangerouslyIgnoreUnhandledErrors: true,
    // Loaded by Node itself, once a thread; only the suites and what stands for the submission go through Vite.
    server: { deps: { external: [loadedByNode] } },
    // A cached suite could be an older one.
    fsModuleCache: false,
    cache: false,
  };
}

interface Waiting {
  readonly job: Job;
  readonly resolve: (run: SuiteRun) => void;
}

interface Workshop {
  readonly vitest: Vitest;
  readonly threads: WarmThreads;
  readonly lines: LineStore;
  readonly workers: number;
  readonly warm: boolean;
  readonly renewAfter: number;
  /** The folder of the suites, as a module's id begins. */
  readonly root: string;
  readonly jobs: Map<number, Job>;
  readonly runs: Map<string, (module: TestModule) => void>;
  /** How often suites were saved since the threads were started. */
  readonly saves: { count: number };
}

class VitestJudge implements Judge {
  readonly #vitest: Vitest;
  readonly #threads: WarmThreads;
  readonly #lines: LineStore;
  readonly #workers: number;
  readonly #warm: boolean;
  readonly #renewAfter: number;
  readonly #root: string;
  readonly #jobs: Map<number, Job>;
  readonly #runs: Map<string, (module: TestModule) => void>;
  readonly #saves: { count: number };
  #waiting: Waiting[] = [];
  #batch: Promise<void> | undefined;
  #over = false;
  #lastNumber = 0;

  constructor({ vitest, threads, lines, workers, warm, renewAfter, root, jobs, runs, saves }: Workshop) {
    this.#vitest = vitest;
    this.#threads = threads;
    this.#lines = lines;
    this.#workers = workers;
    this.#warm = warm;
    this.#renewAfter = renewAfter;
    this.#root = root;
    this.#jobs = jobs;
    this.#runs = runs;
    this.#saves = saves;
  }

  judge(submission: SubmittedExercise, { repeat = 1, repeated, only, seed = randomInt(2 ** 32), time, inCompany = false }: JudgeOptions = {}): Promise<SuiteRun> {
    const canary = `canary-${randomBytes(16).toString('hex')}`;
    const { exercise, hasHidden = false } = submission;
    const open = `${this.#root}/${exercise}.suite.ts`;
    const suites: Job['suites'] = hasHidden ? [open, `${this.#root}/${exercise}.hidden.suite.ts`] : [open];
    const job: Job = { submission, suites, canary, inCompany, repeat, repeated, only, seed, time };
    if (this.#over) return Promise.resolve(collectRun(job, undefined));
    const run = new Promise<SuiteRun>((resolve) => {
      this.#waiting.push({ job, resolve });
      this.#lines.expect(this.#linesToCome());
      // Vitest runs one batch at a time; whatever is asked for within this turn of the loop goes into the same one.
      this.#batch ??= Promise.resolve().then(() => this.#runBatches());
    });
    void run.then(({ studentMs }) => time?.spend(studentMs));
    return run;
  }

  /** Answers in company need one line a thread. */
  #linesToCome(): number {
    const inCompany = this.#waiting.filter(({ job }) => job.inCompany).length;
    return this.#waiting.length - inCompany + Math.min(this.#workers, inCompany);
  }

  /** Ends at once: what is still being judged comes to nothing. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#over = true;
    if (this.#batch) await this.#vitest.cancelCurrentRun('keyboard-input');
    await this.#batch;
    await this.#vitest.close();
    await this.#threads[Symbol.asyncDispose]();
    await this.#lines[Symbol.asyncDispose]();
  }

  async #runBatches(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      await this.#runBatch(batch);
    }
    this.#batch = undefined;
    this.#lines.expect(this.#warm ? 1 : 0);
  }

  async #runBatch(batch: readonly Waiting[]): Promise<void> {
    if (this.#lastNumber + batch.length > this.#renewAfter) await this.#beginAnew();
    const project = this.#vitest.getRootProject();
    const numbered = batch.map((waiting) => {
      const number = ++this.#lastNumber;
      return { ...waiting, number, entry: entryOf(this.#root, number, waiting.job.submission.exercise) };
    });
    for (const { number, entry, job, resolve } of numbered) {
      this.#jobs.set(number, job);
      this.#runs.set(entry, (module) => resolve(collectRun(job, module)));
    }
    await this.#vitest.runTestSpecifications(numbered.map(({ entry }) => project.createSpecification(entry)));
    for (const { number, entry, job, resolve } of numbered) {
      this.#jobs.delete(number);
      this.#runs.delete(entry);
      // What Vite has made of a job's modules must not serve the next job of that number.
      this.#forget((id) => belongsTo(id, number));
      // Has no effect where the module has ended and told its results; else its worker was lost.
      resolve(collectRun(job, undefined));
    }
  }

  /** No thread is left that knows a module of before, whose name the next ones may have. */
  async #beginAnew(): Promise<void> {
    await this.#threads.renew();
    this.#lastNumber = 0;
    this.#saves.count = 0;
  }

  suitesChanged(): void {
    this.#forget((id) => id.startsWith(`${this.#root}/`));
    this.#saves.count += 1;
  }

  #forget(isMeant: (id: string) => boolean): void {
    for (const { moduleGraph } of Object.values(this.#vitest.getRootProject().vite.environments)) {
      for (const [id, module] of moduleGraph.idToModuleMap) {
        if (isMeant(id)) moduleGraph.invalidateModule(module);
      }
    }
  }
}
