import type { FunctionName } from './options.ts';

/** A set of functions that a configuration names. */
export class FunctionNames {
  readonly #anywhere = new Set<string>();
  readonly #exports = new Set<string>();

  constructor(names: readonly FunctionName[]) {
    for (const name of names) {
      if (typeof name === 'string') this.#anywhere.add(name);
      else if (name.module === undefined) this.#anywhere.add(name.export);
      else this.#exports.add(keyOf(name.module.replace(/^node:/, ''), name.export));
    }
  }

  has(module: string | undefined, path: string): boolean {
    return this.#anywhere.has(path) || (module !== undefined && this.#exports.has(keyOf(module, path)));
  }
}

function keyOf(module: string, path: string): string {
  return `${module} ${path}`;
}
