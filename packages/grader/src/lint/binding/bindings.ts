import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';
import { accessorsIn } from './accessor-names.ts';
import { lazyMethods } from './iterators.ts';
import { ModuleFiles } from './module-files.ts';
import { ValueResolver } from './resolver.ts';
import type { SourceModel } from './source-model.ts';
import { unwrapped } from './syntax.ts';
import { isThenable } from './thenables.ts';
import { TypeLookup } from './type-lookup.ts';
import type { Interest } from './type-lookup.ts';
import { callStep, isGlobal } from './value.ts';
import type { FunctionNode, FunctionValue, Value } from './value.ts';

/** Everything that names and types tell about a program, or names alone about a single file. */
export class Bindings {
  readonly resolver: ValueResolver;
  /** The same without asking for the types of expressions, which is what takes time. */
  readonly byNames: Bindings;
  readonly #typed: TypedProgram | undefined;
  readonly #accessors = new WeakMap<SourceModel, ReadonlySet<string>>();

  private constructor(resolver: ValueResolver, typed: TypedProgram | undefined) {
    this.resolver = resolver;
    this.#typed = typed;
    this.byNames = typed === undefined ? this : new Bindings(resolver, undefined);
  }

  get hasTypes(): boolean {
    return this.#typed !== undefined;
  }

  /** What names tell about any file. */
  static ofNames(): Bindings {
    return new Bindings(new ValueResolver(undefined, 'none'), undefined);
  }

  static ofProgram(program: ts.Program, interest: Interest): Bindings {
    const files = new ModuleFiles(program);
    const lookup = new TypeLookup(program, files, interest);
    return new Bindings(lookup.resolver, { files, lookup, checker: program.getTypeChecker() });
  }

  /** Uses the model that the linter made of a file, in place of one of our own. */
  add(model: SourceModel): void {
    this.#typed?.files.add(model);
  }

  /** What the expression stands for: by its names, or else by its type. */
  valuesOf(expression: TSESTree.Node, model: SourceModel): readonly Value[] {
    const values = this.resolver.valuesOf(expression, model);
    if (values.length > 0 || this.#typed === undefined) return values;
    const node = unwrapped(expression);
    switch (node.type) {
      case AST_NODE_TYPES.MemberExpression:
        return this.#typed.lookup.valuesOfName(node.property, model);
      case AST_NODE_TYPES.Identifier:
        return this.#typed.lookup.valuesOfName(node, model);
      default:
        return [];
    }
  }

  /** The functions of the program that a call means, for what they do with their arguments. */
  functionsCalled(call: Call, model: SourceModel): readonly FunctionValue[] {
    const values = this.valuesOf(call.callee, model).filter((value) => value.kind === 'function');
    if (values.length > 0 || this.#typed === undefined) return values;
    const callee = unwrapped(call.callee);
    return this.#typed.lookup.ownFunctionsOf(callee.type === AST_NODE_TYPES.MemberExpression ? callee.property : callee, model);
  }

  /** For `fs[name]`, where the name is one of a few, all that it may be: what each of them stands for. */
  choicesOf(expression: TSESTree.Node, model: SourceModel): readonly (readonly Value[])[] {
    const node = unwrapped(expression);
    if (node.type !== AST_NODE_TYPES.MemberExpression || !node.computed) return [];
    const owners = this.resolver.valuesOf(node.object, model);
    const names = this.#typed?.lookup.textsOf(node.property, model) ?? [];
    if (names.length > 0) return names.map((name) => owners.flatMap((owner) => this.resolver.stepInto(owner, name)));
    return owners.flatMap((owner) => this.resolver.choicesIn(owner));
  }

  /** Is there a getter or setter of that name, whatever it belongs to? */
  namesAccessor(name: string, model: SourceModel): boolean {
    return this.#accessorsKnownTo(model).has(name);
  }

  /** The functions that run when the member of that name is read or written. */
  accessorsOf(
    member: TSESTree.MemberExpression,
    name: string,
    access: 'get' | 'set',
    model: SourceModel,
  ): readonly FunctionValue[] {
    const known = this.#accessorsKnownTo(model);
    // Most members are none, and their names tell.
    if (!known.has(name) && !known.has('[')) return [];
    const owners = this.resolver.valuesOf(member.object, model);
    if (owners.length > 0 || this.#typed === undefined) {
      return owners.flatMap((owner) => this.resolver.accessorsOf(owner, name, access));
    }
    return this.#typed.lookup.accessorsOfName(member.property, access, model);
  }

  /** What `[Symbol.iterator]` of the expression is, where only its type tells. */
  iteratorsOf(iterable: TSESTree.Node, model: SourceModel): readonly Value[] {
    return this.#typed?.files.hasIterators === true ? this.#typed.lookup.iteratorsOf(iterable, model) : [];
  }

  /** Is the method of that name an iterator's, which runs nothing before somebody draws: `lines().map(…)`? */
  isLazy(call: Call, name: string, model: SourceModel): boolean {
    if (!lazyMethods.has(name) || call.type === AST_NODE_TYPES.NewExpression) return false;
    const callee = unwrapped(call.callee);
    const byType = callee.type === AST_NODE_TYPES.MemberExpression ? this.#typed?.lookup.valuesOfName(callee.property, model) : undefined;
    if (byType !== undefined && byType.length > 0) return byType.some((value) => isGlobal(value, `IteratorObject${callStep}.${name}`));
    return this.resolver.valuesOf(call, model).some(({ kind }) => kind === 'iterator');
  }

  #accessorsKnownTo(model: SourceModel): ReadonlySet<string> {
    if (this.#typed !== undefined) return this.#typed.files.accessors;
    const names = this.#accessors.get(model) ?? accessorsIn([model.text]);
    this.#accessors.set(model, names);
    return names;
  }

  /** Whether the call's target declares that it takes a function there; without types nobody knows, so no. */
  takesFunction(call: Call, index: number, model: SourceModel): boolean {
    const tsNode = model.services?.esTreeNodeToTSNodeMap.get(call);
    if (tsNode === undefined || this.#typed === undefined || !ts.isCallLikeExpression(tsNode)) return false;
    const { checker } = this.#typed;
    const parameter = checker.getResolvedSignature(tsNode)?.declaration?.parameters[index];
    if (parameter === undefined || !ts.isParameter(parameter) || parameter.type === undefined) return false;
    return checker.getTypeFromTypeNode(parameter.type).getCallSignatures().length > 0;
  }

  /** Whether the expression is a promise or the like; `undefined` where nobody knows. */
  isThenable(expression: TSESTree.Node, model: SourceModel): boolean | undefined {
    const tsNode = model.services?.esTreeNodeToTSNodeMap.get(expression);
    if (tsNode === undefined || this.#typed === undefined) return undefined;
    const type = this.#typed.checker.getTypeAtLocation(tsNode);
    return (type.flags & ts.TypeFlags.Any) !== 0 ? undefined : isThenable(type, this.#typed.checker);
  }

  /** Whether the expression is certainly no number; without types nobody is certain. */
  isNeverNumber(expression: TSESTree.Node, model: SourceModel): boolean {
    const tsNode = model.services?.esTreeNodeToTSNodeMap.get(expression);
    if (tsNode === undefined || this.#typed === undefined) return false;
    const type = this.#typed.checker.getTypeAtLocation(tsNode);
    const parts = type.isUnion() ? type.types : [type];
    const mayBeNumber = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NumberLike | ts.TypeFlags.TypeParameter;
    return parts.every(({ flags }) => (flags & mayBeNumber) === 0);
  }

  /** Whether what is annotated with the type is a promise or the like. */
  isThenableType(node: TSESTree.TypeNode, model: SourceModel): boolean {
    const tsNode = model.services?.esTreeNodeToTSNodeMap.get(node);
    if (tsNode === undefined || this.#typed === undefined || !ts.isTypeNode(tsNode)) return false;
    return isThenable(this.#typed.checker.getTypeFromTypeNode(tsNode), this.#typed.checker);
  }

  /** Whether calls of the function give a promise or the like; `undefined` where nobody knows. */
  returnsThenable(node: FunctionNode, model: SourceModel): boolean | undefined {
    const tsNode = model.services?.esTreeNodeToTSNodeMap.get(node);
    if (tsNode === undefined || this.#typed === undefined || !ts.isFunctionLike(tsNode)) return undefined;
    const signature = this.#typed.checker.getSignatureFromDeclaration(tsNode);
    return signature && isThenable(signature.getReturnType(), this.#typed.checker);
  }
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

interface TypedProgram {
  readonly files: ModuleFiles;
  readonly lookup: TypeLookup;
  readonly checker: ts.TypeChecker;
}
