import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hiddenChecks } from '../course/course.ts';
import type { OpenCourse } from '../course/layout.ts';
import type { EditionFiles } from './file-list.ts';
import { filesBelow } from './journal.ts';
import { program } from './make-edition.ts';
import { leaksIn, tellingLines } from './leaks.ts';
import type { Leak } from './leaks.ts';

/** What stands in an edition and was to stay out: lines of suites, solutions and wrong answers, and what is said of hidden checks. */
export function editionLeaks(files: EditionFiles, { course, layout }: OpenCourse): readonly Leak[] {
  const textsIn = (folder: string): readonly string[] =>
    filesBelow(folder).filter((name) => /\.(?:ts|edit|md)$/.test(name) && !/(?:^|\/)node_modules\//.test(name)).map((name) => readFileSync(join(folder, name), 'utf8'));
  const secret = [...textsIn(layout.solutions), ...textsIn(layout.suites)];
  const open = ['packages/core/src', 'packages/grader/src'].flatMap((folder) => textsIn(join(program, folder)));
  const publicCourse = [...textsIn(layout.exercises), ...textsIn(join(layout.root, 'docs'))];
  const hidden = course.exercises.flatMap(hiddenChecks).flatMap(({ title, why }) => [...Object.values(title), ...Object.values(why)]);
  return leaksIn(files, new Set([...tellingLines(secret, [...open, ...publicCourse]), ...tellingLines(hidden.map(String))]));
}
