import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoryRun } from '../../src/page/story.ts';
import { replayOf } from '../../src/player/replay-of.ts';
import { replayText } from '../player/replay-text.ts';
import { solutions } from '../player/stories.ts';
import { builtPage, hasChromium } from '../support/built-page.ts';
import type { BuiltPage } from '../support/built-page.ts';

describe.runIf(hasChromium)('Stories in a page', () => {
  let built: BuiltPage;

  beforeAll(async () => {
    built = await builtPage();
  });
  afterAll(() => built[Symbol.asyncDispose]());

  test.each(solutions)('The story of $exercise is shown step by step as everywhere', async ({ exercise, name, source }) => {
    const run: StoryRun = await built.page.evaluate(`grader.story(${JSON.stringify(exercise)}, ${JSON.stringify([{ name, source }])}, 'en')`);
    if (run.kind !== 'told') throw new Error(run.kind);
    expect(run.trouble).toBeUndefined();
    expect(run.recording.files.map((file) => file.name)).toEqual([name, 'story.ts']);
    const golden = readFileSync(join(import.meta.dirname, `../player/golden/${exercise}.txt`), 'utf8');
    expect(replayText(replayOf(run.recording))).toBe(golden);
  });
});
