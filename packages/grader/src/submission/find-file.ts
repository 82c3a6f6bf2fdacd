import type { Dirent } from 'node:fs';

/** How sure one can be that a file stands for the one that an exercise declares, the surest first. */
const likenesses: readonly ((name: string, declared: string) => boolean)[] = [
  (name, declared) => name === declared,
  (name, declared) => name.toLowerCase() === declared.toLowerCase(),
  // Saved as JavaScript, or by an editor that hides the ending which it adds.
  (name, declared) => isCode(name) && stemOf(name) === stemOf(declared),
  // Downloaded or copied twice: `tea (1).ts`, `tea - Copy.ts`, `tea 副本.ts`.
  (name, declared) => isCode(name) && stemOf(name).replace(copyMark, '') === stemOf(declared),
];

const copyMark = /[ _-]*(?:\(\d+\)|copy|副本)$/i;

/** The files of a folder that could be a declared one: all of the same likeness, and none when nothing is like it. */
export function filesLike(declared: string, files: readonly string[]): readonly string[] {
  for (const isLike of likenesses) {
    const found = files.filter((name) => isLike(lastPart(name), declared));
    if (found.length > 0) return found;
  }
  return [];
}

/** The files of a folder that could be a declared one, too, were there none that is more like it. */
export function filesLessLike(declared: string, files: readonly string[]): readonly string[] {
  const chosen = filesLike(declared, files);
  return files.filter((name) => !chosen.includes(name) && likenesses.some((isLike) => isLike(lastPart(name), declared)));
}

/**
 * The files of a folder that stand for a declared one. Where the folder answers one exercise that declares one file, the
 * only module in it does, whatever its name.
 */
export function filesFor(declared: string, files: readonly string[], isAlone: boolean): readonly string[] {
  const alike = filesLike(declared, files);
  if (alike.length > 0 || !isAlone) return alike;
  const modules = files.filter((name) => isCode(name) && !isBesideAnswers.test(name));
  return modules.length === 1 ? modules : [];
}

/** What a copy of the course, or a project of one's own, has beside the answer. */
const isBesideAnswers = /^story\.ts$|\.d\.[mc]?ts$|\.(?:test|spec|config)\.[^.]+$/i;

/** What could be read as a file: a folder could not, and a link is told to be one. */
export function fileNames(entries: readonly Dirent[]): readonly string[] {
  return entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
}

const codeEnding = /\.(?:[mc]?[jt]s|[jt]sx)(?:\.txt)?$/i;

function isCode(name: string): boolean {
  return codeEnding.test(name);
}

/** The name of a module without its ending, `gather` of `gather.mts`; undefined for the name of anything else. */
export function codeStem(name: string): string | undefined {
  return isCode(name) ? name.replace(codeEnding, '') : undefined;
}

/** Whether a file is one that is looked at for any of the declared ones. What is not, nobody misses. */
export function mayAnswer(name: string, declared: readonly string[]): boolean {
  return isCode(lastPart(name)) || declared.some((file) => filesLike(file, [name]).length > 0);
}

function stemOf(name: string): string {
  return name.replace(codeEnding, '').toLowerCase();
}

/** Unpacked elsewhere, an archive from Windows leaves whole paths as names: `C:\Users\lin\tea.ts`. */
function lastPart(name: string): string {
  return name.split('\\').at(-1) ?? name;
}

/** Whether a folder is called as an exercise is: `gather`, `04-gather`, `4_gather`, `04. gather`. */
export function namesExercise(name: string, exercise: string): boolean {
  return name.endsWith(exercise) && /^(\d+[-_. ]+)?$/.test(name.slice(0, -exercise.length));
}
