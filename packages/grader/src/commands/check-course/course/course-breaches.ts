import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Exercise } from '../../../course/course.ts';
import { maxPoints } from '../../../course/course.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import type { CourseOutline } from '../../../course/read-course.ts';
import { courseBreaches } from '../../../messages/course-breaches.ts';
import type { Breach } from '../breach/breach.ts';
import { sameTexts } from '../manifest/manifest-breaches.ts';
import { languageBreaches } from '../manifest/texts.ts';

/** What is wrong with a course as a whole. @param exercises those that could be read */
export async function wholeCourseBreaches(outline: CourseOutline, exercises: readonly Exercise[], layout: CourseLayout): Promise<readonly Breach[]> {
  const titles = exercises.map(({ id, title }) => ({ at: `packages/exercises/${id}/exercise.json: title`, text: title }));
  const partTitles = (outline.parts ?? []).map(({ title }, index) => ({ at: `parts[${index}].title`, text: title }));
  const here = await foldersIn(layout.exercises);
  const idle = (outline.leftOut ?? []).flatMap((id, index) => (here.includes(id) ? [] : [courseBreaches.leavesOutNothing(`course.json: leftOut[${index}]`, id)]));
  const known = new Set([...outline.exercises, ...here]);
  const worthless = exercises.length > 0 && exercises.every((exercise) => maxPoints(exercise) === 0);
  return [
    ...(await languageBreaches(layout.manifest, layout.root, outline.languages)),
    ...[...sameTexts('', titles), ...sameTexts('course.json', partTitles), ...idle, ...(worthless ? [courseBreaches.noPoints('course.json')] : [])]
      .map((details) => ({ promise: 'manifest', details }) as const),
    ...(await orphans(known, layout)),
    ...(await exerciseFolders([...outline.exercises, ...(outline.finale ? [outline.finale.id] : [])], layout)),
  ];
}

/** Solutions and suites of exercises that are not there. */
async function orphans(known: ReadonlySet<string>, layout: CourseLayout): Promise<readonly Breach[]> {
  const solutions = (await foldersIn(layout.solutions)).filter((name) => !known.has(name) && !toolFolders.has(name));
  const entries = await readdir(layout.suites, { withFileTypes: true }).catch(() => []);
  const suites = entries.map(({ name }) => name).filter((name) => /\.suite\.\w+$/.test(name) && !known.has(name.replace(/(?:\.hidden)?\.suite\.\w+$/, '')));
  return [
    ...solutions.map((name) => courseBreaches.orphan(`packages/solutions/${name}`, 'solutions')),
    ...suites.map((name) => courseBreaches.orphan(`packages/grader/suites/${name}`, 'suite')),
  ].map((details) => ({ promise: 'files', details }));
}

const toolFolders: ReadonlySet<string> = new Set(['node_modules', 'test', 'bench']);

/** Folders of exercises with a name in another case, and with nothing that makes them one. */
async function exerciseFolders(ids: readonly string[], layout: CourseLayout): Promise<readonly Breach[]> {
  const folders = (await foldersIn(layout.exercises)).filter((name) => !ids.includes(name) && !toolFolders.has(name));
  const breaches = await Promise.all(folders.map(async (name) => {
    const path = `packages/exercises/${name}`;
    const meant = ids.find((id) => id.toLowerCase() === name.toLowerCase());
    if (meant !== undefined) return [courseBreaches.otherCase(path, meant)];
    const files = await readdir(join(layout.exercises, name));
    return files.includes('exercise.json') ? [] : [courseBreaches.orphan(path, 'exercise')];
  }));
  return breaches.flat().map((details) => ({ promise: 'files', details }));
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name);
}
