import ts from 'typescript';

/** What `await` meets. */
export type Awaited = 'coroutine' | 'task' | 'promise';

/** What the compiler knows of expressions, as far as waiting goes. */
export class Waiting {
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** What an expression gives to be awaited; undefined where that is nothing, or not known. */
  kindOf(node: ts.Node): Awaited | undefined {
    return this.#kindOfType(this.#checker.getTypeAtLocation(node));
  }

  /** Whether `await` waits there, as far as is known. */
  mayWait(node: ts.Node): boolean {
    return this.kindOf(node) !== undefined || isUnknown(this.#checker.getTypeAtLocation(node));
  }

  /** What a function without a `return` gives. */
  isNothing(node: ts.Node): boolean {
    return (this.#checker.getTypeAtLocation(node).flags & ts.TypeFlags.VoidLike) !== 0;
  }

  returnsNothing(node: ts.Node): boolean {
    return this.#checker.getTypeAtLocation(node).getCallSignatures().some((signature) => (signature.getReturnType().flags & ts.TypeFlags.VoidLike) !== 0);
  }

  isFunction(node: ts.Node): boolean {
    const type = this.#checker.getTypeAtLocation(node);
    return this.#kindOfType(type) === undefined && type.getCallSignatures().length > 0;
  }

  /** Whether a function gives something to be awaited. */
  givesPromise(node: ts.Node): boolean {
    const gives = this.#checker.getTypeAtLocation(node).getCallSignatures().map((signature) => signature.getReturnType());
    return gives.some((type) => this.#kindOfType(type) !== undefined);
  }

  /** A list with something to be awaited in it. */
  isList(node: ts.Node): boolean {
    const type = this.#checker.getTypeAtLocation(node);
    if (!this.#checker.isArrayType(type) && !this.#checker.isTupleType(type)) return false;
    const element = this.#checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    const parts = element?.isUnion() ? element.types : element ? [element] : [];
    return parts.some((part) => this.#kindOfType(part) !== undefined);
  }

  /** A function of Node's own that hands what it finds to a callback. */
  takesCallback({ expression }: ts.CallExpression): boolean {
    const symbol = this.#symbolOf(expression);
    const [declaration] = symbol?.declarations ?? [];
    if (symbol === undefined || declaration === undefined || !/[\/\\]@types[\/\\]node[\/\\]/.test(declaration.getSourceFile().fileName)) return false;
    const parameters = this.#checker.getTypeOfSymbol(symbol).getCallSignatures().flatMap((signature) => signature.parameters);
    return parameters.some((parameter) => this.#checker.getTypeOfSymbol(parameter).getNonNullableType().getCallSignatures().length > 0);
  }

  /** Where a name was declared; undefined where it stands for no variable of this program. */
  variable(name: ts.Identifier): ts.VariableDeclaration | undefined {
    const declaration = this.#checker.getSymbolAtLocation(name)?.valueDeclaration;
    return declaration && ts.isVariableDeclaration(declaration) ? declaration : undefined;
  }

  #symbolOf(node: ts.Node): ts.Symbol | undefined {
    const symbol = this.#checker.getSymbolAtLocation(ts.isPropertyAccessExpression(node) ? node.name : node);
    return symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  #kindOfType(type: ts.Type): Awaited | undefined {
    if ((type.flags & ts.TypeFlags.Any) !== 0 || this.#checker.getPropertyOfType(type, 'then') === undefined) return undefined;
    const name = type.getSymbol()?.name;
    return name === 'Coroutine' ? 'coroutine' : name === 'Task' ? 'task' : 'promise';
  }
}

function isUnknown({ flags }: ts.Type): boolean {
  return (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never | ts.TypeFlags.TypeParameter)) !== 0;
}
