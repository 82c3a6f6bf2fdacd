import { lstatSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { FileProblem } from '../files/file-problem.ts';
import { fileTrouble } from '../files/file-trouble.ts';
import { firmPath } from '../files/firm-path.ts';
import { HeldFolder } from '../files/held-folder.ts';
import { draftName, replaceFile, writeNewFile } from '../files/replace-file.ts';
import { usage } from '../messages/usage.ts';
import { visibleName } from '../messages/visible.ts';
import type { Context } from './context.ts';
import { GraderTrouble } from './grader-trouble.ts';
import { shownPath } from './shown-path.ts';
import { UsageError } from './usage-error.ts';

/** A file that holds either a whole document or does not exist, whenever somebody looks. */
export interface ResultFile {
  /** Absolute. */
  readonly path: string;
  write(document: string | Uint8Array): void;
}

/**
 * Takes a path for a result, and removes the result of an earlier run, so that nobody takes it for this one's.
 *
 * @param option what stood before the path on the command line
 * @throws {UsageError} when nothing can be written there. `write` throws {GraderTrouble} when it turns out later
 */
export function resultFile(given: string, { cwd }: Pick<Context, 'cwd'>, option = '--json '): ResultFile {
  const asked = visibleName(option + given);
  const path = firmPath(given, cwd);
  try {
    removeEarlier(path, asked);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const problem = FileProblem.from(error, path);
    throw new UsageError(problem.code === 'ENOENT' ? usage.noFolderFor(asked, shownPath(dirname(path), cwd)) : usage.cannotWrite(asked, fileTrouble(problem)));
  }
  return {
    path,
    write(document) {
      try {
        replaceFile(path, document);
      } catch (error) {
        throw new GraderTrouble(usage.cannotWrite(asked, fileTrouble(FileProblem.from(error, path))));
      }
    },
  };
}

function removeEarlier(path: string, asked: string): void {
  using folder = HeldFolder.open(dirname(path));
  const name = basename(path);
  const existing = lstatSync(folder.at(name), { throwIfNoEntry: false });
  // Where the folder is somebody else's, so is what a link in it leads to.
  if (existing?.isSymbolicLink() === true) throw new UsageError(usage.link(asked));
  if (existing !== undefined && !existing.isFile()) throw new UsageError(usage.notAFile(asked));
  // The attempt tells before the work, not after it, that the folder may not be written to.
  const attempt = draftName();
  writeNewFile(folder, attempt, '');
  rmSync(folder.at(attempt));
  rmSync(folder.at(name), { force: true });
}
