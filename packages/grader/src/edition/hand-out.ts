import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../files/replace-file.ts';
import { contentHash } from '../progress/student-files.ts';

/*
 * In a student edition, the files that students write are none of the course's. No release, no update and no `git pull` ever has
 * one of them, so that none can overwrite it or be in conflict with it. The course has the stubs, in `.stub/`; this module
 * lays out a copy of each, notes which it was, and so knows later whether somebody has begun to answer.
 */

/** What was handed out, by `<exercise>/<file>`, and what tells an exercise under another name. */
const notesSchema = z.object({ files: z.record(z.string(), z.string()), marks: z.record(z.string(), z.string()) });
type Notes = z.infer<typeof notesSchema>;

export interface HandedOut {
  /** Exercises of which the student has a new stub in the place of one that they had not begun to answer. */
  readonly renewed: readonly string[];
  /** Exercises with a new stub and an answer, which stays. */
  readonly changed: readonly string[];
  /** Exercises that have another name now, the old and the new one. */
  readonly renamed: readonly (readonly [from: string, to: string])[];
}

/** Lays out the stubs of a student edition that are not laid out yet, and new ones for those that nobody touched. */
export function handOut(root: string): HandedOut {
  const exercises = join(root, 'packages/exercises');
  const before = readNotes(root);
  const after: Notes = { files: { ...before.files }, marks: { ...before.marks } };
  const [renewed, changed] = [new Set<string>(), new Set<string>()];
  const present = namesIn(exercises).filter((id) => existsSync(join(exercises, id, '.stub')));
  const renamed = renamedIn(root, present, before);
  for (const [from, to] of renamed) takeAlong(root, from, to, after);
  for (const id of present) {
    after.marks[id] = markOf(root, id);
    for (const name of namesIn(join(exercises, id, '.stub'))) {
      const key = `${id}/${name}`;
      const stub = readFileSync(join(exercises, id, '.stub', name));
      const [now, noted] = [hashOf(stub), after.files[key]];
      const answer = textOf(join(exercises, id, name));
      const isOld = answer !== undefined && noted !== undefined && noted !== now;
      // Whoever took a file away did so on purpose: `reset` brings it back.
      const isMissing = answer === undefined && noted === undefined;
      if (isMissing || (isOld && hashOf(answer) === noted)) {
        replaceFile(join(exercises, id, name), stub);
        if (isOld) renewed.add(id);
      } else if (isOld && hashOf(answer) !== now) {
        changed.add(id);
      }
      after.files[key] = now;
    }
  }
  if (JSON.stringify(after) !== JSON.stringify(before)) writeNotes(root, after);
  return { renewed: [...renewed], changed: [...changed], renamed };
}

/** An exercise that is gone and one that is new are the same when they export the same and check the same. */
function renamedIn(root: string, present: readonly string[], { marks }: Notes): readonly (readonly [string, string])[] {
  return Object.entries(marks).flatMap(([from, mark]) => {
    if (present.includes(from)) return [];
    const [to, another] = present.filter((id) => marks[id] === undefined && mark !== '' && markOf(root, id) === mark);
    return to === undefined || another !== undefined ? [] : [[from, to] as const];
  });
}

/** The answer and the progress of an exercise under its new name. What lies under the old one stays where it is. */
function takeAlong(root: string, from: string, to: string, notes: Notes): void {
  const exercises = join(root, 'packages/exercises');
  for (const name of namesIn(join(exercises, to, '.stub'))) {
    const oldName = name === `${to}.ts` ? `${from}.ts` : name;
    const answer = textOf(join(exercises, from, oldName));
    if (answer === undefined || existsSync(join(exercises, to, name))) continue;
    replaceFile(join(exercises, to, name), answer);
    // Not begun under the old name is not begun under the new one.
    notes.files[`${to}/${name}`] = notes.files[`${from}/${oldName}`] ?? '';
  }
  const progress = join(root, '.teatime/progress');
  const record = textOf(join(progress, `${from}.json`));
  if (record !== undefined && !existsSync(join(progress, `${to}.json`))) replaceFile(join(progress, `${to}.json`), record, { make: true });
  notes.marks[from] = '';
}

const manifest = z.object({ exports: z.array(z.string()), checks: z.array(z.object({ id: z.string() })) });

function markOf(root: string, id: string): string {
  const text = textOf(join(root, 'packages/exercises', id, 'exercise.json'));
  try {
    const { exports, checks } = manifest.parse(JSON.parse(text?.toString('utf8') ?? ''));
    return createHash('sha256').update(JSON.stringify([exports, checks.map((check) => check.id)])).digest('hex').slice(0, 16);
  } catch {
    return '';
  }
}

function hashOf(bytes: Uint8Array): string {
  return contentHash([{ name: '', bytes }]);
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

function textOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

const notesPath = '.teatime/handed-out.json';

function readNotes(root: string): Notes {
  try {
    return notesSchema.parse(JSON.parse(readFileSync(join(root, notesPath), 'utf8')));
  } catch {
    return { files: {}, marks: {} };
  }
}

function writeNotes(root: string, notes: Notes): void {
  mkdirSync(dirname(join(root, notesPath)), { recursive: true });
  replaceFile(join(root, notesPath), `${JSON.stringify(notes, undefined, 1)}\n`);
}
