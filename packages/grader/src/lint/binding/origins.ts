import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from './source-model.ts';
import type { ExternalValue, Value } from './value.ts';

/** Finds what lies behind the edge of a file; without types nobody does. */
export interface ModuleEntry {
  /** The values of an export of one of the program's own modules, or `undefined` for a foreign one. */
  valuesOfExport(module: TSESTree.Node, name: string, model: SourceModel): readonly Value[] | undefined;
  /** What one of the program's own CommonJS modules is as a whole: `module.exports = …`. */
  valuesOfModule(module: TSESTree.Node, model: SourceModel): readonly Value[];
}

/** Remembers where modules were loaded, so that those of the program itself can be entered. */
export class Origins {
  readonly #entry: ModuleEntry | undefined;
  readonly #loads = new WeakMap<ExternalValue, Load>();

  constructor(entry: ModuleEntry | undefined) {
    this.#entry = entry;
  }

  /** The module, loaded by the node that names it. */
  load(module: ExternalValue, node: TSESTree.Node, model: SourceModel): ExternalValue {
    this.#loads.set(module, { node, model });
    return module;
  }

  /** What `require` gives: the module, and what it says that it is. */
  require(module: ExternalValue, node: TSESTree.Node, model: SourceModel): readonly Value[] {
    return [...(this.#entry?.valuesOfModule(node, model) ?? []), this.load(module, node, model)];
  }

  /** Marks what a step leads to as loaded in the same place, if it is still the module: `import * as util`, `util.default`. */
  keep(from: ExternalValue, to: ExternalValue): ExternalValue {
    const load = this.#loads.get(from);
    return load !== undefined && to.path.length === 0 ? this.load(to, load.node, load.model) : to;
  }

  /** What the program itself exports by that name; `undefined` for what is foreign to it. */
  enter(module: ExternalValue, name: string): readonly Value[] | undefined {
    const load = this.#loads.get(module);
    return load && this.#entry?.valuesOfExport(load.node, name, load.model);
  }
}

interface Load {
  readonly node: TSESTree.Node;
  readonly model: SourceModel;
}
