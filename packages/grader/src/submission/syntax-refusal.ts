import { refusing } from '../messages/submission.ts';
import { untranslated } from '../messages/syntax.ts';
import type { Location } from '../verdict/result.ts';
import { locate } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** Says, in words for a beginner, why the types of a file could not be stripped, and where. */
export async function syntaxRefusal(file: string, source: string, error: unknown): Promise<Refusal> {
  // Loading the compiler takes a fifth of a second: only a file that is broken pays for it.
  const { compilerComplaint } = await import('./compiler-complaint.ts');
  const complaint = compilerComplaint(file, source);
  const parser = parserComplaint(file, error);
  const location = complaint ? locate(file, source, complaint.offset) : parser.location;
  if (parser.untranslated) return { cause: 'syntax', message: untranslated[constructIn(parser.reason)], location };
  return { cause: 'syntax', message: complaint?.message ?? refusing.syntax({ en: parser.reason, 'zh-CN': parser.reason }), location };
}

/** What Node's parser says: its reason is the message, its place stands in the stack, above some lines of source and a row of carets. */
function parserComplaint(file: string, error: unknown) {
  const { message, stack = '', code } = detailsOf(error);
  const [, line, carets] = /:(\d+)\n[^]*?^( *)\^+$/m.exec(stack) ?? [];
  const location: Location = { file, line: Number(line ?? 1), column: (carets?.length ?? 0) + 1 };
  return { reason: message, location, untranslated: code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX' };
}

function detailsOf(error: unknown): { readonly message: string; readonly stack?: string; readonly code?: unknown } {
  if (!(error instanceof Error)) return { message: String(error) };
  return {
    message: error.message,
    ...(error.stack !== undefined && { stack: error.stack }),
    ...('code' in error && { code: error.code }),
  };
}

function constructIn(reason: string): keyof typeof untranslated {
  if (/\benum\b/.test(reason)) return 'enum';
  if (/\b(namespace|module)\b/.test(reason)) return 'namespace';
  if (reason.includes('parameter property')) return 'parameter property';
  if (reason.includes('export assignment')) return 'export assignment';
  if (reason.includes('import equals')) return 'import equals';
  if (reason.includes('angle-bracket')) return 'angle-bracket';
  return 'other';
}
