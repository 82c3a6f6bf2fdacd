import { realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { courseLayout } from '../course/layout.ts';
import type { CourseLayout } from '../course/layout.ts';
import type { Context } from './context.ts';
import { isWithin } from './is-within.ts';

/**
 * The ids of exercises that somebody names as is at hand: by id, by folder or by file, as the grader prints them or as a
 * shell completes them, with a line behind it too. What is none of these stays as it is, and no exercise is called so. A folder
 * that all of them lie in names none.
 *
 * @param names as they were typed in `cwd`
 */
export function exerciseIds(names: readonly string[], { course, cwd }: Pick<Context, 'course' | 'cwd'>): readonly string[] {
  const layout = courseLayout(realpathSync(course));
  return [...new Set(names.filter((name) => !isWholeCourse(resolve(cwd, name), layout)).map((name) => exerciseId(name, layout, cwd)))];
}

/** Whether a folder of the course is one that all exercises lie in. */
function isWholeCourse(path: string, { root, exercises }: CourseLayout): boolean {
  const real = realFolder(path);
  return isWithin(realFolder(exercises), real) && isWithin(real, realFolder(root));
}

function exerciseId(name: string, layout: CourseLayout, cwd: string): string {
  const path = withoutPlace(name);
  // Paths are printed for where the command was typed, and copied to where the next one is.
  const inCourse = [cwd, layout.root].flatMap((from) => idOfPath(resolve(from, path), layout))[0];
  if (inCourse !== undefined && /[/.]/.test(path)) return inCourse;
  return /^(?:[a-z\d-]+\/)*(?<id>[a-z\d-]+)(?:\/|\.[jt]s)?$/i.exec(path)?.groups?.['id'] ?? name;
}

/** `tea.ts:12:3` names the file; Windows has its own slashes. */
function withoutPlace(name: string): string {
  return name.replace(/(?::\d+){1,2}$/, '').replaceAll('\\', '/');
}

/** The exercise whose folder, in the exercises or the solutions, a path leads into. */
function idOfPath(path: string, { exercises, solutions }: CourseLayout): readonly string[] {
  return [exercises, solutions].flatMap((folder) => {
    const [inner, outer] = [realFolder(path), realFolder(folder)];
    const [id = ''] = relative(outer, inner).split(sep);
    return id !== '' && isWithin(inner, outer) ? [id] : [];
  });
}

/** A folder by the name that it really has, where it is there. */
function realFolder(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return join(path);
  }
}
