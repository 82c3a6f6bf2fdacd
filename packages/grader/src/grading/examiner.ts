import type { Exercise } from '../course/course.ts';
import type { CourseLayout } from '../course/layout.ts';
import type { Judge, JudgeOptions } from '../judge/suite-run.ts';
import { jointEvidence } from '../lint/joint-evidence.ts';
import type { LintReply } from '../lint/lint-job.ts';
import { LintWorker } from '../lint/lint-worker.ts';
import type { Sandbox } from '../sandbox/probe.ts';
import type { Admission } from '../submission/admission.ts';
import type { SubmissionTime } from '../submission/submission-time.ts';
import type { SubmittedExercise } from '../submission/submitted-exercise.ts';
import type { Evidence } from '../verdict/evidence.ts';
import { inDoubt } from '../verdict/in-doubt.ts';
import { Company } from './company.ts';

export interface ExamineOptions extends Pick<JudgeOptions, 'repeat' | 'repeated' | 'only' | 'seed' | 'inCompany'> {
  /** What the answers of one submission share; each has its own limits only, when it is not given. */
  readonly time?: SubmissionTime;
  /** Gives what is remembered of a text that was looked at before, or has it looked at now; everything is looked at when it is not given. */
  readonly recall?: (key: string, look: () => Promise<LintReply>) => Promise<LintReply>;
}

/**
 * Finds out what there is to know about answers. A student's answer, a stub, a solution and a wrong answer all come
 * this way. The judge and the linter start with the first answer that needs them, and stay warm.
 */
export class Examiner implements AsyncDisposable {
  readonly #layout: CourseLayout;
  readonly #sandbox: Sandbox;
  readonly #warm: boolean;
  readonly #resources = new AsyncDisposableStack();
  readonly #company = new Company();
  #tools: Promise<Tools> | undefined;

  /** @param options.warm whether to be ready for the next answer between one and another, as where a student saves and saves */
  constructor(layout: CourseLayout, sandbox: Sandbox, { warm = false } = {}) {
    this.#layout = layout;
    this.#sandbox = sandbox;
    this.#warm = warm;
  }

  /** What is in doubt because the machine was busy is tried once more, alone. Never rejects for what a submission does. */
  async examine(exercise: Exercise, admission: Admission, options: ExamineOptions = {}): Promise<Evidence> {
    if (!admission.admitted) return { refusal: admission.refusal };
    const { submission } = admission;
    const evidence = await this.#company.together(() => this.#examine(exercise, submission, options));
    return inDoubt(evidence) ? await this.#company.alone(() => this.#examine(exercise, submission, options)) : evidence;
  }

  async #examine(exercise: Exercise, submission: SubmittedExercise, { time, recall, ...options }: ExamineOptions): Promise<Evidence> {
    const { restrictions } = exercise;
    const { judge, linter } = await (this.#tools ??= this.#start());
    const look = (): Promise<LintReply> => linter.lint({ submission, restrictions }, time?.reading);
    const [suite, lint] = await Promise.all([
      judge.judge(submission, { ...options, ...(time && { time: time.running }) }),
      recall === undefined ? look() : recall(JSON.stringify([submission, restrictions]), look),
    ]);
    return jointEvidence(suite, lint, restrictions);
  }

  /** Suites were saved: the next answer meets them as they are now. */
  async suitesChanged(): Promise<void> {
    (await this.#tools)?.judge.suitesChanged();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled([this.#tools]);
    await this.#resources.disposeAsync();
  }

  async #start(): Promise<Tools> {
    const linter = this.#resources.use(new LintWorker({ directory: this.#layout.exercises }));
    // Takes half a second to load: a mistyped command or a syntax error is told before that.
    const { createJudge } = await import('../judge/judge.ts');
    const judge = this.#resources.use(await createJudge({ sandbox: this.#sandbox, suites: this.#layout.suites, warm: this.#warm }));
    return { linter, judge };
  }
}

interface Tools {
  readonly judge: Judge;
  readonly linter: LintWorker;
}
