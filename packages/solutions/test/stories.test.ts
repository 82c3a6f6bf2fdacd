import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runVirtual, stopwatch, type Coroutine } from '@teatime/core';
import { describe, expect, test } from 'vitest';
import type { Stage } from '../../exercises/story.ts';
import { casts } from './course-exercises.ts';

/** A story that nobody has held yet is played all the same. An empty file, and Vitest's --update, hold it. */
const held = readdirSync(new URL('./stories', import.meta.url));

describe.each([...casts])('the story of %s', (id, cast) => {
  test.each(['en', 'zh-CN'] as const)('tells the lesson in %s, line by line, and takes as long as the lesson says', async (lang) => {
    const lines: string[] = [];
    const play = await storyOf(id);
    const modules = await Promise.all(cast.map(async (one): Promise<readonly [string, unknown]> => [one, await import(`../${one}/${one}.ts`)]));
    const exercise: unknown = cast.includes(id) ? modules[0]?.[1] : Object.fromEntries(modules);
    await runVirtual(async () => {
      const elapsed = stopwatch();
      await play({ exercise, lang, print: (line) => lines.push(withoutTime(line)) });
      lines.push(`(${elapsed()} ms)`);
    });
    const golden = `${id}.${lang}.txt`;
    if (!held.includes(golden)) expect(lines.length).toBeGreaterThan(1);
    else await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(fileURLToPath(new URL(`./stories/${golden}`, import.meta.url)));
  });
});

type Play = (stage: Stage<unknown>) => Coroutine<void>;

async function storyOf(id: string): Promise<Play> {
  const module: unknown = await import(`../../exercises/${id}/story.ts`);
  if (typeof module === 'object' && module !== null && 'story' in module && isPlay(module.story)) return module.story;
  throw new Error(`packages/exercises/${id}/story.ts exports no story`);
}

function isPlay(value: unknown): value is Play {
  return typeof value === 'function';
}

/** The time of the day is another one every day. */
function withoutTime(line: string): string {
  return line.replace(/\(\d\d:\d\d:\d\d\)/, '(hh:mm:ss)');
}
