import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { teaAnswers } from '../support/answers.ts';
import { command } from '../support/in-process.ts';
import { repository } from '../support/repository.ts';
import { student } from '../support/student.ts';

test('A stub that reset would not or could not restore breaks a promise, and --keep-stubs mends it', async () => {
  await using author = await student();
  // Without a solution no answer is judged: they are not what this is about.
  await rm(join(author.path, 'packages/solutions'), { recursive: true });
  await author.write('packages/exercises/tea/tea.ts', teaAnswers.empty);
  await rm(join(author.path, 'packages/exercises/blocking/.stub'), { recursive: true });
  const before = plain((await author.types('check-course tea blocking')).stdout);
  expect(before).toContain('packages/exercises/tea/.stub/tea.ts, which `pnpm reset` restores, differs from the file beside it');
  expect(before).toContain('.stub/blocking.ts, which `pnpm reset` restores, is missing: `pnpm check-course --keep-stubs` writes it');

  const { stdout } = await author.runs('check-course tea blocking --keep-stubs');
  expect(stdout).toContain('packages/solutions/tea/tea.ts is missing');
  expect(stdout).not.toContain('.stub');
  await author.answers('tea', '// an attempt');
  await author.types('reset tea');
  expect(await author.reads('packages/exercises/tea/tea.ts')).toBe(teaAnswers.empty);
});

test('Every exercise of the course has the copy of its stub', async () => {
  const { stdout } = await command('list --json');
  const { exercises }: { exercises: readonly { id: string; files: readonly string[] }[] } = JSON.parse(stdout);
  for (const { id, files } of exercises) {
    for (const file of files) {
      const copy = join(repository, 'packages/exercises', id, '.stub', file.split('/').at(-1) ?? '');
      expect((await readFile(copy, 'utf8')).length).toBeGreaterThan(0);
    }
  }
});

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
