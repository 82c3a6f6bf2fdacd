import { lstatSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Exercise } from '../../course/course.ts';
import { archiveStem } from '../../files/archive-name.ts';
import { archiveFormat } from '../../files/archive.ts';
import { FileProblem } from '../../files/file-problem.ts';
import { fileTrouble } from '../../files/file-trouble.ts';
import { HeldFolder } from '../../files/held-folder.ts';
import { readOrdinaryFile } from '../../files/read-file.ts';
import { intakeNotes } from '../../messages/hand-ins.ts';
import { visibleName } from '../../messages/visible.ts';
import { mayAnswer } from '../../submission/find-file.ts';
import { byteLimit } from '../../submission/byte-limit.ts';
import { HandInProblem } from '../hand-in-problem.ts';
import type { Content, HandIn } from '../hand-in.ts';
import { takenAs } from './layouts/taken-as.ts';
import { chooseAnswers } from './reading/choose.ts';
import { Collection } from './reading/collection.ts';
import { collectNested, stemOf } from './reading/from-archive.ts';
import { insidePath } from './reading/inside.ts';
import { filesBelow, TooMuch } from './reading/walk.ts';

const mostArchiveBytes = 100_000_000;

/**
 * Reads the files of a hand-in that could be answers, and says of the rest why it was left out. Links are not followed, and nothing is
 * written.
 *
 * @throws {HandInProblem} when nothing of it can be graded
 */
export async function readHandIn(handIn: HandIn, exercises: readonly Pick<Exercise, 'id' | 'files'>[]): Promise<Content> {
  if (handIn.sources.length === 0) throw new HandInProblem('missing', intakeNotes.nothing);
  const collection = new Collection();
  const declared = exercises.flatMap(({ files }) => files);
  for (const source of handIn.sources) {
    if (isFolder(source)) {
      for (const { path, kind } of walked(source)) {
        if (kind === 'file') await collectFile({ at: join(source, path), path, into: stemOf(path) }, declared, collection);
        else if (mayAnswer(basename(path), declared)) collection.leaveOut('link', path);
      }
    } else {
      const path = takenAs(handIn.origin, basename(source), exercises);
      await collectFile({ at: source, path, into: handIn.sources.length === 1 ? '' : stemOf(path) }, declared, collection);
    }
  }
  const files = chooseAnswers(collection, exercises);
  const notes = collection.notes();
  if (files.size > 0) return { files, notes };
  const [problem] = collection.problems;
  // Who handed in a document has handed in something: somebody has to look at it.
  throw problem ?? new HandInProblem(notes.length > 0 ? 'unreadable' : 'missing', intakeNotes.noCode(collection.namesOf('no-code'), notes));
}

interface FileToRead {
  /** Absolute. */
  readonly at: string;
  /** Within the hand-in. */
  readonly path: string;
  /** The folder beside it for what is in it, should it be an archive. */
  readonly into: string;
}

async function collectFile({ at, path, into }: FileToRead, declared: readonly string[], collection: Collection): Promise<void> {
  const inside = insidePath(path);
  if (inside === undefined) { collection.leaveOut('outside', path); return; }
  try {
    const beginning = readOrdinaryFile(at, byteLimit + 1, { cut: true });
    if (archiveFormat(beginning) !== undefined) {
      const bytes = beginning.length <= byteLimit ? beginning : readOrdinaryFile(at, mostArchiveBytes);
      const folder = into === '' ? '' : `${inside.includes('/') ? `${dirname(inside)}/` : ''}${into}/`;
      await collectNested({ name: basename(path), bytes, into: folder }, declared, collection);
    } else if (mayAnswer(basename(inside), declared)) {
      collection.add(inside, beginning);
    } else if (archiveStem(path) !== undefined) {
      collection.note(new HandInProblem('unreadable', intakeNotes.damaged(visibleName(basename(path)))));
    } else {
      collection.leaveOut('no-code', path);
    }
  } catch (error) {
    if (error instanceof HandInProblem) throw error;
    const problem = FileProblem.from(error, at);
    const text = problem.code === 'too-large' ? intakeNotes.tooMuch : intakeNotes.cannotRead(visibleName(path), fileTrouble(problem));
    collection.note(new HandInProblem('unreadable', text, { cause: error }));
  }
}

function isFolder(path: string): boolean {
  return reading(path, () => {
    using folder = HeldFolder.open(dirname(path));
    return lstatSync(folder.at(basename(path))).isDirectory();
  });
}

function walked(path: string): ReturnType<typeof filesBelow> {
  return reading(path, () => filesBelow(path));
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const text = error instanceof TooMuch ? intakeNotes.tooMuch : intakeNotes.cannotRead(visibleName(basename(path)), fileTrouble(FileProblem.from(error, path)));
    throw new HandInProblem('unreadable', text, { cause: error });
  }
}
