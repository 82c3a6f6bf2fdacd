import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { courseCopy } from './course-copy.ts';
import { teaAnswers } from './answers.ts';
import { smallCourse } from './small-course.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

const manifestPath = 'packages/exercises/tea/exercise.json';
const hiddenSuite = 'packages/grader/suites/tea.hidden.suite.ts';

/** Right in all that is open of tea, and wrong in what is hidden: it gives other water. */
export const passesOnlyWhatIsOpen = teaAnswers.right.replace('return water;', 'return `cold ${water}`;');

/** What these tests change in an exercise.json. */
export interface Manifest {
  readonly checks: readonly { readonly id: string; readonly points: number }[];
}

/** The instructor's checkout of a course of tea, in which the check `water` is hidden: 4 of its 8 points. */
export async function checkoutWithHidden(): Promise<TemporaryFolder> {
  const course = await courseCopy('tea');
  const manifest = await manifestOf();
  const suite = await readFile(join(smallCourse, 'packages/grader/suites/tea.suite.ts'), 'utf8');
  const checks = manifest.checks.map((check) => (check.id === 'water' ? { ...check, hidden: true } : check));
  await course.write(manifestPath, JSON.stringify({ ...manifest, checks }));
  await course.write('packages/grader/suites/tea.suite.ts', withoutChecks(suite, 'water'));
  await course.write(hiddenSuite, withoutChecks(suite, 'together', 'music-too'));
  return course;
}

/** What students are given of it. */
export async function editionWithHidden(): Promise<TemporaryFolder> {
  const course = await checkoutWithHidden();
  const manifest = await manifestOf();
  const open = manifest.checks.filter(({ id }) => id !== 'water');
  await course.write(manifestPath, JSON.stringify({ ...manifest, checks: open, atHandIn: { checks: 1, points: 4 } }));
  await rm(join(course.path, hiddenSuite));
  return course;
}

async function manifestOf(): Promise<Manifest> {
  const manifest: Manifest = JSON.parse(await readFile(join(smallCourse, manifestPath), 'utf8'));
  return manifest;
}

function withoutChecks(suite: string, ...ids: readonly string[]): string {
  return ids.reduce((text, id) => text.replace(new RegExp(`check\\('${id}'.*?\\n}\\);\\n`, 's'), ''), suite);
}
