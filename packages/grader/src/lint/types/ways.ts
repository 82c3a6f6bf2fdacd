import ts from 'typescript';
import { walk } from './syntax.ts';

/**
 * Which functions lead to a line, by the names that they mention: whoever names a function may call it, or hand it to
 * somebody who does.
 */
export class Ways {
  /** Who mentions a name, by the names that are declared outside of all functions. */
  readonly #mentionedBy = new Map<string, Set<string>>();

  /** @param files with the parents of their nodes, as a program that was checked has them */
  constructor(files: readonly ts.SourceFile[]) {
    for (const statement of files.flatMap(({ statements }) => [...statements])) {
      const declared = namesOf(statement);
      for (const name of mentionedIn(statement)) {
        const known = this.#mentionedBy.get(name) ?? new Set();
        for (const by of declared) known.add(by);
        this.#mentionedBy.set(name, known);
      }
    }
  }

  /** The names that lead to a place, its own function among them; undefined where it is outside of all that has a name. */
  to(node: ts.Node): readonly string[] | undefined {
    const names = namesOf(statementOf(node));
    if (names.length === 0) return undefined;
    // A set goes on to what is added to it meanwhile.
    const found = new Set(names);
    for (const name of found) for (const by of this.#mentionedBy.get(name) ?? []) found.add(by);
    return [...found];
  }
}

function statementOf(node: ts.Node): ts.Node {
  return ts.isSourceFile(node.parent) ? node : statementOf(node.parent);
}

/** What a statement outside of all functions declares, or hands out under another name. */
function namesOf(statement: ts.Node): readonly string[] {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name ? [statement.name.text] : [];
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name));
  if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause)) return [];
  return statement.exportClause.elements.map(({ name }) => name.text);
}

function boundBy(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundBy(element.name) : []));
}

function mentionedIn(statement: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk(statement, (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
  });
  return names;
}
