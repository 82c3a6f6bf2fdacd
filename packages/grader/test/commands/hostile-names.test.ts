import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { teaAnswers } from '../support/answers.ts';
import { courseCopy } from '../support/course-copy.ts';
import { repository } from '../support/repository.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A name that wants the terminal, the log and the reader to do something. */
const hostile = '\u001B[2J\u009B31m\u202Etea\u200B\n::error::x\n##[error]y\u0007';

interface Said {
  readonly code: number;
  readonly text: string;
}

async function say(args: readonly string[], { cwd = repository, course = repository } = {}): Promise<Said> {
  let text = '';
  const output = { isTTY: true, columns: 80, write: (part: string) => (text += part) };
  const code = await main(args, { course, cwd, env: { LANG: 'en_US.UTF-8', NO_COLOR: '1' }, stdout: output, stderr: output, interrupted: new AbortController().signal });
  // The line that tells how far the work is, which the terminal shows in one place, is ours.
  return { code, text: text.replaceAll('\r\u001B[2K', '') };
}

function expectHarmless({ code, text }: Said): void {
  expect(code).not.toBe(0);
  expect(text).toContain('␛[2J');
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u200B\u202A-\u202E\u2066-\u2069]/u);
  expect(text).not.toMatch(/^\s*::|##\w*\[/m);
  // Nor does it begin a line of its own.
  expect(text).not.toMatch(/^: ?:error/m);
}

test.each<[what: string, args: readonly string[]]>([
  ['a command', [hostile]],
  ['an exercise', ['grade', hostile]],
  ['an exercise of hint', ['hint', hostile]],
  ['an option', ['grade', `--${hostile}`]],
  ['a value that is not spoken', ['grade', '--lang', hostile]],
  ['a folder of answers', ['grade', '--from', hostile]],
  ['a result', ['grade', '--json', join(hostile, 'result.json')]],
  ['a report', ['grade', '--report', `html=${join(hostile, 'report.html')}`]],
  ['a format', ['grade', '--report', `${hostile}=x`]],
  ['a trace', ['play', 'tea', '--trace', join(hostile, 'trace.json')]],
  ['a seed', ['grade', '--seed', hostile]],
])('On the command line: the name of %s is quoted, and obeyed by nobody', async (_, args) => {
  expectHarmless(await say(args));
});

test('In what was handed in: the folder of answers, what lies in it, and where a link leads', async () => {
  await using folder = await temporaryFolder({ [`${hostile}/tea.ts`]: teaAnswers.syntaxError, [`loose/${hostile}.txt`]: '' });
  expectHarmless(await say(['grade', 'tea', '--from', join(folder.path, hostile)]));
  expectHarmless(await say(['grade', 'tea', '--from', join(folder.path, 'loose')]));
  await symlink(join(folder.path, hostile), join(folder.path, 'link'));
  expectHarmless(await say(['grade', 'tea', '--from', join(folder.path, 'link')]));
  await symlink(hostile, join(folder.path, 'dangling'));
  expect((await say(['grade', 'tea', '--from', join(folder.path, 'dangling')])).text).not.toMatch(/[\u001B\u009B]/);
  await mkdir(join(folder.path, 'results', hostile), { recursive: true });
  expectHarmless(await say(['grade', 'tea', '--from', join(folder.path, 'loose'), '--json', join(folder.path, 'results', hostile)]));
  await folder.write(`${hostile}/course.json`, '{}');
  await mkdir(join(folder.path, hostile, 'packages/exercises'), { recursive: true });
  expectHarmless(await say(['list'], { cwd: join(folder.path, hostile) }));
});

test.each<[where: string, file: string, content: string]>([
  ['a key of course.json', 'course.json', JSON.stringify({ [hostile]: 1 })],
  ['an exercise of course.json', 'course.json', JSON.stringify({ id: 'teatime', title: { en: 'x', 'zh-CN': 'x' }, languages: ['en', 'zh-CN'], exercises: [hostile] })],
  ['a broken course.json', 'course.json', `{${hostile}`],
  ['a key of exercise.json', 'packages/exercises/tea/exercise.json', JSON.stringify({ [hostile]: 1 })],
  ['a broken exercise.json', 'packages/exercises/tea/exercise.json', `{"title": ${hostile}`],
])('In the course: %s', async (_, file, content) => {
  await using course = await courseCopy('tea');
  await course.write(file, content);
  const { code, text } = await say(['list'], { cwd: course.path, course: course.path });
  expect(code).toBe(2);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u200B\u202A-\u202E]/u);
  expect(text).not.toMatch(/^\s*:[ :]|##\w*\[/m);
});
