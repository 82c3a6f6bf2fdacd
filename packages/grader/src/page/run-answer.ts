import { explainDeath } from '../judge/kit/explain-death.ts';
import type { StuckPlace } from '../bridge/death.ts';
import type { SuiteEvidence } from '../verdict/evidence.ts';
import type { Finding } from '../verdict/finding.ts';
import type { FromRun, RunOrder } from './protocol.ts';
import type { RunWorker } from './run-worker-handle.ts';

/** How long an answer may give no sign of life, in milliseconds: the same time as in the judge, where it is processor time. */
const silentMs = 1000;

/** With its loops guarded it tells by itself where it hangs, unless it does so in no code of its own. */
const guardedSilentMs = 1500;

/** How long one check may take, in milliseconds: honest answers take a hundredth of it. */
const mostCheckMs = 10_000;

export interface Running {
  /** A worker that nobody has used. */
  readonly next: () => RunWorker;
  readonly onFinding: (finding: Finding) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What the verdict needs of a run, and what the answer called although its exercise forbids it. */
export interface AnswerRun extends Pick<SuiteEvidence, 'findings' | 'output' | 'mistakes'> {
  readonly trouble?: NonNullable<SuiteEvidence['trouble']>;
  readonly used: readonly string[];
  /** The checks that passed although they could not look for all that they look for. */
  readonly unmeasured: readonly string[];
}

/**
 * Runs all checks of an exercise against an answer, in as many workers as it takes: one that gives no sign of life is ended, and
 * its check runs once more in another one, with guarded loops, to find the line.
 *
 * @throws DOMException `AbortError` when nobody waits any more
 */
export async function runAnswer(order: Pick<RunOrder, 'module' | 'seed'>, { next, onFinding, signal }: Running): Promise<AnswerRun> {
  const run = new Run(onFinding);
  let guarded = false;
  for (;;) {
    using worker = next();
    const abort = (): void => worker[Symbol.dispose]();
    signal?.addEventListener('abort', abort);
    const end = await worker.run({ ...order, known: run.known, guarded }, (message) => run.hear(message), guarded ? guardedSilentMs : silentMs);
    signal?.removeEventListener('abort', abort);
    signal?.throwIfAborted();
    if (end === 'done' || (end === undefined && guarded && !run.giveUp())) return run;
    guarded = true;
  }
}

const suiteHangs = {
  en: 'The suite could not run: it does not come to its end.',
  'zh-CN': '检查套件无法运行：它一直没有结束。',
};

/** What has been heard of a run so far, over all its workers. */
class Run implements AnswerRun {
  readonly #onFinding: (finding: Finding) => void;
  readonly findings: Finding[] = [];
  readonly mistakes: NonNullable<SuiteEvidence['mistakes']>[number][] = [];
  output: readonly string[] = [];
  readonly unmeasured: string[] = [];
  used: readonly string[] = [];
  trouble?: NonNullable<SuiteEvidence['trouble']>;
  #check: string | undefined;
  #began = 0;
  #stuck: StuckPlace = {};

  constructor(onFinding: (finding: Finding) => void) {
    this.#onFinding = onFinding;
  }

  get known(): readonly string[] {
    return this.findings.map(({ id }) => id);
  }

  /** @returns `hung` when the worker is of no more use, `done` when all is known, undefined to go on */
  hear(message: FromRun): 'done' | 'hung' | undefined {
    switch (message.t) {
      case 'ready':
        return undefined;
      case 'alive':
        return this.#check !== undefined && performance.now() - this.#began > mostCheckMs ? this.#cut(this.#check) : undefined;
      case 'begins':
        this.#check = message.check;
        this.#began = performance.now();
        this.#stuck = {};
        return undefined;
      case 'stuck':
        this.#stuck = message.place;
        return undefined;
      case 'found':
        if (message.unmeasured && message.finding.status === 'passed') this.unmeasured.push(message.finding.id);
        if (message.mistake) this.mistakes.push(message.mistake);
        this.#add(message.finding);
        return message.hung ? 'hung' : undefined;
      case 'done':
        this.output = message.output;
        this.used = message.used;
        return 'done';
      case 'broken':
        this.trouble = { en: message.why, 'zh-CN': message.why };
        return 'done';
    }
  }

  /**
   * The check that is under way does not come to its end, and says nothing more of where.
   *
   * @returns false when no check is: then it is the suite that hangs
   */
  giveUp(): boolean {
    if (this.#check === undefined) {
      this.trouble = suiteHangs;
      return false;
    }
    this.#add({ id: this.#check, kind: 'suite', ...explainDeath({ cause: 'hang', ...this.#stuck }) });
    return true;
  }

  /** It lives and goes on and on. */
  #cut(id: string): 'hung' {
    this.#add({ id, kind: 'suite', ...explainDeath({ cause: 'check-budget' }) });
    return 'hung';
  }

  #add(finding: Finding): void {
    this.#check = undefined;
    this.findings.push(finding);
    this.#onFinding(finding);
  }
}
