import { isSyncTwin } from '../primitives/catalogue.ts';
import type { Catalogue } from '../primitives/catalogue.ts';

/** The first steps of the ways to blocking functions: from a module to its exports, from a global to its members. */
export class Leads {
  /** The globals with which such a way may begin. */
  readonly globals: ReadonlySet<string>;
  readonly #exports = new Map<string, Set<string>>([['module', new Set(['createRequire'])]]);
  readonly #members = new Map<string, Set<string>>();
  readonly #globalNames: RegExp;

  constructor(catalogue: Catalogue) {
    for (const { module, path } of catalogue.all()) {
      const [first = '', second = ''] = path.split(/\.|\(\)/).filter((step) => step !== '');
      if (module === undefined) add(this.#members, first, second);
      else add(this.#exports, module, first);
    }
    for (const [owner, member] of loaders) add(this.#members, owner, member);
    add(this.#exports, 'process', 'getBuiltinModule');
    this.globals = new Set([...this.#members.keys(), ...globalObjects]);
    const members = [...this.#members].flatMap(([global, names]) => (global === 'process' ? [...names] : [global]));
    this.#globalNames = new RegExp(`\\b(?:${members.filter((name) => /^\w+$/.test(name) && name !== 'require' && name !== 'module').join('|')})\\b`);
  }

  /** May that export of a module lead to a function that blocks? Without a name: may any? */
  fromModule(specifier: string, name?: string): boolean {
    const module = specifier.replace(/^node:/, '');
    const names = this.#exports.get(module);
    if (names === undefined) return isSyncTwin(module, name ?? 'sync');
    return name === undefined || name === 'default' || names.has(name) || isSyncTwin(module, name);
  }

  /** May that member of a global lead to one? */
  fromGlobal(global: string, member: string): boolean {
    if (globalObjects.has(global)) return this.globals.has(member);
    return this.#members.get(global)?.has(member) ?? false;
  }

  /** Does a text use a global that does? */
  areNamedIn(text: string): boolean {
    return this.#globalNames.test(text);
  }
}

const globalObjects: ReadonlySet<string> = new Set(['global', 'globalThis', 'self', 'window']);

/** Globals that load modules. */
const loaders = [
  ['module', 'require'],
  ['process', 'getBuiltinModule'],
  ['require', ''],
] as const;

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const values = map.get(key) ?? new Set<string>();
  map.set(key, values.add(value));
}
