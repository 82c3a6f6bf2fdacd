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

  /** Resolves when the code of the latest copy begins to run, or cannot. */
  begun(): Promise<undefined> {
    return this.#begun.promise;
  }

  /** Imports a fresh copy of the submission's entry file. Rejects with whatever it throws. */
  readonly load = async (module: StudentModule): Promise<object> => {
    const begun = Promise.withResolvers<undefined>();
    this.#begun = begun;
    const urls = new Urls(module, ++this.#copies);
    try {
      const entry = urls.of(module.entry);
      const beginning = urls.add('globalThis[Symbol.for("teatime.begin")]();');
      const whole = urls.add(`import ${JSON.stringify(beginning)}; import * as answer from ${JSON.stringify(entry)}; export { answer };`);
      const answer = exportOf(await import(/* @vite-ignore */ whole), 'answer');
      return typeof answer === 'object' && answer !== null ? answer : {};
    } catch (error) {
      throw urls.named(error);
    } finally {
      begun.resolve(undefined);
      urls[Symbol.dispose]();
    }
  };
}

/** The URLs of one copy. */
class Urls implements Disposable {
  readonly #module: StudentModule;
  readonly #copy: number;
  readonly #made = new Map<string, string>();
  /** What stands for a file within the circle in which it imports itself. */
  readonly #standIns = new Map<string, string>();
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

  /** @param importers the files on the way there: one that is met again imports itself in a circle */
  of(file: string, importers: readonly string[] = []): string {
    const known = this.#made.get(file);
    if (known !== undefined) return known;
    if (importers.includes(file)) return this.#standInFor(file);
    // Its stacks name the file as those of the student process do.
    const url = this.add(`${this.#rewritten(file, [...importers, file])}\n//# sourceURL=${studentScheme}///${this.#copy}/${file}`);
    const standIn = this.#standIns.get(file);
    const whole = standIn === undefined ? url : this.add(filling(standIn, url, this.#exportsOf(file)));
    this.#made.set(file, whole);
    return whole;
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

  #rewritten(file: string, importers: readonly string[]): string {
    const code = this.#codeOf(file);
    const [imports] = parse(code);
    let rewritten = code;
    for (const { n: specifier, s: start, e: end, d: dynamic } of imports.toReversed()) {
      if (dynamic !== -1 || specifier === undefined) continue;
      const url = this.#urlOf(specifier, importers);
      this.#specifiers.set(url, specifier);
      rewritten = rewritten.slice(0, start) + url + rewritten.slice(end);
    }
    return rewritten;
  }

  #codeOf(file: string): string {
    return this.#module.files[file] ?? '';
  }

  #urlOf(specifier: string, importers: readonly string[]): string {
    if (specifier.startsWith('.')) return this.of(fileAt(specifier), importers);
    const name = specifier.replace(/^node:|^@teatime\/(?=core$)/, '');
    const known = pageModules.find((one) => one === name);
    if (known === undefined || !this.#module.imports.includes(specifier)) throw new Error(`'${specifier}' may not be imported in this exercise`);
    return urlOfModule(known);
  }

  /** The URL of a module must be known before the module is: so in a circle one of them is stood in for, until it has run. */
  #standInFor(file: string): string {
    const known = this.#standIns.get(file);
    if (known !== undefined) return known;
    const url = this.add(standingIn(this.#exportsOf(file)));
    this.#standIns.set(file, url);
    return url;
  }

  #exportsOf(file: string, met: readonly string[] = []): readonly string[] {
    if (met.includes(file)) return [];
    const code = this.#codeOf(file);
    const [imports, exports] = parse(code);
    const handedOn = imports.filter(({ ss, s }) => /^export\s*\*\s*from\b/.test(code.slice(ss, s))).flatMap(({ n = '' }) => (n.startsWith('.') ? [fileAt(n)] : []));
    const names = handedOn.flatMap((other) => this.#exportsOf(other, [...met, file]).filter((name) => name !== 'default'));
    return [...new Set([...exports.map(({ n }) => n), ...names])];
  }
}

const fileAt = (specifier: string): string => specifier.replace(/^\.\//, '');

/** A module with these exports, which get their values later. */
function standingIn(names: readonly string[]): string {
  const locals = names.map((_, index) => `value${index}`);
  const exported = names.map((name, index) => `value${index} as ${JSON.stringify(name)}`);
  const filled = names.map((name, index) => `value${index} = all[${JSON.stringify(name)}];`);
  return `let ${['none', ...locals].join()}; export { ${exported.join()} }; export const teatimeFill = (all) => { ${filled.join(' ')} };`;
}

/** What others import of a file that is stood in for within its circle: its exports, once they have been handed over. */
function filling(standIn: string, url: string, names: readonly string[]): string {
  const [from, whole] = [JSON.stringify(standIn), JSON.stringify(url)];
  return `import { teatimeFill } from ${from}; import * as all from ${whole}; teatimeFill(all); export * from ${whole};${names.includes('default') ? ` export { default } from ${whole};` : ''}`;
}
