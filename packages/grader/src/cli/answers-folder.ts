import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { FileProblem } from '../files/file-problem.ts';
import { firmPath } from '../files/firm-path.ts';
import { HeldFolder } from '../files/held-folder.ts';
import { usage } from '../messages/usage.ts';
import type { Context } from './context.ts';
import { UsageError } from './usage-error.ts';

/** Where a copy of the whole course has its answers. */
const inCourse = join('packages', 'exercises');

/**
 * The folder of answers that `--from` names: the folder itself or, in a copy of the course, its `packages/exercises`.
 *
 * No part of the way there may be a link, but for those that also lead to where the command was typed. Whoever hands in a
 * folder could otherwise hand in a link to the solutions, or to what somebody else handed in.
 *
 * @throws {UsageError} when it is not there, is no folder, or cannot be read
 */
export function answersFolder(given: string, { cwd }: Pick<Context, 'cwd'>): string {
  const folder = firmPath(given, cwd);
  const problem = problemWith(folder);
  if (problem !== undefined) throw misuse(problem, folder, given);
  const answers = join(folder, inCourse);
  const isNone = problemWith(answers);
  if (isNone === undefined) return answers;
  if (isNone.code === 'link') throw misuse(isNone, answers, given);
  return folder;
}

/** Why a folder cannot be read. */
function problemWith(path: string): FileProblem | undefined {
  try {
    using folder = HeldFolder.open(path);
    folder.entries();
    return undefined;
  } catch (error) {
    return FileProblem.from(error, path);
  }
}

function misuse(problem: FileProblem, folder: string, given: string): UsageError {
  switch (problem.code) {
    case 'link':
      return new UsageError(usage.linkedFolder(problem.path, targetOf(folder)));
    case 'not-a-folder':
      return new UsageError(problem.path === folder ? usage.fileForFolder(given) : usage.noFolder(given));
    case 'ENOENT':
      return new UsageError(usage.noFolder(given));
    default:
      return new UsageError(usage.unreadableFolder(given, problem.code));
  }
}

/** Where the links of a path lead; undefined when that is nowhere. */
function targetOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
