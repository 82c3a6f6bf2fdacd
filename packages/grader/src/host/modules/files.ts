import { fileURLToPath } from 'node:url';
import { currentHost } from './host.ts';

/** Reading as `node:fs` spells it: with an encoding a text, without one the bytes. */
export type ReadOptions = string | { readonly encoding?: string | null; readonly flag?: string } | null | undefined;

/** What a call does with a file, as its errors name it. */
export type FileOperation = 'open' | 'stat' | 'access' | 'read';

/**
 * What a file holds, as `node:fs` hands it out.
 *
 * @throws the errors of `node:fs`: ENOENT, EISDIR, and a TypeError for an encoding that there is not
 */
export function contentOf(path: unknown, options?: ReadOptions): string | Buffer {
  const encoding = encodingOf(options);
  const bytes = bytesOf(path);
  return encoding === undefined ? bytes : bytes.toString(encoding);
}

/** The encoding that was asked for; undefined where the bytes were. @throws a TypeError, as `node:fs` does */
export function encodingOf(options: ReadOptions): BufferEncoding | undefined {
  if (options !== null && options !== undefined && typeof options !== 'string' && typeof options !== 'object') {
    throw typeError('ERR_INVALID_ARG_TYPE', 'The "options" argument must be one of type string or object.');
  }
  const encoding = typeof options === 'string' ? options : options?.encoding;
  if (!encoding) return undefined;
  if (Buffer.isEncoding(encoding)) return encoding;
  throw typeError('ERR_INVALID_ARG_VALUE', `The argument 'encoding' is invalid encoding. Received '${encoding}'`);
}

export function pathExists(path: unknown): boolean {
  return fileExists(path) || isFolder(path);
}

/** @throws an ENOENT error when there is neither a file nor a folder */
export function requirePath(path: unknown, operation: FileOperation): void {
  if (!pathExists(path)) throw systemError({ code: 'ENOENT', errno: -2, text: 'no such file or directory' }, operation, path);
}

/** The bytes of a simulated file. @throws an ENOENT or EISDIR error, as `node:fs` does */
export function bytesOf(path: unknown, operation: FileOperation = 'open'): Buffer {
  requirePath(path, operation);
  const text = fileExists(path) ? currentHost().world().files[nameOf(path)] : undefined;
  if (text !== undefined) return Buffer.from(text);
  throw systemError({ code: 'EISDIR', errno: -21, text: 'illegal operation on a directory' }, 'read', path);
}

export interface FileStats {
  readonly size: number;
  isFile(): boolean;
  isDirectory(): boolean;
}

/** @throws an ENOENT error */
export function statsOf(path: unknown): FileStats {
  requirePath(path, 'stat');
  const isFile = fileExists(path);
  return { size: isFile ? bytesOf(path).length : 4096, isFile: () => isFile, isDirectory: () => !isFile };
}

function fileExists(path: unknown): boolean {
  return Object.hasOwn(currentHost().world().files, nameOf(path));
}

/** A folder is where files lie. */
function isFolder(path: unknown): boolean {
  const folder = `${nameOf(path).replace(/\/+$/, '')}/`;
  return Object.keys(currentHost().world().files).some((name) => name.startsWith(folder));
}

/** @throws a TypeError, as `node:fs` does, for what is no path */
function nameOf(path: unknown): string {
  if (path instanceof URL) return fileURLToPath(path);
  if (typeof path === 'string' || path instanceof Uint8Array) return Buffer.from(path).toString();
  throw typeError('ERR_INVALID_ARG_TYPE', 'The "path" argument must be of type string or an instance of Buffer or URL.');
}

interface SystemFault {
  readonly code: string;
  readonly errno: number;
  readonly text: string;
}

function systemError({ code, errno, text }: SystemFault, syscall: FileOperation, path: unknown): Error {
  const name = nameOf(path);
  return Object.assign(new Error(`${code}: ${text}, ${syscall} '${name}'`), { errno, code, syscall, path: name });
}

function typeError(code: string, message: string): TypeError {
  return Object.assign(new TypeError(message), { code });
}
