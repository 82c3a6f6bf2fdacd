import { stripTypes } from '../source/strip-types.ts';
import { forbiddenImport } from './imports.ts';
import type { Refusal } from './refusal.ts';
import { syntaxRefusal } from './syntax-refusal.ts';
import type { LoadCompiler } from './syntax-refusal.ts';

/** A file of a submission, and the modules that it may import. */
export interface SourceToRead {
  readonly name: string;
  readonly source: string;
  readonly allowedImports: readonly string[];
}

/** What reading a file led to; `unreadable` where the parser itself could not go on. */
export type Reading =
  | { readonly outcome: 'read'; readonly code: string }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'unreadable' };

/** Strips the types of a file and looks at its imports. Never rejects. */
export async function readSource(file: SourceToRead, loadCompiler: LoadCompiler): Promise<Reading> {
  try {
    const { name, source, allowedImports } = file;
    const code = await strip(name, source, loadCompiler);
    if (typeof code !== 'string') return { outcome: 'refused', refusal: code };
    const refusal = await forbiddenImport(name, code, allowedImports);
    return refusal ? { outcome: 'refused', refusal } : { outcome: 'read', code };
  } catch {
    return { outcome: 'unreadable' };
  }
}

async function strip(name: string, source: string, loadCompiler: LoadCompiler): Promise<string | Refusal> {
  try {
    return stripTypes(source);
  } catch (error) {
    // A parser that broke down, of too deep a nesting for one, has nothing to say about the file.
    if (!(error instanceof Error && 'code' in error && complaints.has(error.code))) throw error;
    return await syntaxRefusal(name, source, error, loadCompiler);
  }
}

const complaints: ReadonlySet<unknown> = new Set(['ERR_INVALID_TYPESCRIPT_SYNTAX', 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX']);
