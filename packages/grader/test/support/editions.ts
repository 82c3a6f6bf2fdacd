import { cpSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCourse } from '../../src/cli/open-course.ts';
import { readEdition } from '../../src/course/edition.ts';
import type { EditionFiles } from '../../src/edition/file-list.ts';
import { filesBelow } from '../../src/edition/journal.ts';
import { makeEdition } from '../../src/edition/make-edition.ts';
import { writeEdition } from '../../src/edition/write-edition.ts';
import { courseCopy } from './course-copy.ts';
import { command } from './in-process.ts';
import type { Outcome } from './teatime.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

const commands = ['grade', 'list', 'hint', 'play', 'reset', 'solution', 'update'];

/** An instructor with a small course to change, who hands out editions of it. The proofs of `release` are for its own tests. */
export interface Instructor extends TemporaryFolder {
  /** Writes an edition of the course as it is now into a folder, beside what was there. */
  handsOut(folder: string): Promise<EditionFiles>;
  /** Changes a JSON file of the course. */
  changes(file: string, change: (json: Record<string, unknown>) => Record<string, unknown>): Promise<void>;
  reads(file: string): Promise<string>;
}

export async function instructor(...exercises: readonly string[]): Promise<Instructor> {
  const course = await courseCopy(...exercises);
  const reads = (file: string): Promise<string> => readFile(join(course.path, file), 'utf8');
  return {
    ...course,
    reads,
    async handsOut(folder) {
      const open = await openCourse({ course: course.path, cwd: course.path });
      const files = await makeEdition({ course: open, name: undefined, commands, before: readEdition(folder)?.edition });
      writeEdition(folder, files);
      return files;
    },
    async changes(file, change) {
      const json: Record<string, unknown> = JSON.parse(await reads(file));
      await writeFile(join(course.path, file), JSON.stringify(change(json), undefined, 2));
    },
  };
}

/** Somebody with an edition, who has typed their first command. */
export interface EditionStudent extends TemporaryFolder {
  types(line: string): Promise<Outcome>;
  reads(file: string): string;
}

export async function studentOf(edition: string): Promise<EditionStudent> {
  const folder = await temporaryFolder();
  cpSync(edition, folder.path, { recursive: true });
  const types = (line: string): Promise<Outcome> => command(line, { cwd: folder.path });
  await types('list');
  return { ...folder, types, reads: (file) => readFileSync(join(folder.path, file), 'utf8') };
}

/** Everything in a folder but what starts with one of these, for comparing. */
export function contentOf(folder: string, but: readonly string[] = ['.teatime/', '.git/']): ReadonlyMap<string, string> {
  const names = filesBelow(folder).filter((name) => !but.some((start) => name.startsWith(start)));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}
