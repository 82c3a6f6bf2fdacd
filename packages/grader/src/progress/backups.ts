import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from '../course/course.ts';
import type { CourseLayout } from '../course/layout.ts';
import { filesIn } from './student-files.ts';
import type { StoredFile } from './student-files.ts';
import { momentOf, timeStamp } from './time-stamp.ts';
import { syncFolder, writeDurably } from './write-durably.ts';

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
 */
export function backUp({ root }: CourseLayout, exercise: string, files: readonly StoredFile[]): string {
  const home = join(root, '.teatime', 'backups', exercise);
  const at = timeStamp(new Date());
  const draft = join(home, `.unfinished-${at}-${process.pid}`);
  mkdirSync(draft, { recursive: true });
  for (const { name, bytes } of files) writeDurably(join(draft, name), bytes);
  syncFolder(draft);
  const folder = freeName(join(home, at));
  renameSync(draft, folder);
  for (const above of [home, join(home, '..'), join(home, '..', '..'), root]) syncFolder(above);
  return folder;
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
function freeName(wanted: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}-${count}`;
    if (!existsSync(name)) return name;
  }
}
