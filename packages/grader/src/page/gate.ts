import type { Exercise } from '../course/course.ts';
import type { Admission } from '../submission/admission.ts';
import type { CollectedFile } from '../submission/collect.ts';
import { openWorker } from './open-worker.ts';
import type { FromGate, GateQuestion } from './protocol.ts';

/** Checks answers at the gate, in a worker that stays: a parser takes a while to load, and may take long over a file. */
export class Gate implements Disposable {
  readonly #worker = openWorker<FromGate, GateQuestion>('gate-worker.js');
  readonly #waiting = new Map<number, (admission: Admission) => void>();
  /** What is said before the worker listens is lost. */
  readonly #ready = Promise.withResolvers<undefined>();
  #asked = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data: message }) => {
      if (message.t === 'ready') return this.#ready.resolve(undefined);
      this.#waiting.get(message.number)?.(message.admission);
      this.#waiting.delete(message.number);
      return undefined;
    });
    this.#worker.addEventListener('error', (event) => this.#ready.reject(new Error(String(Reflect.get(event, 'message')))));
  }

  async admit(exercise: Exercise, files: readonly CollectedFile[]): Promise<Admission> {
    const question: GateQuestion = { number: ++this.#asked, exercise, files };
    const { promise, resolve } = Promise.withResolvers<Admission>();
    this.#waiting.set(question.number, resolve);
    await this.#ready.promise;
    this.#worker.postMessage(question);
    return await promise;
  }

  [Symbol.dispose](): void {
    this.#worker.terminate();
  }
}
