import { pathName } from '../../binding/value.ts';
import type { ExternalValue } from '../../binding/value.ts';
import { globalPrimitives } from './globals.ts';
import { nodePrimitives } from './node.ts';
import type { Primitive } from './primitive.ts';
import { teatimePrimitives } from './teatime.ts';

/** The blocking functions that are known, found by module and path. */
export class Catalogue {
  readonly #byName: ReadonlyMap<string, Primitive>;

  constructor(primitives: readonly Primitive[]) {
    this.#byName = new Map(primitives.map((primitive) => [keyOf(primitive.module, primitive.path), primitive]));
  }

  find(value: ExternalValue): Primitive | undefined {
    return this.#byName.get(keyOf(value.module, pathName(value.path)));
  }
}

export const knownPrimitives: readonly Primitive[] = [...nodePrimitives, ...globalPrimitives, ...teatimePrimitives];

function keyOf(module: string | undefined, path: string): string {
  return `${module ?? ''} ${path}`;
}
