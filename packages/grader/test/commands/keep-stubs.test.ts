import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { teaAnswers } from '../support/answers.ts';
import { command } from '../support/in-process.ts';
import { repository } from '../support/repository.ts';
import { student } from '../support/student.ts';

vi.setConfig({ testTimeout: 120_000 });

test('A stub that reset would not restore breaks a promise, and --keep-stubs mends it', async () => {
  await using author = await student();
  // As few answers as can be: they are not what this is about.
  for (const folder of ['also', 'wrong']) await rm(join(author.path, 'packages/solutions/tea', folder), { recursive: true });
  const stale = /packages\/exercises\/tea\/\.stub\/tea\.ts, which `pnpm reset` restores, differs from the file beside it/;

  await author.write('packages/exercises/tea/tea.ts', teaAnswers.empty);
  expect((await author.runs('check-course tea')).stdout.replaceAll(/\s+/g, ' ')).toMatch(stale);

  const { stdout } = await author.runs('check-course tea --keep-stubs');
  expect(stdout).not.toContain('.stub');
  await author.answers('tea', '// an attempt');
  await author.types('reset tea');
  expect(await author.reads('packages/exercises/tea/tea.ts')).toBe(teaAnswers.empty);
});

test('A stub that reset could not restore is called missing, and --keep-stubs writes it', async () => {
  await using author = await student();
  for (const folder of ['also', 'wrong']) await rm(join(author.path, 'packages/solutions/tea', folder), { recursive: true });
  await rm(join(author.path, 'packages/exercises/tea/.stub'), { recursive: true });
  const { stdout } = await author.runs('check-course tea');
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('.stub/tea.ts, which `pnpm reset` restores, is missing: `pnpm check-course --keep-stubs` writes it');
  expect((await author.runs('check-course tea --keep-stubs')).stdout).not.toContain('.stub');
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
