import { pathName } from '../../binding/value.ts';
import type { ExternalValue } from '../../binding/value.ts';
import { FunctionNames } from '../function-names.ts';
import type { Options } from '../options.ts';
import { globalPrimitives } from './globals.ts';
import { nodePrimitives } from './node.ts';
import { npmPrimitives, packagesWithSyncTwins } from './npm.ts';
import { primitivesOf, promiseTwin } from './primitive.ts';
import type { Primitive } from './primitive.ts';
import { teatimePrimitives } from './teatime.ts';

const knownPrimitives: readonly Primitive[] = [
  ...nodePrimitives,
  ...globalPrimitives,
  ...npmPrimitives,
  ...teatimePrimitives,
];

/** Packages that hand out all of `node:fs` under their own name. */
const fileSystems: ReadonlySet<string> = new Set(['fs-extra', 'graceful-fs']);

/** The blocking functions that a configuration is about, found by module and path. */
export class Catalogue {
  readonly #primitives = new Map<string, Primitive>();
  readonly #modules = new Set<string>(packagesWithSyncTwins);
  readonly #allowed: FunctionNames;
  readonly #light: boolean;

  constructor({ additional, allow, light }: Pick<Options, 'additional' | 'allow' | 'light'>) {
    this.#allowed = new FunctionNames(allow);
    this.#light = light;
    for (const primitive of knownPrimitives) this.#add(primitive);
    for (const { module, export: path, replacement = '' } of additional) {
      for (const primitive of primitivesOf(module?.replace(/^node:/, ''), { [path]: replacement })) this.#add(primitive);
    }
  }

  /** The primitives of all modules and globals. */
  all(): Iterable<Primitive> {
    return this.#primitives.values();
  }

  /** Is it about functions of that module? Then their own sources need no look. */
  knows(module: string): boolean {
    return this.#modules.has(module);
  }

  /** Is a function of the project's own no concern here? */
  allows(name: string): boolean {
    return this.#allowed.has(undefined, name);
  }

  find({ module, path }: ExternalValue): Primitive | undefined {
    const name = pathName(path);
    if (this.#allowed.has(module, name)) return undefined;
    const primitive = this.#named(module, name) ?? syncTwin(module, name);
    return primitive?.weight === 'light' && !this.#light ? undefined : primitive;
  }

  #named(module: string | undefined, name: string): Primitive | undefined {
    const own = this.#primitives.get(keyOf(module, name));
    return own ?? (module !== undefined && fileSystems.has(module) ? this.#primitives.get(keyOf('fs', name)) : undefined);
  }

  #add(primitive: Primitive): void {
    this.#primitives.set(keyOf(primitive.module, primitive.path), primitive);
    if (primitive.module !== undefined) this.#modules.add(primitive.module);
  }
}

/** Does every export of the module block that says so by its name? */
export function isSyncTwin(module: string, path: string): boolean {
  return packagesWithSyncTwins.has(module) && /^\w+Sync$|^sync$/.test(path);
}

/** A function that is new in its module, and tells by its name that it blocks. */
function syncTwin(module: string | undefined, path: string): Primitive | undefined {
  if (module === undefined || !isSyncTwin(module, path)) return undefined;
  return primitivesOf(module, { [path]: promiseTwin(path) })[0];
}

function keyOf(module: string | undefined, path: string): string {
  return `${module ?? ''} ${path}`;
}
