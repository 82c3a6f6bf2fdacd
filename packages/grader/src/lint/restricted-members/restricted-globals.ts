import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { restrictedNames } from '../../course/course.ts';
import type { Restriction } from '../../course/course.ts';
import type { Text } from '../../messages/text.ts';
import { memberName } from '../binding/constant-string.ts';
import { ValueResolver } from '../binding/resolver.ts';
import type { SourceModel } from '../binding/source-model.ts';
import { unwrapped } from '../binding/syntax.ts';
import { isGlobal } from '../binding/value.ts';
import type { Value } from '../binding/value.ts';
import { isTraceable } from './traceable.ts';

/** A use that an exercise does not allow: of `Promise.all`, or of `Promise` as a whole. */
export interface RestrictedUse {
  readonly name: string;
  /** Why, as the author of the exercise put it. */
  readonly reason: Text;
}

/** Classes that extend each other in a circle end here. */
const maxInheritance = 20;

/** Finds the uses of restricted globals in one file. */
export class RestrictedGlobals {
  readonly #restrictions: readonly Restriction[];
  readonly #model: SourceModel;
  readonly #resolver = new ValueResolver();

  constructor(restrictions: readonly Restriction[], model: SourceModel) {
    this.#restrictions = restrictions;
    this.#model = model;
  }

  /** `Promise.all`, `P['all']`, `super.all`. */
  memberReadBy(node: TSESTree.MemberExpression): RestrictedUse | undefined {
    return this.#memberAmong(this.#resolver.valuesOf(node, this.#model)) ?? this.#memberOfConstructor(node);
  }

  /** `const { all } = Promise`. */
  memberTakenBy(property: TSESTree.Property): RestrictedUse | undefined {
    return this.#memberAmong(this.#resolver.valuesInPattern(property.value, this.#model));
  }

  /** `import { subtle } from 'node:crypto'`. */
  memberImportedBy({ local }: TSESTree.ImportSpecifier): RestrictedUse | undefined {
    return this.#memberAmong(this.#resolver.valuesOf(local, this.#model));
  }

  /** `Reflect.get(Promise, 'all')`, `Promise[name]`, `{ ...globalThis }`: from here on nobody can follow. */
  handedOnBy(node: TSESTree.Identifier | TSESTree.MemberExpression): RestrictedUse | undefined {
    if (isTraceable(node, this.#model)) return undefined;
    const values = this.#resolver.valuesOf(node, this.#model);
    for (const { global, message } of this.#restrictions) {
      if (values.some((value) => this.#leadsTo(value, global))) return { name: global, reason: message };
      if (values.some((value) => isGlobal(value, ''))) return { name: 'globalThis', reason: message };
    }
    return undefined;
  }

  #memberAmong(values: readonly Value[]): RestrictedUse | undefined {
    for (const restriction of this.#restrictions) {
      const name = restrictedNames(restriction).find((restricted) => values.some((value) => isGlobal(value, restricted)));
      if (name !== undefined) return { name, reason: restriction.message };
    }
    return undefined;
  }

  /** `Promise.resolve().constructor.all`: whose constructor it is shows in a run only, the member says enough. */
  #memberOfConstructor({ object, property, computed }: TSESTree.MemberExpression): RestrictedUse | undefined {
    const owner = unwrapped(object);
    if (owner.type !== AST_NODE_TYPES.MemberExpression) return undefined;
    if (memberName({ computed: owner.computed, name: owner.property }, this.#model) !== 'constructor') return undefined;
    const name = memberName({ computed, name: property }, this.#model);
    const restriction = this.#restrictions.find(({ members }) => members.some((member) => member === name));
    return restriction && { name: `${restriction.global}.${String(name)}`, reason: restriction.message };
  }

  /** Is it that global, or a class derived from it? */
  #leadsTo(value: Value, global: string, generation = 0): boolean {
    if (value.kind !== 'class' || value.node.superClass === null) return isGlobal(value, global);
    if (generation > maxInheritance) return false;
    const parents = this.#resolver.valuesOf(value.node.superClass, value.model);
    return parents.some((parent) => this.#leadsTo(parent, global, generation + 1));
  }
}
