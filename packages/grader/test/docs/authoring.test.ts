import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../support/repository.ts';
import { student } from '../support/student.ts';
import { isThorough } from '../support/thorough.ts';

/*
 * An author who follows the guide word for word has the exercise that it describes.
 */

const guide = readFileSync(join(repository, 'docs/guide/authoring.md'), 'utf8').replaceAll('\r\n', '\n');
const guideZh = readFileSync(join(repository, 'docs/zh-CN/guide/authoring.md'), 'utf8').replaceAll('\r\n', '\n');

/** Files that a page has its reader write: a path in a line of its own, and a piece of code below it. */
function filesIn(page: string): ReadonlyMap<string, string> {
  const blocks = page.matchAll(/^`(?<path>packages\/[^`]+)`.*\n\n(?<fence>`{3,4})\w*\n(?<text>[^]*?)^\k<fence>$/gm);
  return new Map([...blocks].map(({ groups }) => [groups?.['path'] ?? '', groups?.['text'] ?? '']));
}

/** What it has them type for the exercise. */
function commandsIn(page: string): readonly string[] {
  return [...page.matchAll(/^pnpm (?<command>(?:new-exercise|check-course) .*)$/gm)].map(({ groups }) => groups?.['command'] ?? '');
}

test.runIf(isThorough)('The guide gives the exercise that it describes, and its proof is green', async () => {
  await using author = await student();
  const [create = '', ...others] = commandsIn(guide);
  // Titles in quotes are for a shell to take apart.
  expect((await author.types(create.replaceAll(/ --title(?:-zh)? "[^"]*"/g, ''))).code).toBe(0);
  for (const folder of ['wrong', 'also']) {
    const answers = join(author.path, 'packages/solutions/first-cup', folder);
    for (const name of readdirSync(answers)) rmSync(join(answers, name));
  }
  const files = filesIn(guide);
  for (const [path, text] of files) await author.write(path, text);
  expect(others.slice(-2)).toEqual(['check-course first-cup --keep-stubs', 'check-course first-cup']);
  await author.types('check-course first-cup --keep-stubs');
  const { code, stdout } = await author.runs('check-course first-cup');
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('✓ first-cup 2 right answers, 4 wrong ones Every promise is kept.');
  expect(stdout).not.toContain('generated');
  expect(code).toBe(0);
});

test('In both languages, the guide has its reader write and type the same', () => {
  expect(filesIn(guideZh)).toEqual(filesIn(guide));
  expect(commandsIn(guideZh)).toEqual(commandsIn(guide));
});
