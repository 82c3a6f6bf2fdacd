import { basename, dirname } from 'node:path/posix';
import type { Exercise } from '../../../course/course.ts';
import { intakeNotes } from '../../../messages/hand-ins.ts';
import { filesLessLike, filesLike, namesExercise } from '../../../submission/find-file.ts';
import { HandInProblem } from '../../hand-in-problem.ts';
import type { Collection } from './collection.ts';

export type Files = ReadonlyMap<string, Uint8Array>;
type Asked = readonly Pick<Exercise, 'id' | 'files'>[];

const mostFiles = 500;

/** Of all the code that was handed in, that which the exercises could be answered by, where the gate will look for it. */
export function chooseAnswers(collection: Collection, exercises: Asked): Files {
  const steps = [withoutCourse, (files: Files) => oneOfEachName(files, exercises, collection), (files: Files) => withoutOuterFolders(files, exercises), (files: Files) => asTheOnlyOne(files, exercises)];
  const chosen = steps.reduce((files, step) => step(files), collection.files);
  for (const path of namedLessLike(chosen, exercises)) collection.leaveOut('like', path);
  if (chosen.size > mostFiles) throw new HandInProblem('unreadable', intakeNotes.tooMuch);
  return new Map([...chosen].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Whoever hands in their whole course has their answers in one place of it; the rest of it is no answer. */
function withoutCourse(files: Files): Files {
  const courses = new Set([...files.keys()].flatMap((path) => /^(.*?\/)??packages\/(?=exercises\/)/.exec(path)?.[0] ?? []));
  return filtered(files, (path) => [...courses].every((packages) => !path.startsWith(packages) || path.startsWith(`${packages}exercises/`)));
}

/**
 * Some systems take `Gather.ts` and `gather.ts` for one file, and the verdict shall not depend on where it is made: that which is
 * named as the exercise declares it stays, or else none.
 */
function oneOfEachName(files: Files, exercises: Asked, collection: Collection): Files {
  const isExact = (path: string): boolean =>
    exercises.some(({ id, files: declared }) => declared.includes(basename(path)) && (namesExercise(basename(dirname(path)), id) || basename(dirname(path)) === ''));
  const isNamed = (path: string): boolean => exercises.some(({ files: declared }) => declared.includes(basename(path)));
  const dropped = new Set<string>();
  for (const paths of Map.groupBy(files.keys(), (path) => path.toLowerCase()).values()) {
    if (paths.length === 1) continue;
    const [kept] = [paths.filter(isExact), paths.filter(isNamed)].filter((some) => some.length === 1).flat();
    for (const path of paths) if (path !== kept) dropped.add(path);
  }
  for (const path of dropped) collection.leaveOut('case', path);
  return filtered(files, (path) => !dropped.has(path));
}

/** What nobody will look at since there is another file: somebody may have meant it. */
function namedLessLike(files: Files, exercises: Asked): readonly string[] {
  return [...Map.groupBy(files.keys(), dirname).values()].flatMap((paths) => {
    const names = paths.map((path) => basename(path));
    const passed = exercises.flatMap(({ files: declared }) => declared.flatMap((file) => filesLessLike(file, names)));
    return paths.filter((path) => passed.includes(basename(path)));
  });
}

/** Folders that all lies in say nothing, but for those that name an exercise. */
function withoutOuterFolders(files: Files, exercises: Asked): Files {
  const [first = ''] = files.keys();
  const slash = first.indexOf('/');
  if (slash < 0) return files;
  const outer = first.slice(0, slash + 1);
  const isExercise = exercises.some(({ id }) => namesExercise(outer.slice(0, -1).toLowerCase(), id));
  if (isExercise || ![...files.keys()].every((path) => path.startsWith(outer))) return files;
  return withoutOuterFolders(new Map(Array.from(files, ([path, content]) => [path.slice(outer.length), content])), exercises);
}

/** Where one file is asked for and one came, it is the answer, whatever its name. */
function asTheOnlyOne(files: Files, exercises: Asked): Files {
  const [[path, content] = [], another] = files;
  const [only, next] = exercises;
  if (path === undefined || content === undefined || another !== undefined) return files;
  if (only === undefined || next !== undefined || only.files.length !== 1) return files;
  const isLike = only.files.some((declared) => filesLike(declared, [basename(path)]).length > 0);
  return isLike || path.includes('/') ? files : new Map([[`${only.id}/${path}`, content]]);
}

function filtered(files: Files, keeps: (path: string) => boolean): Files {
  return new Map(Array.from(files).filter(([path]) => keeps(path)));
}
