import { stripTypes } from '../source/strip-types.ts';
import { forbiddenImport } from './imports.ts';
import { locate } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { mayBeRefusedByNode } from './unseen.ts';
import { syntaxRefusal } from './syntax-refusal.ts';

/** A file of a submission, and the modules that it may import. */
export interface SourceToRead {
  readonly name: string;
  readonly source: string;
  readonly allowedImports: readonly string[];
}

/**
 * The code of a file without its types, or what is against it.
 *
 * @throws {Error} where a parser itself could not go on: it may be broken for all files after
 */
export async function readSource({ name, source, allowedImports }: SourceToRead): Promise<string | Refusal> {
  const code = await strip(name, source);
  if (typeof code !== 'string') return code;
  return (await strangeToNode(name, source, code)) ?? (await forbiddenImport(name, code, allowedImports)) ?? code;
}

/** What the parser lets pass and Node does not, which says no place. */
async function strangeToNode(name: string, source: string, code: string): Promise<Refusal | undefined> {
  if (!mayBeRefusedByNode(code)) return undefined;
  const { strangeComplaint } = await import('./strange-complaint.ts');
  const complaint = strangeComplaint(name, source);
  return complaint && { cause: 'syntax', message: complaint.message, location: locate(name, source, complaint.offset) };
}

async function strip(name: string, source: string): Promise<string | Refusal> {
  try {
    return stripTypes(source);
  } catch (error) {
    // A parser that broke down, of too deep a nesting for one, has nothing to say about the file.
    if (!(error instanceof Error && 'code' in error && complaints.has(error.code))) throw error;
    return await syntaxRefusal(name, source, error);
  }
}

const complaints: ReadonlySet<unknown> = new Set(['ERR_INVALID_TYPESCRIPT_SYNTAX', 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX']);
