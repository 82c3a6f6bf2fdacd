import { AST_NODE_TYPES, TSESLint } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { assignedToExports, isExports } from './assigned-members.ts';
import { argumentsOf, valuesOfCall } from './call-values.ts';
import { constantString, memberName } from './constant-string.ts';
import { valuesOfImport } from './import-values.ts';
import {
  accessorsOf,
  valuesOfClassMember,
  valuesOfConstructedMember,
  valuesOfFunctionMember,
  valuesOfObjectMember,
} from './member-values.ts';
import { Origins } from './origins.ts';
import type { ModuleEntry } from './origins.ts';
import { pathTo, wholePattern } from './patterns.ts';
import type { SourceModel } from './source-model.ts';
import { isClassNode, isFunctionNode, unwrapped } from './syntax.ts';
import { valuesOfThis } from './this-values.ts';
import { globalValue, instanceOf, moduleValue, stepFrom } from './value.ts';
import type { ClassValue, ExternalValue, FunctionNode, FunctionValue, Value } from './value.ts';
import { isReplaced, variableOf, writesTo } from './variables.ts';

const { DefinitionType } = TSESLint.Scope;
type Definition = TSESLint.Scope.Definition;
type Variable = TSESLint.Scope.Variable;

/** How deep values may lie in one another; a program that computes its functions deeper is not followed. */
const maxDepth = 40;

/** What a variable whose value is replaced stands for: everything that is ever in it, or nothing that is certain. */
export type Doubt = 'all' | 'none';

/**
 * Tells what expressions stand for by following bindings: imports, `require`, constants, destructuring, members,
 * `bind`. It never compares names as text, and answers with nothing where only a run could tell.
 */
export class ValueResolver {
  readonly #known = new Map<TSESTree.Node, readonly Value[]>();
  readonly #variables = new Map<Variable, readonly Value[]>();
  readonly #origins: Origins;
  readonly #doubt: Doubt;
  #depth = 0;

  constructor(entry?: ModuleEntry, doubt: Doubt = 'all') {
    this.#origins = new Origins(entry);
    this.#doubt = doubt;
  }

  /** All values that the expression may have; none when that is unknown. */
  valuesOf(expression: TSESTree.Node, model: SourceModel): readonly Value[] {
    const node = unwrapped(expression);
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    // While a value is being found it is unknown to itself: `let a = a ?? b`.
    this.#known.set(node, []);
    const values = this.#deeper(() => this.#evaluate(node, model));
    this.#known.set(node, values);
    return values;
  }

  /** The values of the member of that name. */
  stepInto(value: Value, step: string): readonly Value[] {
    return this.#deeper(() => this.#stepInto(value, step));
  }

  #stepInto(value: Value, step: string): readonly Value[] {
    switch (value.kind) {
      case 'external':
        return this.#origins.enter(value, step) ?? [this.#origins.keep(value, stepFrom(value, step))];
      case 'object':
        return valuesOfObjectMember(value, step, this);
      case 'class':
      case 'instance':
        return valuesOfClassMember(value, step, this);
      case 'array': {
        const element = value.node.elements[Number(step)];
        return element == null || element.type === AST_NODE_TYPES.SpreadElement
          ? []
          : this.valuesOf(element, value.model);
      }
      case 'function':
        return valuesOfFunctionMember(value, step, this);
      case 'constructed':
        return valuesOfConstructedMember(value, step, this);
      case 'generator':
        return [];
    }
  }

  /** A file of the program itself, as `import * as it` sees it. */
  ownModule(model: SourceModel): Value {
    return this.#origins.load({ kind: 'external', module: model.filename, path: [] }, model.ast, model);
  }

  /** The functions that run when the member of that name is read or written. */
  accessorsOf(value: Value, name: string, access: 'get' | 'set'): readonly FunctionValue[] {
    return this.#deeper(() => accessorsOf(value, name, access, this));
  }

  superclassesOf({ node: { superClass }, model }: ClassValue): readonly Value[] {
    return superClass === null ? [] : this.valuesOf(superClass, model);
  }

  /** The values that a name or pattern takes from the pattern it is part of: `all` in `({ all } = Promise)`. */
  valuesInPattern(part: TSESTree.Node, model: SourceModel): readonly Value[] {
    const pattern = wholePattern(part);
    const { parent } = pattern;
    if (parent?.type === AST_NODE_TYPES.VariableDeclarator) {
      const values = parent.init === null ? this.#valuesInTurn(parent, model) : this.valuesOf(parent.init, model);
      return this.#destructured(part, pattern, values, model);
    }
    if (parent?.type === AST_NODE_TYPES.AssignmentExpression && parent.operator === '=') {
      return this.#destructured(part, pattern, this.valuesOf(parent.right, model), model);
    }
    return parent !== undefined && isFunctionNode(parent) ? this.#valuesOfParameter(parent, pattern, part, model) : [];
  }

  /** The elements of the arrays that the program writes out. */
  elementsOf(values: readonly Value[]): readonly Value[] {
    return values.flatMap((value) =>
      value.kind === 'array' ? value.node.elements.flatMap((_element, index) => this.stepInto(value, String(index))) : [],
    );
  }

  /** What a loop puts into its variable, one after the other: `for (const read of [readFileSync, statSync])`. */
  #valuesInTurn({ parent: { parent: loop } }: TSESTree.VariableDeclarator, model: SourceModel): readonly Value[] {
    return loop.type === AST_NODE_TYPES.ForOfStatement ? this.elementsOf(this.valuesOf(loop.right, model)) : [];
  }

  /** What a variable may hold, through every pattern and default of its declaration. */
  valuesOfVariable(variable: Variable, model: SourceModel): readonly Value[] {
    const known = this.#variables.get(variable);
    if (known !== undefined) return known;
    this.#variables.set(variable, []);
    const values = this.#valuesOfVariable(variable, model);
    this.#variables.set(variable, values);
    return values;
  }

  #valuesOfVariable(variable: Variable, model: SourceModel): readonly Value[] {
    const writes = writesTo(variable);
    const declared = variable.defs.flatMap((definition) => this.#valuesOfDefinition(definition, model));
    if (writes.length === 0) return declared;
    // What was in it first and what came after are two things, and which of them a use means is not followed.
    if (this.#doubt === 'none' && hasInitialValue(variable) && isReplaced(variable)) return [];
    // A variable that is written again counts only when all that is ever in it is known.
    const written = writes.map(({ identifier }) => this.valuesInPattern(identifier, model));
    const all = hasInitialValue(variable) ? [declared, ...written] : written;
    return all.every((values) => values.length > 0) ? all.flat() : [];
  }

  /** Programs may nest values in each other, or in themselves, deeper than anybody can follow. */
  #deeper<T>(find: () => readonly T[]): readonly T[] {
    if (this.#depth > maxDepth) return [];
    this.#depth += 1;
    try {
      return find();
    } finally {
      this.#depth -= 1;
    }
  }

  #evaluate(node: TSESTree.Node, model: SourceModel): readonly Value[] {
    if (isFunctionNode(node)) return [{ kind: 'function', node, model }];
    if (isClassNode(node)) return [{ kind: 'class', node, model }];
    switch (node.type) {
      case AST_NODE_TYPES.Identifier: {
        const variable = variableOf(node, model);
        return variable === undefined ? [globalValue(node.name)] : this.valuesOfVariable(variable, model);
      }
      case AST_NODE_TYPES.MemberExpression: {
        const name = memberName({ computed: node.computed, name: node.property }, model);
        if (name === undefined) return [];
        const exported = isExports(node.object, model) ? assignedToExports(name, model) : [];
        return exported.length > 0
          ? exported.flatMap((value) => this.valuesOf(value, model))
          : this.#step(this.valuesOf(node.object, model), name);
      }
      case AST_NODE_TYPES.ObjectExpression:
        return [{ kind: 'object', node, model }];
      case AST_NODE_TYPES.ArrayExpression:
        return [{ kind: 'array', node, model }];
      case AST_NODE_TYPES.CallExpression:
        return valuesOfCall(node, model, this, this.#origins);
      case AST_NODE_TYPES.NewExpression:
        return this.valuesOf(node.callee, model).flatMap((value) => instanceOf(value));
      case AST_NODE_TYPES.ImportExpression: {
        const specifier = constantString(node.source, model);
        return specifier === undefined ? [] : [this.#module(specifier, node.source, model)];
      }
      case AST_NODE_TYPES.AwaitExpression:
        return this.valuesOf(node.argument, model);
      case AST_NODE_TYPES.SequenceExpression:
        return node.expressions.slice(-1).flatMap((last) => this.valuesOf(last, model));
      case AST_NODE_TYPES.AssignmentExpression:
        return this.valuesOf(node.right, model);
      case AST_NODE_TYPES.ConditionalExpression:
        return [...this.valuesOf(node.consequent, model), ...this.valuesOf(node.alternate, model)];
      case AST_NODE_TYPES.LogicalExpression:
        return [...this.valuesOf(node.left, model), ...this.valuesOf(node.right, model)];
      case AST_NODE_TYPES.ThisExpression:
      case AST_NODE_TYPES.Super:
        return valuesOfThis(node, model, this);
      default:
        return [];
    }
  }

  #step(values: readonly Value[], step: string): readonly Value[] {
    return values.flatMap((value) => this.stepInto(value, step));
  }

  #walk(values: readonly Value[], steps: readonly string[]): readonly Value[] {
    return steps.reduce((reached, step) => this.#step(reached, step), values);
  }

  #valuesOfDefinition(definition: Definition, model: SourceModel): readonly Value[] {
    switch (definition.type) {
      case DefinitionType.ImportBinding:
        return valuesOfImport(definition, model, this, this.#origins);
      case DefinitionType.FunctionName:
        return isFunctionNode(definition.node) ? [{ kind: 'function', node: definition.node, model }] : [];
      case DefinitionType.ClassName:
        return [{ kind: 'class', node: definition.node, model }];
      case DefinitionType.Variable:
      case DefinitionType.Parameter:
        return this.valuesInPattern(definition.name, model);
      default:
        return [];
    }
  }

  #destructured(
    name: TSESTree.Node,
    pattern: TSESTree.Node,
    values: readonly Value[],
    model: SourceModel,
  ): readonly Value[] {
    const path = pathTo(name, pattern, model);
    if (path === undefined) return [];
    return [...this.#walk(values, path.steps), ...path.defaults.flatMap((node) => this.valuesOf(node, model))];
  }

  #valuesOfParameter(
    owner: FunctionNode,
    parameter: TSESTree.Node,
    part: TSESTree.Node,
    model: SourceModel,
  ): readonly Value[] {
    const index = owner.params.findIndex((candidate) => candidate === parameter);
    return this.#destructured(part, parameter, argumentsOf(owner, index, model, this), model);
  }

  #module(specifier: string, source: TSESTree.Node, model: SourceModel): ExternalValue {
    return this.#origins.load(moduleValue(specifier), source, model);
  }
}

function hasInitialValue(variable: Variable): boolean {
  return variable.defs.some(
    (definition) => definition.type !== DefinitionType.Variable || definition.node.init !== null,
  );
}
