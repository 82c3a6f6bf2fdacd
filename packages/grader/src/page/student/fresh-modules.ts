import { nextMacrotask } from '../../judge/kit/browser-platform.ts';
import type { StudentModule } from '../../wire/frames.ts';
import { Blobs, gateName, ModuleUrls, numberOf } from './module-urls.ts';

/**
 * Copies of a submission: each is a set of modules with URLs of their own. A worker has no import map, so specifiers are rewritten.
 * A browser takes its time to hand over what it has in its memory: so copies are fetched ahead, and wait at a gate.
 */
export class FreshModules {
  readonly #blobs = new Blobs();
  readonly #copies: Copy[] = [];
  readonly #onTheWay: Copy[] = [];
  #wanted = 0;
  #latest: Copy | undefined;

  constructor() {
    Object.defineProperty(globalThis, gateName, { value: (url: string) => this.#copies[numberOf(url)]?.passGate() });
  }

  /** Fetches so many copies of a submission: the next ones to be loaded are they. */
  fetch(module: StudentModule, copies: number): void {
    this.#wanted = copies;
    this.#fetchNext(module);
  }

  /** Resolves when the code of the latest copy begins to run, or cannot. */
  async begun(): Promise<void> {
    await this.#latest?.begun;
  }

  /** Imports a fresh copy of the submission's entry file. Rejects with whatever it throws. */
  readonly load = async (module: StudentModule): Promise<object> => {
    const copy = this.#onTheWay.shift() ?? this.#make(module);
    this.#latest = copy;
    return await copy.open();
  };

  /** One a round: even to ask for a module takes a while, and the first check shall not wait for the last copy. */
  #fetchNext(module: StudentModule): void {
    if (this.#wanted === 0) return;
    this.#onTheWay.push(this.#make(module));
    void nextMacrotask().then(() => this.#fetchNext(module));
  }

  #make(module: StudentModule): Copy {
    this.#wanted = Math.max(0, this.#wanted - 1);
    const copy = new Copy(new ModuleUrls(module, this.#copies.length, this.#blobs));
    this.#copies.push(copy);
    return copy;
  }
}

/** One copy, whose code runs when it is opened. */
class Copy {
  readonly #opened = Promise.withResolvers<undefined>();
  readonly #begun = Promise.withResolvers<undefined>();
  readonly #imported: Promise<object>;

  constructor(urls: ModuleUrls) {
    this.#imported = this.#import(urls);
    // Whoever opens it hears of it.
    this.#imported.catch(() => {});
  }

  /** Resolves when its code begins to run, or cannot. */
  get begun(): Promise<undefined> {
    return this.#begun.promise;
  }

  /** Called by the gate, which all of its modules wait for. */
  async passGate(): Promise<void> {
    await this.#opened.promise;
    this.#begun.resolve(undefined);
  }

  async open(): Promise<object> {
    this.#opened.resolve(undefined);
    return await this.#imported;
  }

  async #import(urls: ModuleUrls): Promise<object> {
    try {
      const namespace: unknown = await import(/* @vite-ignore */ urls.ofEntry());
      return typeof namespace === 'object' && namespace !== null ? namespace : {};
    } catch (error) {
      throw urls.named(error);
    } finally {
      this.#begun.resolve(undefined);
    }
  }
}

