import { lstatSync, realpathSync, statSync } from 'node:fs';
import { join, parse, relative, resolve, sep } from 'node:path';
import { errorCode } from '../messages/error-code.ts';
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
  const folder = resolve(cwd, given);
  const kind = kindOf(folder, given);
  if (kind === 'missing') throw new UsageError(usage.noFolder(given));
  if (kind === 'other') throw new UsageError(usage.fileForFolder(given));
  const answers = kindOf(join(folder, inCourse), given) === 'folder' ? join(folder, inCourse) : folder;
  const link = linkOnTheWay(answers, cwd);
  if (link !== undefined) throw new UsageError(usage.linkedFolder(link, realpathSync(answers)));
  return answers;
}

function kindOf(path: string, given: string): 'folder' | 'other' | 'missing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
    throw new UsageError(usage.unreadableFolder(given, code));
  }
}

function linkOnTheWay(folder: string, cwd: string): string | undefined {
  const { root } = parse(folder);
  const shared = new Set(foldersTo(resolve(cwd), root));
  return foldersTo(folder, root).find((path) => !shared.has(path) && lstatSync(path).isSymbolicLink());
}

/** All folders from the root down to this one. */
function foldersTo(folder: string, root: string): readonly string[] {
  const names = relative(root, folder).split(sep);
  return names.map((_, index) => join(root, ...names.slice(0, index + 1)));
}
