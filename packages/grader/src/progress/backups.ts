import { existsSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '../course/course.ts';
import type { CourseLayout } from '../course/layout.ts';
import { FileProblem } from '../files/file-problem.ts';
import { HeldFolder } from '../files/held-folder.ts';
import { draftName, writeNewFile } from '../files/replace-file.ts';
import { filesIn } from './student-files.ts';
import type { StoredFile } from './student-files.ts';
import { momentOf, timeStamp } from './time-stamp.ts';

/** What a student once wrote, kept. */
export interface Backup {
  readonly folder: string;
  readonly at: Date;
  readonly files: readonly StoredFile[];
}

/**
 * Keeps these files in a folder of their own. When this returns they are on the disk; a run that is cut short before
 * leaves an unfinished folder, which counts as none.
 *
 * @returns the folder
 * @throws {FileProblem}
 */
export function backUp({ root }: CourseLayout, exercise: string, files: readonly StoredFile[]): string {
  const path = join(root, '.teatime', 'backups', exercise);
  try {
    using home = HeldFolder.open(path, { make: true });
    const unfinished = draftName();
    using draft = home.enter(unfinished, true);
    for (const { name, bytes } of files) writeNewFile(draft, name, bytes);
    draft.sync();
    const name = freeName(timeStamp(new Date()), home);
    renameSync(home.at(unfinished), home.at(name));
    home.sync();
    return join(path, name);
  } catch (error) {
    throw FileProblem.from(error, path);
  }
}

/** The newest of the backups of an exercise. */
export function newestBackup({ root }: CourseLayout, exercise: Exercise): Backup | undefined {
  const home = join(root, '.teatime', 'backups', exercise.id);
  const names = existsSync(home) ? readdirSync(home) : [];
  const dated = names.flatMap((name) => {
    const at = momentOf(name);
    return at === undefined ? [] : [{ name, at }];
  });
  const newest = dated.toSorted((a, b) => (a.name < b.name ? 1 : -1))[0];
  if (newest === undefined) return undefined;
  const folder = join(home, newest.name);
  return { folder, at: newest.at, files: filesIn(folder, exercise) };
}

/** Two backups within the same millisecond get names that differ. */
function freeName(wanted: string, folder: HeldFolder): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}-${count}`;
    if (!existsSync(folder.at(name))) return name;
  }
}
