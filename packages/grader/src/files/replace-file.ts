import { randomUUID } from 'node:crypto';
import { closeSync, constants, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { FileProblem } from './file-problem.ts';
import { HeldFolder } from './held-folder.ts';
import type { HoldingOptions } from './held-folder.ts';

/**
 * Puts a file in the place of another one, or of none: whoever looks sees all of the old or all of the new, also when
 * the process is killed or the power fails meanwhile. It is written nowhere but in this folder, whatever links lie there.
 *
 * @param path absolute; no folder on the way may be a link
 * @param options.make whether to make the folders that are not there
 * @throws {FileProblem} and then the old file stands as it stood, and nothing lies beside it
 */
export function replaceFile(path: string, content: string | Uint8Array, options?: HoldingOptions): void {
  try {
    using folder = HeldFolder.open(dirname(path), options);
    const draft = draftName();
    try {
      writeNewFile(folder, draft, content);
      folder.confirm();
      renameSync(folder.at(draft), folder.at(basename(path)));
    } catch (error) {
      rmSync(folder.at(draft), { force: true });
      throw error;
    }
    folder.sync();
  } catch (error) {
    throw FileProblem.from(error, path);
  }
}

/**
 * Writes a file that is not there yet, and waits until it is on the disk.
 *
 * @throws the error of the system, also when there is something under this name, a link that leads nowhere too
 */
export function writeNewFile(folder: HeldFolder, name: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const file = openSync(folder.at(name), newFile, 0o666);
  try {
    for (let written = 0; written < bytes.length; written += writeSync(file, bytes, written));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A name for what is not complete yet: nobody can guess it, and it is short whatever the file is called. */
export function draftName(): string {
  return `.teatime-${randomUUID()}.tmp`;
}

// Windows does not know the last: there it is undefined, which counts as 0.
const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
