import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import ts from 'typescript';
import { memberName } from './constant-string.ts';
import { foreignValue } from './foreign-name.ts';
import type { ModuleFiles } from './module-files.ts';
import type { ModuleEntry } from './origins.ts';
import { ValueResolver } from './resolver.ts';
import type { SourceModel } from './source-model.ts';
import { maxTexts } from './texts.ts';
import type { FunctionValue, Value } from './value.ts';

/** Which of a program's modules are worth a look. */
export interface Interest {
  /** Is the module known well enough without its source? */
  isKnown(specifier: string): boolean;
  /** May what is looked for be found in the file, or through what it imports? */
  mayBlock(file: ts.SourceFile): boolean;
}

/** Follows names by their types: out of their file, and to what only types know. */
export class TypeLookup implements ModuleEntry {
  readonly resolver: ValueResolver;
  readonly #checker: ts.TypeChecker;
  readonly #files: ModuleFiles;
  readonly #interest: Interest;
  readonly #known = new Map<ts.Symbol, readonly Value[]>();

  constructor(program: ts.Program, files: ModuleFiles, interest: Interest) {
    this.#checker = program.getTypeChecker();
    this.#files = files;
    this.#interest = interest;
    this.resolver = new ValueResolver(this, 'none');
  }

  valuesOfExport(module: TSESTree.Node, name: string, model: SourceModel): readonly Value[] | undefined {
    const symbol = this.#ownModuleAt(module, model);
    if (symbol === undefined || symbol === 'harmless') return symbol === undefined ? undefined : [];
    const exported = this.#checker.tryGetMemberInModuleExports(name, symbol);
    if (exported !== undefined) return this.#valuesOfSymbol(exported);
    if (name !== 'default') return [];
    // A CommonJS module is its own default export.
    const whole = this.#valuesOfWhole(symbol);
    return whole.length > 0 ? whole : undefined;
  }

  valuesOfModule(module: TSESTree.Node, model: SourceModel): readonly Value[] {
    const symbol = this.#ownModuleAt(module, model);
    return symbol === undefined || symbol === 'harmless' ? [] : this.#valuesOfWhole(symbol);
  }

  /** The project's own module that a specifier names; `undefined` for a foreign one. */
  #ownModuleAt(module: TSESTree.Node, model: SourceModel): ts.Symbol | 'harmless' | undefined {
    const symbol = this.#symbolAt(module, model);
    const file = symbol?.declarations?.find(ts.isSourceFile);
    if (symbol === undefined || file === undefined || !this.#files.isOwn(file)) return undefined;
    if (module.type === AST_NODE_TYPES.Literal && this.#interest.isKnown(String(module.value))) return undefined;
    return this.#interest.mayBlock(file) ? symbol : 'harmless';
  }

  /** `module.exports = …` */
  #valuesOfWhole(module: ts.Symbol): readonly Value[] {
    const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals);
    return whole === undefined ? [] : this.#valuesOfSymbol(whole);
  }

  /** What the type checker knows a name to stand for: `load` in `config.load`. */
  valuesOfName(name: TSESTree.Node, model: SourceModel): readonly Value[] {
    const symbol = this.#symbolAt(name, model);
    if (symbol === undefined) return [];
    const values = this.#valuesOfSymbol(symbol);
    return values.length > 0 ? values : this.#valuesOfTaken(symbol);
  }

  /** `load` in `({ load }: Files) => …`: the member that the type of the whole has. */
  #valuesOfTaken({ valueDeclaration }: ts.Symbol): readonly Value[] {
    if (valueDeclaration === undefined || !ts.isBindingElement(valueDeclaration)) return [];
    const { parent, propertyName = valueDeclaration.name } = valueDeclaration;
    if (!ts.isObjectBindingPattern(parent) || !ts.isIdentifier(propertyName)) return [];
    const member = this.#checker.getTypeAtLocation(parent).getProperty(propertyName.text);
    return member === undefined ? [] : this.#valuesOfSymbol(member);
  }

  /** The functions of the project that run when a member is read or written, as the type of its object says. */
  accessorsOfName(name: TSESTree.Node, access: 'get' | 'set', model: SourceModel): readonly FunctionValue[] {
    const declarations = this.#symbolAt(name, model)?.declarations ?? [];
    const isWanted = access === 'get' ? ts.isGetAccessorDeclaration : ts.isSetAccessorDeclaration;
    return declarations
      .filter((declaration) => isWanted(declaration))
      .flatMap((declaration) => this.#valuesOfDeclaration(declaration))
      .filter((value) => value.kind === 'function');
  }

  /** The functions by which one goes through what is of the expression's type. */
  iteratorsOf(iterable: TSESTree.Node, { services }: SourceModel): readonly Value[] {
    const tsNode = services?.esTreeNodeToTSNodeMap.get(iterable);
    if (tsNode === undefined) return [];
    const members = this.#checker.getTypeAtLocation(tsNode).getProperties();
    // How TypeScript writes `[Symbol.iterator]`.
    const iterator = members.find(({ escapedName }) => String(escapedName).startsWith('__@iterator'));
    return iterator === undefined ? [] : this.#valuesOfSymbol(iterator);
  }

  /** The texts that an expression may be, where its type writes them out. */
  textsOf(expression: TSESTree.Node, { services }: SourceModel): readonly string[] {
    const tsNode = services?.esTreeNodeToTSNodeMap.get(expression);
    if (tsNode === undefined) return [];
    const type = this.#checker.getTypeAtLocation(tsNode);
    const parts = type.isUnion() ? type.types : [type];
    return parts.length <= maxTexts && parts.every((part) => part.isStringLiteral()) ? parts.map(({ value }) => value) : [];
  }

  #symbolAt(node: TSESTree.Node, { services }: SourceModel): ts.Symbol | undefined {
    const tsNode = services?.esTreeNodeToTSNodeMap.get(node);
    return tsNode === undefined ? undefined : this.#checker.getSymbolAtLocation(tsNode);
  }

  /** The program's own function of that name, be there anything of interest in its file or not. */
  ownFunctionsOf(name: TSESTree.Node, model: SourceModel): readonly FunctionValue[] {
    const declarations = this.#targetOf(this.#symbolAt(name, model))?.declarations ?? [];
    return declarations.flatMap((declaration) => {
      const file = declaration.getSourceFile();
      const home = this.#files.isOwn(file) ? this.#files.modelOf(file) : undefined;
      const node = home && treeNodeOf(declaration, home);
      const values = home === undefined || node === undefined ? [] : this.resolver.valuesOf(node, home);
      return values.filter((value) => value.kind === 'function');
    });
  }

  #targetOf(symbol: ts.Symbol | undefined): ts.Symbol | undefined {
    const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    return isAlias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  #valuesOfSymbol(symbol: ts.Symbol): readonly Value[] {
    const known = this.#known.get(symbol);
    if (known !== undefined) return known;
    this.#known.set(symbol, []);
    const values = (this.#targetOf(symbol)?.declarations ?? []).flatMap((declaration) => this.#valuesOfDeclaration(declaration));
    this.#known.set(symbol, values);
    return values;
  }

  #valuesOfDeclaration(declaration: ts.Declaration): readonly Value[] {
    const file = declaration.getSourceFile();
    if (!this.#files.isOwn(file)) {
      const foreign = foreignValue(declaration);
      return foreign === undefined ? [] : [foreign];
    }
    const model = this.#interest.mayBlock(file) ? this.#files.modelOf(file) : undefined;
    if (model === undefined) return [];
    if (declaration === file) return [this.resolver.ownModule(model)];
    const node = treeNodeOf(declaration, model);
    const { parent } = node ?? {};
    // A member of an object may be replaced or spread over.
    if (parent?.type === AST_NODE_TYPES.Property && parent.kind === 'init' && parent.parent.type === AST_NODE_TYPES.ObjectExpression) {
      const name = memberName({ computed: parent.computed, name: parent.key }, model);
      if (name !== undefined) return this.resolver.stepInto({ kind: 'object', node: parent.parent, model }, name);
    }
    return node === undefined ? [] : this.resolver.valuesOf(node, model);
  }
}

/** The part of the tree that says what a declaration stands for: its value where it has one, else its name. */
function treeNodeOf(declaration: ts.Declaration, { services }: SourceModel): TSESTree.Node | undefined {
  const named = ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration) || ts.isParameter(declaration);
  const node: TSESTree.Node | undefined = services?.tsNodeToESTreeNodeMap.get(named ? declaration.name : declaration);
  switch (node?.type) {
    case AST_NODE_TYPES.AssignmentExpression:
      return node.right;
    case AST_NODE_TYPES.ExportDefaultDeclaration:
      return node.declaration;
    case AST_NODE_TYPES.MethodDefinition:
    case AST_NODE_TYPES.Property:
    case AST_NODE_TYPES.PropertyDefinition:
      return node.value ?? undefined;
    default:
      return node;
  }
}
