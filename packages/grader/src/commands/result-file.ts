import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { usage } from '../messages/usage.ts';
import type { Context } from './context.ts';
import { UsageError } from './usage-error.ts';

/** A file that holds either a whole document or does not exist, whenever somebody looks. */
export interface ResultFile {
  write(document: string): void;
}

/**
 * Takes a path for a result, and removes the result of an earlier run, so that nobody takes it for this one's.
 *
 * @param option what stood before the path on the command line
 * @throws {UsageError} when nothing can be written there
 */
export function resultFile(given: string, { cwd }: Pick<Context, 'cwd'>, option = '--json '): ResultFile {
  const path = resolve(cwd, given);
  try {
    const existing = statSync(path, { throwIfNoEntry: false });
    if (existing !== undefined && !existing.isFile()) throw new UsageError(usage.notAFile(option + given));
    const target = existing === undefined ? path : realpathSync(path);
    const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    // The attempt tells before the work, not after it, that the folder is missing or may not be written to.
    writeFileSync(temporary, '');
    rmSync(temporary);
    rmSync(target, { force: true });
    return {
      write(document) {
        writeFileSync(temporary, document);
        renameSync(temporary, target);
      },
    };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(usage.cannotWrite(option + given, reason));
  }
}
