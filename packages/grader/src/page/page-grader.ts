import { exercises } from 'virtual:teatime/exercises';
import { jointEvidence } from '../lint/joint-evidence.ts';
import type { Exercise } from '../course/course.ts';
import type { Language } from '../messages/text.ts';
import type { Admission } from '../submission/admission.ts';
import type { SubmittedExercise } from '../submission/submitted-exercise.ts';
import { inExam } from '../verdict/in-exam.ts';
import type { ExerciseResult } from '../verdict/result.ts';
import type { StudentModule } from '../wire/frames.ts';
import type { AnswerFile } from './answers/answer-file.ts';
import { answersAmong } from './answers/answers-among.ts';
import type { Answers, LooseFiles } from './answers/answers-among.ts';
import { answersWindow } from './answers-window.ts';
import type { AnswersWindow } from './answers-window.ts';
import type { Engine, OpenExercise, PageGrading, Telling } from './engine.ts';
import { Lint } from './lint.ts';
import { pageResult } from './page-result.ts';
import type { PageResult } from './page-result.ts';
import type { GateQuestion } from './protocol.ts';
import { Questions } from './questions.ts';
import { runAnswer } from './run-answer.ts';
import { runStory } from './run-story.ts';
import { RunWorker } from './run-worker-handle.ts';
import { solutionOf } from './solution.ts';
import type { StoryRun } from './story.ts';
import { reportSheet, tellingOf } from './telling.ts';

/**
 * Grades answers in a page: what `pnpm grade` does, with the same suites, in workers of the browser. The code of an answer never
 * runs on the thread of the page; whatever it does there, the page stays free.
 */
export class PageGrader implements Engine {
  // Made with the first answer: a page shall show what it is about before it loads a parser.
  #gate: Questions<GateQuestion, Admission> | undefined;
  #spare: RunWorker | undefined;
  readonly #lint = new Lint();

  readonly sheet = reportSheet;

  async open(id: string): Promise<OpenExercise> {
    const load = exercises[id];
    if (!load) throw new Error(`there is no exercise ${id}`);
    return (await load()).open;
  }

  async grade(id: string, files: readonly AnswerFile[], { language, seed = randomSeed(), onFinding = () => {}, onReading, signal }: PageGrading): Promise<PageResult> {
    // What takes longest to load is asked for first.
    this.#openGate();
    const [{ exercise, stub, isExam }, answers] = await Promise.all([this.open(id), answersWindow()]);
    const begin = performance.now();
    const prepare = (): RunWorker => this.#prepare(exercise, answers);
    prepare();
    const admission = await this.#admit({ exercise, files });
    signal?.throwIfAborted();
    const asTold = (graded: PageResult): PageResult => {
      const told = isExam ? inExam(graded.result) : graded.result;
      return { ...graded, result: { ...told, ...(isSame(files, stub) && { begun: false as const }) } };
    };
    if (!admission.admitted) return asTold(pageResult(exercise, files, { refusal: admission.refusal }, language));
    const { submission } = admission;
    const run = await runAnswer({ module: moduleOf(submission), seed }, { next: () => this.#taken(prepare()), onFinding, signal }).finally(prepare);
    const suite = { ...run, canary: 'failed', durationMs: performance.now() - begin } as const;
    const { unmeasured } = run;
    const first = asTold(pageResult(exercise, files, { lint: undefined, suite }, language, { unmeasured }));
    if (onReading) {
      const { restrictions } = exercise;
      void this.#lint.read({ submission, restrictions }, signal).then((reading) => {
        if (signal?.aborted) return;
        onReading(reading ? asTold(pageResult(exercise, files, jointEvidence(suite, reading, restrictions), language, { problems: reading.problems, unmeasured })) : first);
      });
    }
    return first;
  }

  telling(result: ExerciseResult, language: Language): Telling {
    return tellingOf(result, language);
  }

  async solution(id: string): Promise<readonly AnswerFile[]> {
    return await solutionOf(id);
  }

  async story(id: string, files: readonly AnswerFile[], language: Language): Promise<StoryRun> {
    const { exercise } = await this.open(id);
    const admission = await this.#admit({ exercise, files });
    if (!admission.admitted) return { kind: 'refused' };
    return await runStory({ exercise: id, exports: exercise.exports, module: moduleOf(admission.submission), language }, files);
  }

  async archive(answers: Answers): Promise<Uint8Array> {
    const { answersArchive } = await import('./answers/answers-archive.ts');
    return await answersArchive(answers);
  }

  async answersAmong(files: LooseFiles): Promise<Answers> {
    const opened = await Promise.all(Object.keys(exercises).map((id) => this.open(id)));
    const all = new Map(files);
    for (const [path, bytes] of files) {
      if (!path.toLowerCase().endsWith('.zip')) continue;
      const { filesOfZip } = await import('./answers/answers-archive.ts');
      for (const [inside, content] of await filesOfZip(bytes)) all.set(inside, content);
    }
    return answersAmong(all, opened.map(({ exercise }) => exercise));
  }

  [Symbol.dispose](): void {
    this.#gate?.[Symbol.dispose]();
    this.#spare?.[Symbol.dispose]();
    this.#lint[Symbol.dispose]();
  }

  #openGate(): Questions<GateQuestion, Admission> {
    return (this.#gate ??= new Questions('gate-worker.js'));
  }

  #admit(question: GateQuestion): Promise<Admission> {
    return this.#openGate().ask(question);
  }

  /** Has a worker get ready for the next run of an exercise. While one runs it would only be in its way. */
  #prepare(exercise: Exercise, answers: AnswersWindow): RunWorker {
    if (this.#spare?.exercise !== exercise.id) {
      this.#spare?.[Symbol.dispose]();
      this.#spare = new RunWorker(exercise, answers);
    }
    return this.#spare;
  }

  /** Nobody else gets it. */
  #taken(worker: RunWorker): RunWorker {
    this.#spare = undefined;
    return worker;
  }
}

/** Whether an answer is as it was handed out. */
function isSame(files: readonly AnswerFile[], stub: readonly AnswerFile[]): boolean {
  return stub.every(({ name, source }) => files.find((file) => file.name === name)?.source === source);
}

function moduleOf({ files, imports, forbidden = [] }: SubmittedExercise): StudentModule {
  return { files: Object.fromEntries(files.map(({ name, code }) => [name, code])), entry: files[0]?.name ?? '', imports, forbidden };
}

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
