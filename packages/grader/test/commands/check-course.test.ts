import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { teaAnswers } from '../support/answers.ts';
import { courseCopy } from '../support/course-copy.ts';
import { command } from '../support/in-process.ts';
import { teatime } from '../support/teatime.ts';

const manifest = 'packages/exercises/tea/exercise.json';

test('The small course keeps its promises: check-course says so of each exercise, and ends with 0', async () => {
  const { code, stdout } = await teatime(['check-course']);
  expect(unwrapped(stdout)).toContain('✓ tea 2 right answers, 3 wrong ones');
  expect(unwrapped(stdout)).toContain('✓ gather 2 right answers, 3 wrong ones');
  expect(unwrapped(stdout)).toContain('✓ blocking 1 right answer, 2 wrong ones');
  expect(stdout).toContain('Every promise is kept.');
  expect(code).toBe(0);
});

test('Answers that break a promise are named with the exercise, the promise and the check', async () => {
  await using course = await courseCopy('tea');
  await course.write('packages/exercises/tea/tea.ts', teaAnswers.right);
  await course.write('packages/solutions/tea/tea.ts', teaAnswers.oneAfterAnother);
  await course.write('packages/solutions/tea/wrong/pours.ts', `// fails: water\n${teaAnswers.right}`);
  await rm(join(course.path, 'packages/solutions/tea/wrong/returns-something.ts'));
  await course.write('packages/solutions/tea/also/unfinished.ts', teaAnswers.syntaxError);
  const { code, stdout } = await teatime(['check-course', 'tea'], { cwd: course.path });
  expect(unwrapped(stdout)).toContain('tea: the stub earns nothing and fails every check packages/exercises/tea/tea.ts passes together');
  expect(unwrapped(stdout)).toContain('tea: the solution earns every point packages/solutions/tea/tea.ts does not pass together');
  expect(unwrapped(stdout)).toContain('packages/solutions/tea/wrong/pours.ts passes water, which its first line names');
  expect(unwrapped(stdout)).toContain('tea: every check is failed by a wrong answer no wrong answer fails water');
  expect(unwrapped(stdout)).toContain('tea.ts, which `pnpm reset` restores, differs from the file beside it');
  expect(unwrapped(stdout)).toContain('packages/solutions/tea/also/unfinished.ts is not valid TypeScript (line 2): ');
  expect(stdout).not.toContain('gate');
  expect(stdout).toContain('6 promises are broken.');
  expect(code).toBe(1);
});

test('A check without Chinese breaks the promise about the languages', async () => {
  await using course = await courseCopy('tea');
  const text = await readFile(join(course.path, manifest), 'utf8');
  await course.write(manifest, text.replace(/,\s+"zh-CN": "makeTea [^"]*"/, ''));
  const { code, stdout } = await command('check-course', { cwd: course.path });
  expect(unwrapped(stdout)).toContain(`tea: the texts are complete in every language of the course ${manifest}: checks[water].title.zh-CN: not written in zh-CN yet`);
  expect(code).toBe(1);
});

test('Files that are missing, empty, superfluous or in no list are named', async () => {
  await using course = await courseCopy('tea');
  await rm(join(course.path, 'packages/solutions/tea/tea.ts'));
  await course.write('packages/exercises/tea/task.zh-CN.md', '\n');
  await course.write('packages/exercises/tea/kettle.ts', '');
  await course.write('packages/exercises/coffee/exercise.json', '{}');
  const { code, stdout } = await command('check-course', { cwd: course.path });
  expect(unwrapped(stdout)).toContain('tea: files and manifest agree packages/solutions/tea/tea.ts is missing');
  expect(unwrapped(stdout)).toContain('packages/exercises/tea/kettle.ts belongs to nothing that exercise.json declares');
  expect(unwrapped(stdout)).toContain('tea: the texts are complete in every language of the course packages/exercises/tea/task.zh-CN.md is empty');
  expect(unwrapped(stdout)).toContain('coffee: files and manifest agree packages/exercises/coffee is not in the list');
  expect(code).toBe(1);
});

test('An exercise that is not as its manifest declares it says so once, before any answer is judged', async () => {
  await using course = await courseCopy('tea');
  const text = await readFile(join(course.path, manifest), 'utf8');
  await course.write(manifest, text
    .replace(/"exports": \[\s*"makeTea"/, '"exports": ["makeTea", "makeCoffee", "cups"')
    .replace('"imports": [', '"imports": ["fs", "left-pad", "util", "node:util", '));
  const solution = 'packages/solutions/tea/tea.ts';
  await course.write(solution, `${await readFile(join(course.path, solution), 'utf8')}\nexport const cups = 2;\n`);
  const { code, stdout } = await command('check-course', { cwd: course.path });
  const said = unwrapped(stdout);
  expect(said).toContain(`${manifest} declares the export \`makeCoffee\`, but ${solution} does not export it`);
  expect(said).toContain(`${manifest} declares the export \`cups\`, but what ${solution} exports under this name is not a function`);
  expect(said).toContain(`${manifest}: imports[0]: answers cannot import 'fs'.`);
  expect(said).toContain('Did you mean `node:fs`?');
  expect(said).toContain(`${manifest}: imports[1]: answers cannot import 'left-pad'.`);
  expect(said).not.toContain('imports[2]');
  expect(said).toContain('tea its answers were not judged');
  expect(code).toBe(1);
});

test('A manifest that cannot be read ends the command with 2, as it ends grade', async () => {
  await using course = await courseCopy('tea');
  await course.write(manifest, '{ "title": ');
  const { code, stdout } = await command('check-course', { cwd: course.path });
  expect(unwrapped(stdout)).toContain(`tea: exercise.json is right ${manifest}: this is not valid JSON`);
  expect(code).toBe(2);
});

function unwrapped(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
