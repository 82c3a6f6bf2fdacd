import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { assignedToExports, isExports } from './assigned-members.ts';
import { valuesOfCall } from './call-values.ts';
import { constantString } from './constant-string.ts';
import { elementsOf } from './elements.ts';
import type { Doubt, Evaluation } from './evaluation.ts';
import {
  accessorsOf,
  valuesOfClassMember,
  valuesOfConstructedMember,
  valuesOfFunctionMember,
  valuesOfMergedMember,
  valuesOfObjectMember,
} from './member-values.ts';
import { Origins } from './origins.ts';
import type { ModuleEntry } from './origins.ts';
import type { SourceModel } from './source-model.ts';
import { isClassNode, isFunctionNode, unwrapped } from './syntax.ts';
import { memberNames, textsOf, textValue } from './texts.ts';
import { valuesOfThis } from './this-values.ts';
import { globalValue, instanceOf, moduleValue, stepFrom } from './value.ts';
import type { ClassValue, ExternalValue, FunctionValue, Value } from './value.ts';
import { VariableValues } from './variable-values.ts';
import { variableOf } from './variables.ts';
import { valuesOfType } from './written-types.ts';

/** How deep values may lie in one another; a program that computes its functions deeper is not followed. */
const maxDepth = 40;

/**
 * Tells what expressions stand for by following bindings: imports, `require`, constants, destructuring, members,
 * `bind`. It never compares names as text, and answers with nothing where only a run could tell.
 */
export class ValueResolver implements Evaluation {
  readonly #known = new Map<TSESTree.Node, readonly Value[]>();
  readonly #origins: Origins;
  readonly #variables: VariableValues;
  readonly doubt: Doubt;
  readonly readsAnnotations: boolean;
  #depth = 0;

  constructor(entry?: ModuleEntry, doubt: Doubt = 'all') {
    this.#origins = new Origins(entry);
    this.doubt = doubt;
    this.#variables = new VariableValues(this, this.#origins);
    this.readsAnnotations = entry === undefined;
  }

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
      case 'merged':
        return valuesOfMergedMember(value, step, this);
      case 'namespace': {
        const variable = value.model.scopes.acquire(value.node)?.set.get(step);
        return variable === undefined ? [] : this.valuesOfVariable(variable, value.model);
      }
      case 'generator':
      case 'iterator':
      case 'text':
        return [];
    }
  }

  /** A file of the program itself, as `import * as it` sees it. */
  ownModule(model: SourceModel): Value {
    return this.#origins.load({ kind: 'external', module: model.filename, path: [] }, model.ast, model);
  }

  accessorsOf(value: Value, name: string, access: 'get' | 'set'): readonly FunctionValue[] {
    return this.#deeper(() => accessorsOf(value, name, access, this));
  }

  superclassesOf({ node: { superClass }, model }: ClassValue): readonly Value[] {
    return superClass === null ? [] : this.valuesOf(superClass, model);
  }

  valuesOfVariable(variable: TSESLint.Scope.Variable, model: SourceModel): readonly Value[] {
    return this.#variables.ofVariable(variable, model);
  }

  /** What a variable holds as its annotation says: where types are missing for what it names, that is all there is. */
  valuesByAnnotation(name: TSESTree.Node, model: SourceModel): readonly Value[] {
    const variable = name.type === AST_NODE_TYPES.Identifier ? variableOf(name, model) : undefined;
    return variable === undefined ? [] : this.#variables.byAnnotation(variable, model);
  }

  /** The values that a name or pattern takes from the pattern it is part of: `all` in `({ all } = Promise)`. */
  valuesInPattern(part: TSESTree.Node, model: SourceModel): readonly Value[] {
    return this.#variables.inPattern(part, model);
  }

  elementsOf(values: readonly Value[]): readonly Value[] {
    return values.flatMap((value) => this.choicesIn(value).flat());
  }

  /** What is in a list or object that the program writes out: for each element what it may be. */
  choicesIn(value: Value): readonly (readonly Value[])[] {
    return this.#deeper(() => elementsOf(value, this));
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
        const names = memberNames({ computed: node.computed, name: node.property }, model, this);
        // Of what is written out, one text or another is meant; which function is meant, only a run knows.
        if (names.length === 0) return this.elementsOf(this.valuesOf(node.object, model)).filter(({ kind }) => kind === 'text');
        const values = names.flatMap((name) => this.#member(node, name, model));
        const text = values.length > 0 ? undefined : constantString(node, model);
        return text === undefined ? values : [textValue(text)];
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
      case AST_NODE_TYPES.BinaryExpression:
      case AST_NODE_TYPES.Literal:
      case AST_NODE_TYPES.TemplateLiteral:
        return textsOf(node, model, this);
      default:
        return valuesOfType(node, model, this);
    }
  }

  #member(node: TSESTree.MemberExpression, name: string, model: SourceModel): readonly Value[] {
    const exported = isExports(node.object, model) ? assignedToExports(name, model) : [];
    return exported.length > 0
      ? exported.flatMap((value) => this.valuesOf(value, model))
      : this.#step(this.valuesOf(node.object, model), name);
  }

  #step(values: readonly Value[], step: string): readonly Value[] {
    return values.flatMap((value) => this.stepInto(value, step));
  }

  #module(specifier: string, source: TSESTree.Node, model: SourceModel): ExternalValue {
    return this.#origins.load(moduleValue(specifier), source, model);
  }
}
