import { AST_NODE_TYPES, TSESLint } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { argumentsOf } from './call-values.ts';
import { valuesOfImport } from './import-values.ts';
import type { Origins } from './origins.ts';
import { pathTo, wholePattern } from './patterns.ts';
import type { Evaluation } from './evaluation.ts';
import type { SourceModel } from './source-model.ts';
import { isFunctionNode } from './syntax.ts';
import { globalValue } from './value.ts';
import type { FunctionNode, Value } from './value.ts';
import { isReplaced, isToldApart, writesTo } from './variables.ts';

const { DefinitionType } = TSESLint.Scope;
type Definition = TSESLint.Scope.Definition;
type Variable = TSESLint.Scope.Variable;

/** Tells what variables and the parts of patterns hold. */
export class VariableValues {
  readonly #resolver: Evaluation;
  readonly #origins: Origins;
  readonly #known = new Map<Variable, readonly Value[]>();

  constructor(resolver: Evaluation, origins: Origins) {
    this.#resolver = resolver;
    this.#origins = origins;
  }

  /** What a variable may hold, through every pattern and default of its declaration. */
  ofVariable(variable: Variable, model: SourceModel): readonly Value[] {
    const known = this.#known.get(variable);
    if (known !== undefined) return known;
    this.#known.set(variable, []);
    const values = this.#ofVariable(variable, model);
    this.#known.set(variable, values);
    return values;
  }

  #ofVariable(variable: Variable, model: SourceModel): readonly Value[] {
    const writes = writesTo(variable);
    const declared = variable.defs.flatMap((definition) => this.#ofDefinition(definition, model));
    if (writes.length === 0) return declared.length > 0 ? declared : this.#unlessTyped(variable, model);
    // What was in it first and what came after are two things, and which of them a use means is not followed.
    if (this.#resolver.doubt === 'none' && hasInitialValue(variable) && isReplaced(variable)) return [];
    // A variable that is written again counts only when all that is ever in it is known.
    const written = writes.map(({ identifier }) => this.inPattern(identifier, model));
    const all = hasInitialValue(variable) ? [declared, ...written] : written;
    if (all.every((values) => values.length > 0)) return all.flat();
    return all.some((values) => values.length > 0) ? [] : this.#unlessTyped(variable, model);
  }

  #ofDefinition(definition: Definition, model: SourceModel): readonly Value[] {
    switch (definition.type) {
      case DefinitionType.ImportBinding:
        return valuesOfImport(definition, model, this.#resolver, this.#origins);
      case DefinitionType.FunctionName:
        return isFunctionNode(definition.node) ? [{ kind: 'function', node: definition.node, model }] : [];
      case DefinitionType.ClassName:
        return [{ kind: 'class', node: definition.node, model }];
      case DefinitionType.TSModuleName:
        return [{ kind: 'namespace', node: definition.node, model }];
      case DefinitionType.Variable:
        if (isDeclaredGlobal(definition)) return [globalValue(definition.name.name)];
        return this.inPattern(definition.name, model);
      case DefinitionType.Parameter:
        return this.inPattern(definition.name, model);
      default:
        return [];
    }
  }

  /** Where types can be asked, they know better than annotations. */
  #unlessTyped(variable: Variable, model: SourceModel): readonly Value[] {
    return this.#resolver.readsAnnotations ? this.byAnnotation(variable, model) : [];
  }

  /** What a variable must hold because its declaration names a class. */
  byAnnotation(variable: Variable, model: SourceModel): readonly Value[] {
    if (isToldApart(variable)) return [];
    return variable.defs.flatMap(({ name }) => {
      const pattern = wholePattern(name);
      const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation : undefined;
      if (annotation?.type !== AST_NODE_TYPES.TSTypeAnnotation) return [];
      return this.#destructured(name, pattern, this.#resolver.valuesOf(annotation, model), model);
    });
  }

  /** The values that a name or pattern takes from the pattern it is part of: `all` in `({ all } = Promise)`. */
  inPattern(part: TSESTree.Node, model: SourceModel): readonly Value[] {
    const pattern = wholePattern(part);
    const { parent } = pattern;
    if (parent?.type === AST_NODE_TYPES.VariableDeclarator) {
      const values = parent.init === null ? this.#inTurn(parent, model) : this.#resolver.valuesOf(parent.init, model);
      return this.#destructured(part, pattern, values, model);
    }
    if (parent?.type === AST_NODE_TYPES.AssignmentExpression && parent.operator === '=') {
      return this.#destructured(part, pattern, this.#resolver.valuesOf(parent.right, model), model);
    }
    return parent !== undefined && isFunctionNode(parent) ? this.#ofParameter(parent, pattern, part, model) : [];
  }

  /** What a loop puts into its variable, one after the other: `for (const read of [readFileSync, statSync])`. */
  #inTurn({ parent: { parent: loop } }: TSESTree.VariableDeclarator, model: SourceModel): readonly Value[] {
    if (loop.type !== AST_NODE_TYPES.ForOfStatement) return [];
    return this.#resolver.elementsOf(this.#resolver.valuesOf(loop.right, model));
  }

  #ofParameter(
    owner: FunctionNode,
    parameter: TSESTree.Node,
    part: TSESTree.Node,
    model: SourceModel,
  ): readonly Value[] {
    const index = owner.params.findIndex((candidate) => candidate === parameter);
    return this.#destructured(part, parameter, argumentsOf(owner, index, model, this.#resolver), model);
  }

  #destructured(
    name: TSESTree.Node,
    pattern: TSESTree.Node,
    values: readonly Value[],
    model: SourceModel,
  ): readonly Value[] {
    const path = pathTo(name, pattern, model, this.#resolver);
    if (path === undefined) return [];
    const reached = path.steps.reduce(
      (owners, names) => owners.flatMap((owner) => names.flatMap((name) => this.#resolver.stepInto(owner, name))),
      values,
    );
    return [...reached, ...path.defaults.flatMap((node) => this.#resolver.valuesOf(node, model))];
  }
}

function hasInitialValue(variable: Variable): boolean {
  return variable.defs.some(
    (definition) => definition.type !== DefinitionType.Variable || definition.node.init !== null,
  );
}

/** `declare const Temporal: any`: there is such a global, and no type tells more about it. */
function isDeclaredGlobal({ name, parent }: TSESLint.Scope.Definitions.VariableDefinition): boolean {
  return parent.declare && name.typeAnnotation?.typeAnnotation.type === AST_NODE_TYPES.TSAnyKeyword;
}
