import type { StudentModule } from '../../wire/frames.ts';
import { Blobs, beginning, ModuleUrls } from './module-urls.ts';

/** Copies of a submission: each is a set of modules with URLs of their own. A worker has no import map, so specifiers are rewritten. */
export class FreshModules {
  readonly #blobs = new Blobs();
  #copies = 0;
  #begun = Promise.withResolvers<undefined>();

  constructor() {
    Object.defineProperty(globalThis, beginning, { value: () => this.#begun.resolve(undefined) });
  }

  /** Resolves when the code of the latest copy begins to run, or cannot. */
  get begun(): Promise<undefined> {
    return this.#begun.promise;
  }

  /** Imports a fresh copy of the submission's entry file. Rejects with whatever it throws. */
  readonly load = async (module: StudentModule): Promise<object> => {
    const begun = Promise.withResolvers<undefined>();
    this.#begun = begun;
    const urls = new ModuleUrls(module, this.#copies++, this.#blobs);
    try {
      const namespace: unknown = await import(/* @vite-ignore */ urls.ofEntry());
      return typeof namespace === 'object' && namespace !== null ? namespace : {};
    } catch (error) {
      throw urls.named(error);
    } finally {
      begun.resolve(undefined);
    }
  };
}
