import { join, relative, sep } from 'node:path';
import type { Dirent } from 'node:fs';
import { courseAbove, courseLayout } from '../../course/layout.ts';
import { archiveStem } from '../../files/archive-name.ts';
import { FileProblem } from '../../files/file-problem.ts';
import { fileTrouble } from '../../files/file-trouble.ts';
import { HeldFolder } from '../../files/held-folder.ts';
import { noClassTexts, passedOverTexts } from '../../messages/hand-ins.ts';
import type { Text } from '../../messages/text.ts';
import { codeStem, namesExercise } from '../../submission/find-file.ts';
import { ClassProblem } from '../class-problem.ts';
import { canvasClaim } from './layouts/canvas.ts';
import type { ClassEntry, Surroundings } from './layouts/claim.ts';
import { gradescopeClaims, metadataFile } from './layouts/gradescope.ts';
import { moodleClaim } from './layouts/moodle.ts';
import { isJunk } from './reading/junk.ts';

/** The folder that the class lies in. */
export interface ClassFolder {
  readonly path: string;
  readonly entries: readonly ClassEntry[];
  readonly passedOver: readonly PassedOver[];
  /** The names of those folders that are clones. */
  readonly clones: ReadonlySet<string>;
}

/** What lies among the hand-ins, and is none. */
export interface PassedOver {
  readonly name: string;
  readonly reason: Text;
}

/**
 * What lies in the class's folder, or in the one folder that it holds when that has the class in it.
 *
 * @param directory absolute
 * @throws {ClassProblem} when it cannot be read, or is the course itself
 */
export function openClassFolder(directory: string, surroundings: Surroundings): ClassFolder {
  if (isOfCourse(directory)) throw new ClassProblem(noClassTexts.course(directory));
  const found = look(directory);
  const [only, another] = found.entries;
  if (only === undefined || another !== undefined || only.kind === 'file' || found.clones.has(only.name) || isOfSystem(only)) return found;
  const inner = look(only.path);
  return holdsClass(inner, surroundings) ? openClassFolder(only.path, surroundings) : found;
}

function isOfCourse(directory: string): boolean {
  const root = courseAbove(directory);
  if (root === undefined) return false;
  return directory === root || relative(courseLayout(root).root, directory).split(sep)[0] === 'packages';
}

function look(path: string): ClassFolder {
  try {
    using folder = HeldFolder.open(path);
    const shown = folder.entries().filter(({ name }) => !isJunk(name)).toSorted((one, other) => (one.name < other.name ? -1 : 1));
    const entries = shown.flatMap((entry) => entryOf(entry, path) ?? []);
    const strange = shown.filter((entry) => !entry.isFile() && !entry.isDirectory());
    return {
      path,
      entries,
      passedOver: strange.map((entry) => ({ name: entry.name, reason: entry.isSymbolicLink() ? passedOverTexts.link : passedOverTexts.other })),
      clones: new Set(entries.filter(({ name, kind }) => kind === 'folder' && isClone(folder, name)).map(({ name }) => name)),
    };
  } catch (error) {
    throw new ClassProblem(noClassTexts.cannotOpen(path, fileTrouble(FileProblem.from(error, path))), { cause: error });
  }
}

function entryOf(entry: Dirent, folder: string): ClassEntry | undefined {
  const { name } = entry;
  if (entry.isDirectory()) return { name, path: join(folder, name), kind: 'folder' };
  return entry.isFile() ? { name, path: join(folder, name), kind: 'file' } : undefined;
}

function isClone(folder: HeldFolder, name: string): boolean {
  try {
    using inner = folder.enter(name);
    return inner.entries().some((entry) => entry.name === '.git');
  } catch {
    // Reading it will say why.
    return false;
  }
}

/** Whether a name is one that only a learning system gives. */
function isOfSystem(entry: ClassEntry): boolean {
  return entry.name === metadataFile || (moodleClaim(entry) ?? canvasClaim(entry) ?? gradescopeClaims(entry, undefined)) !== undefined;
}

/** Whether a folder holds a class, and not the answers of a student. */
function holdsClass({ entries, clones }: ClassFolder, { exercises }: Surroundings): boolean {
  if (clones.size > 0 || entries.some(isOfSystem)) return true;
  const isAnswer = ({ name, kind }: ClassEntry): boolean =>
    kind === 'file'
      ? codeStem(name) !== undefined || name === 'course.json' || name === 'package.json'
      : name === 'packages' || name === 'exercises' || exercises.some(({ id }) => namesExercise(name.toLowerCase(), id));
  const students = entries.filter(({ name, kind }) => kind === 'folder' || archiveStem(name) !== undefined);
  return students.length > 1 && !entries.some(isAnswer);
}
