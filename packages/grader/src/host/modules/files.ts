import { currentHost } from './host.ts';

/** Reading as `node:fs` spells it: with an encoding a text, without one the bytes. */
export type ReadOptions = string | { readonly encoding?: string | null; readonly flag?: string } | null | undefined;

/** The content of a simulated file. @throws an ENOENT error, as `node:fs` does */
export function contentOf(path: unknown, options?: ReadOptions): string | Uint8Array {
  const text = lookUp(path);
  const encoding = typeof options === 'string' ? options : options?.encoding;
  return encoding ? text : Buffer.from(text);
}

export function fileExists(path: unknown): boolean {
  return Object.hasOwn(currentHost().world().files, nameOf(path));
}

/** The size of a simulated file in bytes. @throws an ENOENT error */
export function sizeOf(path: unknown): number {
  return Buffer.byteLength(lookUp(path));
}

function lookUp(path: unknown): string {
  const text = fileExists(path) ? currentHost().world().files[nameOf(path)] : undefined;
  if (text !== undefined) return text;
  const message = `ENOENT: no such file or directory, open '${nameOf(path)}'`;
  throw Object.assign(new Error(message), { code: 'ENOENT', errno: -2, syscall: 'open', path: nameOf(path) });
}

function nameOf(path: unknown): string {
  return path instanceof URL ? path.pathname : String(path);
}
