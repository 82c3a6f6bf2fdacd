import type { Exercise } from '../../course/course.ts';
import { byteLimit } from '../../submission/byte-limit.ts';
import { filesLike, namesExercise } from '../../submission/find-file.ts';
import type { AnswerFile } from './answer-file.ts';

/** Answers by the exercises that they are to. */
export type Answers = ReadonlyMap<string, readonly AnswerFile[]>;

/** What somebody has dropped on the page: contents by paths with forward slashes. */
export type LooseFiles = ReadonlyMap<string, Uint8Array>;

/** The answers among files: of each exercise the files in a folder of its name, or else those that are called as it declares them. */
export function answersAmong(files: LooseFiles, exercises: readonly Pick<Exercise, 'id' | 'files'>[]): Answers {
  const paths = [...files.keys()].filter((path) => !isNobodys.test(path));
  const answers = exercises.flatMap(({ id, files: declared }) => {
    const found = declared.flatMap((name) => {
      const source = textOf(files.get(pathOf(name, id, paths) ?? ''));
      return source === undefined ? [] : [{ name, source }];
    });
    return found.length === declared.length ? [[id, found] as const] : [];
  });
  return new Map(answers);
}

/** Folders that tools make, and in which nobody writes answers. */
const isNobodys = /(?:^|\/)(?:\.[^/]*|node_modules|__MACOSX)\//;

function pathOf(declared: string, id: string, paths: readonly string[]): string | undefined {
  const inCourse = paths.filter((path) => path.includes('packages/exercises/'));
  const inFolder = (inCourse.length > 0 ? inCourse : paths).filter((path) => namesExercise(path.split('/').at(-2) ?? '', id));
  for (const some of [inFolder, paths.filter((path) => !path.includes('/')), inCourse.length > 0 ? [] : paths]) {
    const [first] = filesLike(declared, some.map(nameOf));
    const found = some.find((path) => nameOf(path) === first);
    if (found !== undefined) return found;
  }
  return undefined;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Undefined for what is too large, and for what is no text. */
function textOf(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined || bytes.length > byteLimit) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
