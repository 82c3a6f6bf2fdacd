import { parse } from 'es-module-lexer/minimal/js';
import { studentScheme } from '../../host/place.ts';
import type { StudentModule } from '../../wire/frames.ts';
import { pageModules, urlOfModule } from './page-modules.ts';

/** Taken before the realm is the student's. */
const Script = Blob;
const createUrl = URL.createObjectURL.bind(URL);

/** What every module of a copy calls first: a global of its worker. */
export const beginning = '__teatimeBegins';

/** Stands before the first line of every module, whose own columns its address tells how to find. */
const prefix = `${beginning}();`;

/** The same code has one URL, for as long as the worker lives. */
export class Blobs {
  readonly #urls = new Map<string, string>();

  urlOf(code: string): string {
    const url = this.#urls.get(code) ?? createUrl(new Script([code], { type: 'text/javascript' }));
    this.#urls.set(code, url);
    return url;
  }
}

/** The URLs of one copy: its number stands at their end, and makes modules of their own of the same code. */
export class ModuleUrls {
  readonly #module: StudentModule;
  readonly #copy: number;
  readonly #blobs: Blobs;
  readonly #made = new Map<string, string>();
  /** What stands for a file within the circle in which it imports itself. */
  readonly #standIns = new Map<string, string>();
  /** What was written in the place of each URL. */
  readonly #specifiers = new Map<string, string>();

  constructor(module: StudentModule, copy: number, blobs: Blobs) {
    this.#module = module;
    this.#copy = copy;
    this.#blobs = blobs;
  }

  ofEntry(): string {
    return this.#of(this.#module.entry);
  }

  /** @param importers the files on the way there: one that is met again imports itself in a circle */
  #of(file: string, importers: readonly string[] = []): string {
    const known = this.#made.get(file);
    if (known !== undefined) return known;
    if (importers.includes(file)) return this.#standInFor(file);
    // Its stacks name the file as those of the student process do.
    const code = this.#rewritten(file, [...importers, file]).replace(/^#!/, '//');
    const whole = `${prefix}${code}\n//# sourceURL=${studentScheme}///0+${prefix.length}/${file}`;
    const url = file === this.#module.entry ? `data:text/javascript,${encodeURIComponent(whole)}#${this.#copy}` : this.#add(whole);
    const standIn = this.#standIns.get(file);
    const filled = standIn === undefined ? url : this.#add(filling(standIn, url, this.#exportsOf(file)));
    this.#made.set(file, filled);
    return filled;
  }

  /** An error of linking, with specifiers as the student wrote them. */
  named(error: unknown): unknown {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      for (const [url, specifier] of this.#specifiers) error.message = error.message.replaceAll(url, specifier);
    }
    return error;
  }

  #add(code: string): string {
    return `${this.#blobs.urlOf(code)}#${this.#copy}`;
  }

  #rewritten(file: string, importers: readonly string[]): string {
    const code = this.#codeOf(file);
    const [imports] = lexed(code);
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
    if (specifier.startsWith('.')) return this.#of(fileAt(specifier), importers);
    const name = specifier.replace(/^node:|^@teatime\/(?=core$)/, '');
    const known = pageModules.find((one) => one === name);
    if (known === undefined || !this.#module.imports.includes(specifier)) throw new Error(`'${specifier}' may not be imported in this exercise`);
    return urlOfModule(known);
  }

  /** The URL of a module must be known before the module is: so in a circle one of them is stood in for, until it has run. */
  #standInFor(file: string): string {
    const known = this.#standIns.get(file);
    if (known !== undefined) return known;
    const url = this.#add(standingIn(this.#exportsOf(file)));
    this.#standIns.set(file, url);
    return url;
  }

  #exportsOf(file: string, met: readonly string[] = []): readonly string[] {
    if (met.includes(file)) return [];
    const code = this.#codeOf(file);
    const [imports, exports] = lexed(code);
    const handedOn = imports.filter(({ ss, s }) => /^export\s*\*\s*from\b/.test(code.slice(ss, s))).flatMap(({ n = '' }) => (n.startsWith('.') ? [fileAt(n)] : []));
    const names = handedOn.flatMap((other) => this.#exportsOf(other, [...met, file]).filter((name) => name !== 'default'));
    return [...new Set([...exports.map(({ n }) => n), ...names])];
  }
}

const known = new Map<string, ReturnType<typeof parse>>();

/** The imports and exports of a file: it is the same in every copy. */
function lexed(code: string): ReturnType<typeof parse> {
  const lexed = known.get(code) ?? parse(code);
  known.set(code, lexed);
  return lexed;
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
