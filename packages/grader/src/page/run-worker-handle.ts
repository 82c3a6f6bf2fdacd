import { openWorkerUnderPolicy } from './open-worker.ts';
import type { FromRun, RunOrder } from './protocol.ts';

/** How often somebody looks whether there was a sign of life, in milliseconds. */
const lookEveryMs = 100;

/** A worker for one run, from outside: it begins to load when it is made, and is ended whatever it does. */
export class RunWorker implements Disposable {
  readonly #worker = openWorkerUnderPolicy<FromRun, RunOrder>('run-worker.js');
  readonly #ready = Promise.withResolvers<undefined>();
  #onMessage: (message: FromRun) => void = () => {};
  #silentMs = 0;
  /** Ends the waiting for a run. */
  #stop: () => void = () => {};

  constructor() {
    this.#worker.addEventListener('message', ({ data: message }) => {
      // The place of a loop is no sign that it will end.
      if (message.t !== 'stuck') this.#silentMs = 0;
      if (message.t === 'ready') this.#ready.resolve(undefined);
      else this.#onMessage(message);
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
  async run<T>(order: RunOrder, take: (message: FromRun) => T | undefined, silentMs: number): Promise<T | undefined> {
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
    this.#worker.postMessage(order);
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
