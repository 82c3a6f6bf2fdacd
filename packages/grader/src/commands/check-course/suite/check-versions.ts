import { posix } from 'node:path';
import ts from 'typescript';
import type { Exercise } from '../../../course/course.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import { digest } from '../../../files/digest.ts';
import { sourcesOf, type Source } from './suite-source.ts';

/**
 * For each check that a suite registers by its name, what it is made of, as a digest: its own statement, whatever that refers to,
 * directly or not, in the files of the suite, and what runs whenever they are loaded. Comments and layout do not count. A check
 * whose digest is the same does the same.
 *
 * What cannot be told apart counts for all: a name that stands anywhere is taken for whatever has that name at the top of a file.
 *
 * @returns undefined where a check is not registered by its name, once, at the top of a file
 */
export async function checkVersions({ id, checks }: Exercise, { suites }: CourseLayout): Promise<ReadonlyMap<string, string> | undefined> {
  const parts = (await sourcesOf(id, suites)).flatMap(partsOf);
  const ids = new Set(checks.filter(({ kind }) => kind === 'suite').map((check) => check.id));
  const always = parts.filter((part) => part.always && !ids.has(part.registers ?? ''));
  const own = parts.filter(({ registers }) => registers !== undefined && ids.has(registers));
  if (own.length !== ids.size || new Set(own.map(({ registers }) => registers)).size !== ids.size) return undefined;
  return new Map(own.map((part) => [part.registers ?? '', digest(...reachable([part, ...always], parts).map(({ path, text }) => `${path}: ${text}`))]));
}

/** A statement at the top of a file. */
interface Part {
  readonly path: string;
  /** Without comments, and laid out in one way. */
  readonly text: string;
  readonly names: readonly string[];
  /** All names in it, of whatever they are. */
  readonly uses: ReadonlySet<string>;
  /** Of an import or a re-export: the file, where it is one of the suite's, and what of it is meant; all when undefined. */
  readonly from?: { readonly path: string; readonly names: readonly string[] | undefined };
  /** What `something('id', …)` may register. */
  readonly registers?: string;
  /** It does something when the file is loaded. */
  readonly always: boolean;
}

const printer = ts.createPrinter({ removeComments: true });

function partsOf({ path, file }: Source): readonly Part[] {
  return file.statements.filter((statement) => !ts.isTypeAliasDeclaration(statement) && !ts.isInterfaceDeclaration(statement)).map((statement) => {
    const registers = registeredBy(statement);
    const from = originOf(statement, path);
    return {
      path,
      text: printer.printNode(ts.EmitHint.Unspecified, statement, file),
      names: namesOf(statement),
      uses: namesIn(statement),
      ...(from && { from }),
      ...(registers !== undefined && { registers }),
      always: !isDeclaration(statement),
    };
  });
}

function isDeclaration(statement: ts.Statement): boolean {
  return ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isVariableStatement(statement) || ts.isImportDeclaration(statement);
}

function registeredBy(statement: ts.Statement): string | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return undefined;
  const [id] = statement.expression.arguments;
  return id !== undefined && ts.isStringLiteralLike(id) ? id.text : undefined;
}

/** The names that it gives to something. */
function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => [...namesIn(name)]);
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name === undefined ? [] : [statement.name.text];
  return ts.isImportDeclaration(statement) ? [...namesIn(statement)] : [];
}

function namesIn(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (inner: ts.Node): void => {
    if (ts.isIdentifier(inner)) names.add(inner.text);
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return names;
}

function originOf(statement: ts.Statement, path: string): Part['from'] {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return undefined;
  const { moduleSpecifier } = statement;
  if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith('.')) return undefined;
  const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : statement.exportClause;
  const isNamed = bindings !== undefined && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings));
  return {
    path: posix.join(posix.dirname(path), moduleSpecifier.text),
    names: isNamed ? bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text) : undefined,
  };
}

/** These and all that they refer to, in the order of the files. */
function reachable(roots: readonly Part[], parts: readonly Part[]): readonly Part[] {
  const reached = new Set<Part>();
  const reach = (part: Part): void => {
    if (reached.has(part)) return;
    reached.add(part);
    for (const other of parts) if (refers(part, other)) reach(other);
  };
  for (const root of roots) reach(root);
  return parts.filter((part) => reached.has(part));
}

function refers({ path, uses, from }: Part, other: Part): boolean {
  if (from === undefined) return other.path === path && other.names.some((name) => uses.has(name));
  // What a file passes on may go by another name there.
  return other.path === from.path && (from.names === undefined || other.from !== undefined || other.names.some((name) => from.names?.includes(name)));
}
