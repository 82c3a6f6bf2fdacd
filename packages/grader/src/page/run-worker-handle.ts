import type { Exercise } from '../course/course.ts';
import { forbiddenMembers } from '../submission/admission.ts';
import type { StudentModule } from '../wire/frames.ts';
import type { AnswersWindow } from './answers-window.ts';
import { openWorkerForAnswer } from './open-worker.ts';
import type { FromRun, Preparation, RunOrder } from './protocol.ts';
import type { PageWorker } from './worker-scope.ts';

/** How often somebody looks whether there was a sign of life, in milliseconds. */
const lookEveryMs = 100;

/** A worker for one run of an exercise, from outside: it begins to load when it is made, and is ended whatever it does. */
export class RunWorker implements Disposable {
  readonly exercise: string;
  readonly #worker: PageWorker<FromRun, Preparation | RunOrder>;
  readonly #ready = Promise.withResolvers<undefined>();
  #onMessage: (message: FromRun) => void = () => {};
  #silentMs = 0;
  /** Ends the waiting for a run. */
  #stop: () => void = () => {};

  constructor(exercise: Exercise, answers: AnswersWindow) {
    this.exercise = exercise.id;
    this.#worker = openWorkerForAnswer('run-worker.js', answers);
    this.#worker.addEventListener('message', ({ data: message }) => {
      // The place of a loop is no sign that it will end.
      if (message.t !== 'stuck') this.#silentMs = 0;
      if (message.t !== 'ready') return this.#onMessage(message);
      this.#worker.postMessage({ t: 'prepare', exercise: exercise.id, practice: practiceFor(exercise) });
      return this.#ready.resolve(undefined);
    });
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      const why = String(Reflect.get(event, 'message'));
      this.#ready.reject(new Error(why));
      this.#onMessage({ t: 'broken', why });
    });
    this.#ready.promise.catch(() => {});
  }

  /**
   * Runs it until `take` has heard enough.
   *
   * @param take is told what the worker says, and gives what the run has come to, or undefined to go on
   * @param silentMs without a sign of life for so long it is given up
   * @returns undefined when it was given up, or the worker was ended meanwhile
   * @throws Error when the worker cannot be loaded
   */
  async run<T>(order: Omit<RunOrder, 't'>, take: (message: FromRun) => T | undefined, silentMs: number): Promise<T | undefined> {
    await this.#ready.promise;
    const { promise, resolve } = Promise.withResolvers<T | undefined>();
    this.#onMessage = (message) => {
      const result = take(message);
      if (result !== undefined) resolve(result);
    };
    this.#silentMs = 0;
    this.#stop = () => resolve(undefined);
    const look = setInterval(() => {
      // A page that stood still itself has heard nothing, which is no silence of the worker's.
      this.#silentMs += lookEveryMs;
      if (this.#silentMs > silentMs) resolve(undefined);
    }, lookEveryMs);
    this.#worker.postMessage({ t: 'run', ...order });
    try {
      return await promise;
    } finally {
      clearInterval(look);
    }
  }

  [Symbol.dispose](): void {
    this.#onMessage = () => {};
    this.#stop();
    this.#worker.terminate();
  }
}

/** An answer to whatever exercise: it awaits what it is given, one after another, and gives that back. */
function practiceFor(exercise: Exercise): StudentModule {
  const entry = 'practice.ts';
  const code = [
    'const most = 20;',
    'async function taken(given) {',
    '  const value = await given;',
    "  if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) return value;",
    '  const all = [];',
    '  for (const one of value) {',
    '    if (all.push(await taken(one)) === most) break;',
    '  }',
    '  return all;',
    '}',
    ...exercise.exports.map((name) => `export const ${name} = async (...given) => (await taken(given))[0];`),
  ].join('\n');
  return { files: { [entry]: code }, entry, imports: exercise.imports, forbidden: forbiddenMembers(exercise) };
}
