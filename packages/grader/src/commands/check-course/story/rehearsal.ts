/** The process in which `check-course` plays a story, on a virtual clock: with the solution, and with the stub. */
import { DeadlockError, run, runVirtual } from '@teatime/core';
import type { Language } from '../../../messages/text.ts';
import { coroutineOf, loadModule, loadStory, somethingReal } from '../../../stage/story.ts';
import type { Module } from '../../../stage/story.ts';
import { sceneOf } from './scene.ts';
import type { Cast, Performance, Scene } from './scene.ts';

const { story, solution, stub, isFinale } = sceneOf(process.argv[2] ?? '');

const performances: readonly (readonly [Cast, Language, Scene[Cast]])[] = [
  ['solution', 'en', solution],
  ['solution', 'zh-CN', solution],
  ['stub', 'en', stub],
  ['stub', 'zh-CN', stub],
];

let current: Pick<Performance, 'cast' | 'language'> = { cast: 'solution', language: 'en' };
let lines: string[] = [];

process.on('uncaughtException', (error) => {
  report({ ...current, lines, ending: 'threw', error: said(error) });
  process.exit(0);
});
// Nothing is left that could happen, and the story has not ended.
process.once('beforeExit', () => report({ ...current, lines, ending: 'deadlock' }));
console.log = console.error = console.warn = () => {};

for (const [cast, language, answers] of performances) {
  if (answers.length === 0) continue;
  [current, lines] = [{ cast, language }, []];
  // Whoever reads knows where it stands if nothing more comes: it has gone out before a story could end the process.
  await new Promise((resolve) => process.send?.({ ...current, lines, ending: 'begun' }, resolve));
  report({ ...current, lines, ...(await play(answers, language)) });
}
process.disconnect?.();

async function play(answers: Scene[Cast], language: Language): Promise<Pick<Performance, 'ending' | 'error'>> {
  try {
    const tell = await loadStory(story);
    if (tell === undefined) return { ending: 'no-story' };
    const modules: Record<string, Module> = {};
    for (const { exercise, path } of answers) modules[exercise] = await loadModule(path);
    const [only = {}] = Object.values(modules);
    const exercise = isFinale ? modules : only;
    const print = (line: string): void => void lines.push(line);
    await runVirtual(() => run(coroutineOf(tell({ exercise, lang: language, print })), { onNeverAwaited: () => {} }), { whenStuck: somethingReal });
    return { ending: 'told' };
  } catch (error) {
    return error instanceof DeadlockError ? { ending: 'deadlock' } : { ending: 'threw', error: said(error) };
  }
}

function report(performance: Performance): void {
  process.send?.(performance);
}

function said(error: unknown): NonNullable<Performance['error']> {
  if (!(error instanceof Error)) return { what: String(error), stack: '' };
  return { what: `${error.name}: ${error.message}`, stack: error.stack ?? '' };
}
