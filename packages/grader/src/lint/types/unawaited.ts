import ts from 'typescript';
import type { Unawaited } from '../../verdict/unawaited.ts';
import { Ways } from './ways.ts';

/** What files begin and do not wait for: no mistake by itself, but where something came too early, the likeliest reason. */
export function unawaitedIn(program: ts.Program, files: readonly { readonly path: string; readonly name: string }[]): readonly Unawaited[] {
  const sources = files.flatMap(({ path, name }) => {
    const file = program.getSourceFile(path);
    return file === undefined ? [] : [{ file, name }];
  });
  const checker = program.getTypeChecker();
  const ways = new Ways(sources.map(({ file }) => file));
  return sources.flatMap(({ file, name }) => unawaitedOf(file, { name, checker, ways }));
}

interface Surroundings {
  readonly name: string;
  readonly checker: ts.TypeChecker;
  readonly ways: Ways;
}

function unawaitedOf(file: ts.SourceFile, { name, checker, ways }: Surroundings): readonly Unawaited[] {
  const uses = usesIn(file);
  const found: Unawaited[] = [];
  const note = (what: Unawaited['what'], call: ts.Expression): void => {
    const start = call.getStart(file);
    const { line, character } = file.getLineAndCharacterOfPosition(start);
    const code = call.getText(file).replaceAll(/\s+/g, ' ');
    const from = ways.to(call);
    const location = { file: name, line: line + 1, column: character + 1 };
    found.push({ what, code: code.length > longest ? `${code.slice(0, longest - 1)}…` : code, location, ...(from && { from }) });
  };
  const visit = (node: ts.Node): void => {
    const call = droppedCall(node, uses);
    const what = call && kindOf(call, checker);
    if (call && what) note(what, call);
    if (ts.isCallExpression(node) && isAsyncForEach(node, checker)) note('each', node.expression);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const longest = 40;

/** The call of a statement that is nothing else, or of a variable that is never used. */
function droppedCall(node: ts.Node, uses: ReadonlyMap<string, number>): ts.CallExpression | undefined {
  if (ts.isExpressionStatement(node) && ts.isCallExpression(node.expression) && !isHandled(node.expression)) return node.expression;
  const isUnused = ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && uses.get(node.name.text) === 1;
  return isUnused && node.initializer && ts.isCallExpression(node.initializer) ? node.initializer : undefined;
}

/** `….catch(…)`: somebody listens. */
function isHandled({ expression }: ts.CallExpression): boolean {
  return ts.isPropertyAccessExpression(expression) && ['then', 'catch', 'finally'].includes(expression.name.text);
}

/** How often each name stands in a file. */
function usesIn(file: ts.SourceFile): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) uses.set(node.text, (uses.get(node.text) ?? 0) + 1);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return uses;
}

function kindOf(call: ts.CallExpression, checker: ts.TypeChecker): 'coroutine' | 'promise' | undefined {
  const type = checker.getTypeAtLocation(call);
  if ((type.flags & ts.TypeFlags.Any) !== 0 || checker.getPropertyOfType(type, 'then') === undefined) return undefined;
  return type.getSymbol()?.name === 'Coroutine' ? 'coroutine' : 'promise';
}

function isAsyncForEach({ expression, arguments: [callback] }: ts.CallExpression, checker: ts.TypeChecker): boolean {
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'forEach' || callback === undefined) return false;
  const gives = checker.getTypeAtLocation(callback).getCallSignatures().map((signature) => signature.getReturnType());
  return gives.some((type) => checker.getPropertyOfType(type, 'then') !== undefined);
}
