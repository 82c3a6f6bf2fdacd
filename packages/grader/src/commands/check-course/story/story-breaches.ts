import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Exercise, Finale } from '../../../course/course.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import { storyBreaches } from '../../../messages/story-breaches.ts';
import type { Text } from '../../../messages/text.ts';
import { visible } from '../../../messages/visible.ts';
import type { Breach } from '../breach/breach.ts';
import { isWrongLanguage, startOf } from '../breach/language.ts';
import { performanceSchema } from './scene.ts';
import type { Performance, Scene } from './scene.ts';

/** Tells the story of an exercise with the solution and with the stub, in each language that the grader speaks, and says what a student would meet. */
export function storyTold({ id }: Exercise, layout: CourseLayout, languages: readonly string[]): Promise<readonly Breach[]> {
  const scene = { story: storyOf(id, layout), solution: [answerIn(layout.solutions, id)], stub: [answerIn(layout.exercises, id)], isFinale: false };
  return told(id, scene, layout, languages);
}

/** The same of the story at the end of the course, which is told with all solutions at once. */
export function finaleTold({ id, exercises }: Finale, layout: CourseLayout, languages: readonly string[]): Promise<readonly Breach[]> {
  return told(id, { story: storyOf(id, layout), solution: exercises.map((one) => answerIn(layout.solutions, one)), stub: [], isFinale: true }, layout, languages);
}

function storyOf(id: string, { exercises }: CourseLayout): string {
  return join(exercises, id, 'story.ts');
}

function answerIn(folder: string, exercise: string): Scene['stub'][number] {
  return { exercise, path: join(folder, exercise, `${exercise}.ts`) };
}

async function told(id: string, scene: Scene, layout: CourseLayout, languages: readonly string[]): Promise<readonly Breach[]> {
  // What is missing is told with the other files.
  if (![scene.story, ...[...scene.solution, ...scene.stub].map(({ path }) => path)].every((path) => existsSync(path))) return [];
  const rehearsal = last.then(() => rehearse(scene));
  last = rehearsal.catch(() => undefined);
  const { performances, isLate } = await rehearsal;
  const path = `packages/exercises/${id}/story.ts`;
  const said = performances.filter(({ language }) => languages.includes(language)).flatMap((performance) => breachIn(performance, isLate, path, layout.root) ?? []);
  return eachOnce(said).map((details) => ({ promise: 'story', details }));
}

/** One story after another: the judge has work to do beside. */
let last: Promise<unknown> = Promise.resolve();

/** Real milliseconds of silence from a story on a virtual clock: a last wall. */
const patienceMs = 60_000;

/** How each telling ended; the last one as `begun` where nothing more was heard of it. */
async function rehearse(scene: Scene): Promise<{ readonly performances: readonly Performance[]; readonly isLate: boolean }> {
  const ended = Promise.withResolvers<unknown>();
  const heard: Performance[] = [];
  let isLate = false;
  const child = fork(fileURLToPath(new URL('rehearsal.ts', import.meta.url)), [JSON.stringify(scene)], { stdio: 'ignore' });
  const wall = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, patienceMs);
  child.on('message', (message) => {
    heard.push(performanceSchema.parse(message));
    wall.refresh();
  });
  child.once('close', ended.resolve).once('error', ended.reject);
  await ended.promise.finally(() => clearTimeout(wall));
  const latest = heard.at(-1);
  const told = heard.filter(({ ending }) => ending !== 'begun');
  return { performances: latest?.ending === 'begun' ? [...told, latest] : told, isLate };
}

function breachIn(performance: Performance, isLate: boolean, path: string, root: string): readonly Text[] | undefined {
  const { cast, language, ending, lines, error } = performance;
  switch (ending) {
    case 'begun':
      return [(isLate ? storyBreaches.endless : storyBreaches.quits)(path, cast)];
    case 'no-story':
      return [storyBreaches.noStory(path)];
    case 'deadlock':
      return cast === 'stub' ? undefined : [storyBreaches.deadlock(path, language)];
    case 'threw':
      return cast === 'stub' ? undefined : [storyBreaches.threw(placeIn(error?.stack ?? '', path, root), cast, language, visible(error?.what ?? ''))];
    case 'told': {
      if (cast === 'stub') return undefined;
      const foreign = lines.find((line) => isWrongLanguage(language, line));
      if (lines.every((line) => line.trim() === '')) return [storyBreaches.silent(path, language)];
      return foreign === undefined ? undefined : [storyBreaches.wrongLanguage(path, language, visible(startOf(foreign)))];
    }
  }
}

/** The place in the story that a stack names, or its file. */
function placeIn(stack: string, path: string, root: string): string {
  const line = stack.split(`${pathToFileURL(join(root, path)).href}:`)[1]?.match(/^\d+/)?.[0];
  return line === undefined ? path : `${path}:${line}`;
}

/** What is wrong in both languages is told once. */
function eachOnce(texts: readonly Text[]): readonly Text[] {
  const told = texts.map(({ en }) => en.replaceAll(/\((?:en|zh-CN)\)/g, ''));
  return texts.filter((_, index) => told.indexOf(told[index] ?? '') === index);
}
