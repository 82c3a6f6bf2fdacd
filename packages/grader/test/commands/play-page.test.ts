import { expect, test } from 'vitest';
import { teaAnswers } from '../support/answers.ts';
import { student } from '../support/student.ts';

test('--page writes a page that holds the run, and says where it is', async () => {
  await using me = await student();
  await me.answers('tea', teaAnswers.oneAfterAnother);
  const { code, stdout } = await me.runs('play tea --page');
  expect(code).toBe(0);
  expect(stdout).toContain('Total time: 5.00 seconds');
  expect(stdout).toMatch(/step by step: \.teatime\/play-tea\.html\n$/);
  const page = await me.reads('.teatime/play-tea.html');
  // Who cannot run scripts reads what was printed.
  expect(page).toMatch(/<pre class="output">Putting the kettle on\.\.\.\n/);
  expect(page).toContain('data-runs=');
  // It is seen at which lines tasks stand, in the answer and in the story.
  const places = Array.from(page.matchAll(/&quot;file&quot;:&quot;(?<file>[^&]+)&quot;,&quot;line&quot;:(?<line>\d+)/g), ({ groups }) => `${groups?.['file'] ?? ''}:${groups?.['line'] ?? ''}`);
  expect(places).toEqual(expect.arrayContaining(['tea.ts:4', 'tea.ts:6', 'story.ts:13']));
});

test('The page of a program that fails goes as far as the program came', async () => {
  await using me = await student();
  await me.answers('tea', teaAnswers.right.replace('{\n', '{\n  throw new Error("no tea");\n'));
  const { code, stdout, stderr } = await me.runs('play tea --page --lang zh-CN');
  expect(code).toBe(1);
  expect(stderr).toMatch(/no tea\n {2}at makeTea \(packages\/exercises\/tea\/tea\.ts:5\)\n/);
  expect(stdout).toContain('一步一步看这次运行：.teatime/play-tea.html');
});

test('A program that ends at once, whatever it is in the middle of, has a page, too', async () => {
  await using me = await student();
  await me.answers('tea', teaAnswers.right.replace('{\n', '{\n  process.exit(0);\n'));
  const { stdout } = await me.runs('play tea --page');
  expect(stdout).toMatch(/step by step: \.teatime\/play-tea\.html\n$/);
});
