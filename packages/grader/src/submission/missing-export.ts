import type { DefaultExport, InsteadOfExport } from '../messages/missing-export.ts';
import { nearest } from '../messages/nearest.ts';
import { topLevelDeclarations, withoutComments } from '../source/code-only.ts';

export interface SoughtExport {
  readonly name: string;
  /** The file, with or without its types. */
  readonly source: string;
  /** What the file exports, as the process says that ran it: any text at all. */
  readonly exported: readonly string[];
  /** The names that the exercise asks for: none of them is a misspelling of another one. */
  readonly wanted: readonly string[];
}

/** Finds out why a file does not export a name. */
export function insteadOfExport({ name, source, exported, wanted }: SoughtExport): InsteadOfExport {
  if (withoutComments(source).trim() === '') return { what: 'nothing-at-all' };
  const isCandidate = (one: string): boolean => isPresentable(one) && (one === name || !wanted.includes(one));
  const declarations = topLevelDeclarations(source).filter((one) => isCandidate(one.name));
  const declared = declarations.find((one) => one.name === name);
  const written = exported.includes('default') ? defaultExportIn(source, name) : undefined;
  if (written !== undefined) return { what: 'default-export', written };
  if (declared !== undefined) return { what: 'not-exported', declared };
  const misspeltExport = misspelt(name, exported.filter(isCandidate));
  if (misspeltExport !== undefined) return { what: 'other-name', exported: misspeltExport };
  const misspeltName = misspelt(name, declarations.map((one) => one.name));
  const misspeltDeclaration = declarations.find((one) => one.name === misspeltName);
  if (misspeltDeclaration !== undefined) return { what: 'not-exported', declared: misspeltDeclaration };
  const names = exported.filter(isPresentable);
  return { what: 'other-exports', exported: names.slice(0, mostNames), count: names.length };
}

const mostNames = 5;

/** How the file writes its default export, if that could be what is asked for under a name. */
function defaultExportIn(source: string, name: string): DefaultExport | undefined {
  const code = withoutComments(source);
  const exported = /\bexport\s+default\s+(?:async\s+)?(?:function\b\s*\*?\s*)?([\p{ID_Start}$_][\p{ID_Continue}$]*)?/u.exec(code);
  if (exported === null) return new RegExp(String.raw`\b${RegExp.escape(name)}\s+as\s+default\b`).test(code) ? 'as-default' : undefined;
  const [statement, found] = exported;
  if (found === name) return /\bfunction\b/.test(statement) ? 'function' : 'name';
  return /\bexport\s+default\s+(?:async\b|function\s*\*?\s*\(|\()/.test(code) && (found === undefined || found === 'async') ? 'unnamed' : undefined;
}

/** A name as people write them, which can fool nobody: no quotes, no line breaks, nothing that is not seen. */
function isPresentable(name: string): boolean {
  return name.length <= 40 && name !== 'default' && /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
}

function misspelt(name: string, names: readonly string[]): string | undefined {
  return names.find((other) => other.toLowerCase() === name.toLowerCase()) ?? nearest(name, names);
}
