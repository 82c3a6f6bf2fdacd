import { lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode } from '../messages/error-code.ts';
import { usage } from '../messages/usage.ts';
import type { Context } from './context.ts';
import { GraderTrouble } from './grader-trouble.ts';
import { UsageError } from './usage-error.ts';

/** A file that holds either a whole document or does not exist, whenever somebody looks. */
export interface ResultFile {
  write(document: string): void;
}

/**
 * Takes a path for a result, and removes the result of an earlier run, so that nobody takes it for this one's.
 *
 * @param option what stood before the path on the command line
 * @throws {UsageError} when nothing can be written there. `write` throws {GraderTrouble} when it turns out later
 */
export function resultFile(given: string, { cwd }: Pick<Context, 'cwd'>, option = '--json '): ResultFile {
  const path = resolve(cwd, given);
  try {
    const existing = lstatSync(path, { throwIfNoEntry: false });
    // Where the folder is somebody else's, so is what a link in it leads to.
    if (existing?.isSymbolicLink() === true) throw new UsageError(usage.link(option + given));
    if (existing !== undefined && !existing.isFile()) throw new UsageError(usage.notAFile(option + given));
    const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
    // The attempt tells before the work, not after it, that the folder is missing or may not be written to.
    writeFileSync(temporary, '');
    rmSync(temporary);
    rmSync(path, { force: true });
    return {
      write(document) {
        try {
          writeFileSync(temporary, document);
          renameSync(temporary, path);
        } catch (error) {
          rmSync(temporary, { force: true });
          throw new GraderTrouble(usage.cannotWrite(option + given, errorCode(error)));
        }
      },
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(usage.cannotWrite(option + given, errorCode(error)));
  }
}
