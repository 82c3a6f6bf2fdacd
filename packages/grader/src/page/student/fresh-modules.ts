import { parse } from 'es-module-lexer/minimal/js';
import { studentScheme } from '../../host/place.ts';
import type { StudentModule } from '../../wire/frames.ts';
import { exportOf } from '../export-of.ts';
import { pageModules, urlOfModule } from './page-modules.ts';

/** Taken before the realm is the student's. */
const Script = Blob;

/** Called by the first module of every copy, when all of them have arrived. */
const begin = Symbol.for('teatime.begin');

/** Copies of a submission: each is a set of modules with URLs of their own. A worker has no import map, so specifiers are rewritten. */
export class FreshModules {
  #copies = 0;
  #begun = Promise.withResolvers<undefined>();

  constructor() {
    Object.defineProperty(globalThis, begin, { value: () => this.#begun.resolve(undefined) });
  }

  /** Resolves when the code of the latest copy begins to run. */
  begun(): Promise<undefined> {
    return this.#begun.promise;
  }

  /** Imports a fresh copy of the submission's entry file. Rejects with whatever it throws. */
  readonly load = async (module: StudentModule): Promise<object> => {
    this.#begun = Promise.withResolvers();
    using urls = new Urls(module, ++this.#copies);
    const entry = urls.of(module.entry);
    const beginning = urls.add('globalThis[Symbol.for("teatime.begin")]();');
    const whole = urls.add(`import ${JSON.stringify(beginning)}; import * as answer from ${JSON.stringify(entry)}; export { answer };`);
    try {
      const answer = exportOf(await import(/* @vite-ignore */ whole), 'answer');
      return typeof answer === 'object' && answer !== null ? answer : {};
    } catch (error) {
      throw urls.named(error);
    }
  };
}

/** The URLs of one copy. */
class Urls implements Disposable {
  readonly #module: StudentModule;
  readonly #copy: number;
  readonly #made = new Map<string, string>();
  /** What was written in the place of each URL. */
  readonly #specifiers = new Map<string, string>();

  constructor(module: StudentModule, copy: number) {
    this.#module = module;
    this.#copy = copy;
  }

  add(code: string): string {
    const url = URL.createObjectURL(new Script([code], { type: 'text/javascript' }));
    this.#made.set(url, url);
    return url;
  }

  of(file: string): string {
    const known = this.#made.get(file);
    if (known !== undefined) return known;
    const code = this.#module.files[file] ?? '';
    // Its stacks name the file as those of the student process do.
    const url = this.add(`${this.#rewritten(code)}\n//# sourceURL=${studentScheme}///${this.#copy}/${file}`);
    this.#made.set(file, url);
    return url;
  }

  /** An error of linking, with specifiers as the student wrote them. */
  named(error: unknown): unknown {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      for (const [url, specifier] of this.#specifiers) error.message = error.message.replaceAll(url, specifier);
    }
    return error;
  }

  [Symbol.dispose](): void {
    for (const url of this.#made.values()) URL.revokeObjectURL(url);
  }

  #rewritten(code: string): string {
    const [imports] = parse(code);
    let rewritten = code;
    for (const { n: specifier, s: start, e: end, d: dynamic } of imports.toReversed()) {
      if (dynamic !== -1 || specifier === undefined) continue;
      const url = this.#urlOf(specifier);
      this.#specifiers.set(url, specifier);
      rewritten = rewritten.slice(0, start) + url + rewritten.slice(end);
    }
    return rewritten;
  }

  #urlOf(specifier: string): string {
    const file = specifier.replace(/^\.\//, '');
    if (specifier.startsWith('.')) return this.of(file);
    const name = specifier.replace(/^node:|^@teatime\/(?=core$)/, '');
    const known = pageModules.find((one) => one === name);
    if (known === undefined || !this.#module.imports.includes(specifier)) throw new Error(`'${specifier}' may not be imported in this exercise`);
    return urlOfModule(known);
  }
}
