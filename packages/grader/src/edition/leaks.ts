import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { EditionFiles } from './file-list.ts';

/** A line of a text that was to stay out, and where it stands. */
export interface Leak {
  readonly file: string;
  readonly line: string;
}

/** A line that is shorter says nothing: `return results;`. */
const telling = 21;

/** The lines of texts that tell something, but for those that stand in texts which everybody may read. */
export function tellingLines(secret: Iterable<string>, open: Iterable<string> = []): ReadonlySet<string> {
  const known = new Set(Array.from(open).flatMap(linesOf));
  return new Set(Array.from(secret).flatMap(linesOf).filter((line) => !known.has(line)));
}

/** Where lines of what is to stay out stand in the files of an edition, as they are or through what anybody would try on them. */
export function leaksIn(files: EditionFiles, lines: ReadonlySet<string>): readonly Leak[] {
  return Array.from(files).flatMap(([file, bytes]) => {
    const found = readings(Buffer.from(bytes)).flatMap((text) => linesOf(text).filter((line) => lines.has(line)));
    return [...new Set(found)].map((line) => ({ file, line }));
  });
}

/** A text in JSON or in a string has its line ends spelled out. */
function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n|\\n/).map((line) => line.trim()).filter((line) => line.length >= telling);
}

/** The texts that somebody may get from bytes who tries the decoders at hand, one upon another. */
function readings(bytes: Buffer, depth = 2): readonly string[] {
  const text = bytes.toString('utf8');
  if (depth === 0) return [text];
  const unpacked = [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync].flatMap((unpack) => {
    try {
      return [unpack(bytes, { maxOutputLength: 50_000_000 })];
    } catch {
      return [];
    }
  });
  const joined = text.replaceAll(/\r?\n/g, '');
  const coded = [
    ...(text.match(/[A-Za-z\d+/_-]{28,}={0,2}/g) ?? []),
    ...(joined.length === text.length ? [] : joined.match(/[A-Za-z\d+/_-]{76,}={0,2}/g) ?? []),
  ].map((piece) => Buffer.from(piece, 'base64'));
  const hex = (text.match(/(?:[\da-f]{2}){24,}/gi) ?? []).map((piece) => Buffer.from(piece, 'hex'));
  return [text, ...[...unpacked, ...coded, ...hex].flatMap((piece) => readings(piece, depth - 1))];
}
