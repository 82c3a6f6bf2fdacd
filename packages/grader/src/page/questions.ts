import type { Answered, Asked } from './answer-questions.ts';
import { openWorker } from './open-worker.ts';

/** A worker that runs nothing of an answer, and stays: it is asked one thing after another. */
export class Questions<Question, Answer> implements Disposable {
  readonly #worker;
  readonly #waiting = new Map<number, PromiseWithResolvers<Answer>>();
  /** What is said before the worker listens is lost. */
  readonly #ready = Promise.withResolvers<undefined>();
  #asked = 0;

  /** @param file its script, as `openWorker` takes it */
  constructor(file: string) {
    this.#worker = openWorker<Answered<Answer>, Asked<Question>>(file);
    this.#ready.promise.catch(() => {});
    this.#worker.addEventListener('message', ({ data: message }) => {
      if (message.t === 'ready') return this.#ready.resolve(undefined);
      this.#waiting.get(message.number)?.resolve(message.answer);
      this.#waiting.delete(message.number);
      return undefined;
    });
    this.#worker.addEventListener('error', (event) => {
      const why = new Error(String(Reflect.get(event, 'message')));
      this.#ready.reject(why);
      for (const { reject } of this.#waiting.values()) reject(why);
    });
  }

  /** Resolves when it is loaded. Rejects when it cannot be. */
  get ready(): Promise<undefined> {
    return this.#ready.promise;
  }

  async ask(question: Question): Promise<Answer> {
    await this.#ready.promise;
    const number = ++this.#asked;
    const waiting = Promise.withResolvers<Answer>();
    this.#waiting.set(number, waiting);
    this.#worker.postMessage({ number, question });
    return await waiting.promise;
  }

  [Symbol.dispose](): void {
    this.#worker.terminate();
  }
}
