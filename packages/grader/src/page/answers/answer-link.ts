import { byteLimit } from '../../submission/byte-limit.ts';
import type { AnswerFile } from './answer-file.ts';

/** What the fragment of an address carries. */
export type LinkedAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'answer'; readonly exercise: string; readonly files: readonly AnswerFile[] }
  /** Cut off, changed, or never an answer. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'too-large' };

const key = '#answer=';

/** More than the grader takes, and what nobody compresses an answer to. */
const mostBytes = 2 * byteLimit;
const mostSigns = byteLimit;

/** A fragment that carries an answer: compressed, so that a chat takes the link. */
export async function answerFragment(exercise: string, files: readonly AnswerFile[]): Promise<string> {
  const text = JSON.stringify({ exercise, files: files.map(({ name, source }) => ({ name, source })) });
  const packed = new Uint8Array(await new Response(streamOf(text).pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
  return key + btoa(String.fromCharCode(...packed)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function carriesAnswer(fragment: string): boolean {
  return fragment.startsWith(key);
}

/** The other half of {@link answerFragment}. Whoever made the link may have meant harm: what it takes is bounded, and all of it is text. */
export async function linkedAnswer(fragment: string): Promise<LinkedAnswer> {
  if (!carriesAnswer(fragment)) return { kind: 'none' };
  if (fragment.length > mostSigns) return { kind: 'too-large' };
  try {
    const packed = atob(fragment.slice(key.length).replaceAll('-', '+').replaceAll('_', '/'));
    const text = await unpacked(Uint8Array.from(packed, (sign) => sign.charCodeAt(0)));
    return text === undefined ? { kind: 'too-large' } : answerIn(JSON.parse(text));
  } catch {
    return { kind: 'broken' };
  }
}

/** Undefined when there is too much of it: then no more than that was unpacked. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [text, length] = ['', 0];
  for await (const piece of piecesOf(streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')))) {
    length += piece.length;
    if (length > mostBytes) return undefined;
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

/** Not every browser lets a stream be iterated over. */
async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function streamOf(content: string | Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([content]).stream();
}

function answerIn(value: unknown): LinkedAnswer {
  const { exercise, files } = fieldsOf(value);
  if (typeof exercise !== 'string' || !Array.isArray(files)) return { kind: 'broken' };
  const read: AnswerFile[] = [];
  for (const file of files) {
    const { name, source } = fieldsOf(file);
    if (typeof name !== 'string' || typeof source !== 'string') return { kind: 'broken' };
    read.push({ name, source });
  }
  return { kind: 'answer', exercise, files: read };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
