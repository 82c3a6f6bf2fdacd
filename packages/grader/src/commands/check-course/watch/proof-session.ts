import { reportWidth, wantsColors } from '../../../cli/context.ts';
import { GraderTrouble } from '../../../cli/grader-trouble.ts';
import { Interrupted, unlessInterrupted } from '../../../cli/interrupt.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import type { CourseOutline } from '../../../course/read-course.ts';
import type { Examiner } from '../../../grading/examiner.ts';
import { proofWatchTexts } from '../../../messages/matrix.ts';
import type { Text } from '../../../messages/text.ts';
import { watchTexts } from '../../../messages/watch.ts';
import type { KeyAction } from '../../grade/keys.ts';
import type { Live } from '../../grade/watch/live.ts';
import { timeOfDay } from '../../grade/watch/time-of-day.ts';
import { checkExercise } from '../proof/check-exercise.ts';
import type { KeptChecks } from '../proof/kept-checks.ts';
import { matrixReport } from '../proof/matrix-report.ts';
import { ProofMemory } from '../proof/memory.ts';
import type { ExerciseProof } from '../proof/proof.ts';
import { proofReport } from '../proof/proof-report.ts';
import type { Runs } from '../proof/runs.ts';
import type { TypeReader } from '../suite/type-breaches.ts';

/** What is saved is an exercise, by its id. */
export interface ProofSessionOptions extends Live<string> {
  readonly outline: CourseOutline;
  readonly layout: CourseLayout;
  readonly examiner: Examiner;
  readonly types: TypeReader;
}

interface Task {
  readonly id: string;
  readonly runs: Runs;
}

/** What stands on the screen. */
interface Shown {
  readonly task: Task;
  readonly proof: ExerciseProof | { readonly trouble: Text };
  readonly at: Date;
  /** Set when a save of the suite has left some of its checks as they were. */
  readonly kept: KeptChecks['kept'];
}

/** An author's session: one exercise at a time, a proof for every save, and keys in between. */
export class ProofSession {
  readonly #options: ProofSessionOptions;
  #memory = new ProofMemory();
  #shown: Shown | undefined;

  constructor(options: ProofSessionOptions) {
    this.#options = options;
  }

  /** Goes on until the author has enough. */
  async run(first: string): Promise<void> {
    try {
      for (let task: Task | undefined = { id: first, runs: 'once' }; task; task = await this.#nextToProve(task)) await this.#show(task);
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
    }
    this.#options.screen.say(watchTexts.bye);
  }

  /** Proves, and proves again when a save came meanwhile: the newest wins. */
  async #show(task: Task): Promise<void> {
    const { events } = this.#options;
    let proof: Shown['proof'];
    do proof = await this.#prove(task);
    while (events.take((event) => event.t === 'save' && event.exercise === task.id).length > 0);
    this.#memory.sweep();
    const { kept } = this.#memory.checks;
    this.#shown = { task, proof, at: new Date(), kept: task.runs === 'once' ? kept : undefined };
    this.#draw(this.#shown);
  }

  async #prove({ id, runs }: Task): Promise<Shown['proof']> {
    const { outline, layout, examiner, types, screen, context } = this.#options;
    const onAnswer = (exercise: string, done: number, of: number): void => screen.mention(proofWatchTexts.proving(exercise, done, of));
    const proof = checkExercise(id, {
      outline, layout, examiner, runs, onAnswer, memory: this.#memory, language: context.language,
      types: async (exercise) => (await types.breaches([exercise])).get(exercise) ?? [],
    });
    try {
      return await unlessInterrupted(context.interrupted, proof);
    } catch (error) {
      // A busy machine is no reason to end the session.
      if (error instanceof GraderTrouble) return { trouble: error.text };
      throw error;
    }
  }

  #draw({ task: { id, runs }, proof, at, kept }: Shown): void {
    const { screen, context, hasKeys } = this.#options;
    const style = { language: context.language, width: reportWidth(context), colors: wantsColors(context) };
    screen.clear();
    if ('trouble' in proof) screen.say(proofWatchTexts.trouble(proof.trouble));
    else {
      screen.write(proofReport([{ ...proof, leftovers: [] }], style));
      if (proof.matrix) screen.write(`\n${matrixReport(proof.matrix, style)}`);
      screen.write('\n');
      screen.say(runs === 'once' ? proofWatchTexts.once(id) : proofWatchTexts.often, 'dim');
      if (kept !== undefined && proof.matrix) screen.say(proofWatchTexts.kept(kept.count, kept.all), 'dim');
    }
    screen.say(proofWatchTexts.watching(id, timeOfDay(at)), 'dim');
    if (hasKeys) screen.say(proofWatchTexts.keys, 'dim');
  }

  /** Waits for something that calls for a proof; undefined when the author has enough. */
  async #nextToProve({ id }: Task): Promise<Task | undefined> {
    const { events, screen } = this.#options;
    for (;;) {
      const event = await events.next();
      if (event.t === 'save') return { id: event.exercise, runs: 'once' };
      if (event.t === 'tell') screen.say(event.text, 'dim');
      else if (event.t === 'resize') {
        if (this.#shown && screen.isTerminal) this.#draw(this.#shown);
      } else if (event.action === 'quit') return undefined;
      else {
        const task = this.#taskOf(event.action, id);
        if (task) return task;
      }
    }
  }

  #taskOf(action: KeyAction, id: string): Task | undefined {
    const ids = this.#options.outline.exercises;
    const neighbour = (step: 1 | -1): Task | undefined => {
      const next = ids[ids.indexOf(id) + step];
      return next === undefined ? undefined : { id: next, runs: 'once' };
    };
    switch (action) {
      case 'again':
        // What is random is tried with other inputs, and every file is read anew.
        this.#memory = new ProofMemory();
        void this.#options.examiner.suitesChanged();
        return { id, runs: 'once' };
      case 'all':
        return { id, runs: 0 };
      case 'next':
        return neighbour(1);
      case 'previous':
        return neighbour(-1);
      default:
        return undefined;
    }
  }
}
