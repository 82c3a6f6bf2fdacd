import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCourse } from '../../src/course/read-course.ts';
import { teaAnswers } from '../support/answers.ts';
import { repository } from '../support/repository.ts';
import { student } from '../support/student.ts';
import { isThorough } from '../support/thorough.ts';

test.runIf(isThorough)('A stub that reset would not or could not restore breaks a promise, and --keep-stubs mends it', async () => {
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
  expect(plain(stdout)).toContain('Kept for `pnpm reset`: packages/exercises/tea/tea.ts, packages/exercises/blocking/blocking.ts');
  await author.answers('tea', '// an attempt');
  await author.types('reset tea');
  expect(await author.reads('packages/exercises/tea/tea.ts')).toBe(teaAnswers.empty);
});

test('Every exercise that the course lists has its stub and the copy of it, its suite and its solution', async () => {
  const { exercises } = await readCourse(repository);
  for (const { id, files } of exercises) {
    const stubs = files.flatMap((file) => [`exercises/${id}/${file}`, `exercises/${id}/.stub/${file}`]);
    for (const path of [...stubs, `solutions/${id}/${files[0] ?? ''}`, `grader/suites/${id}.suite.ts`]) {
      expect((await readFile(join(repository, 'packages', path), 'utf8')).length, path).toBeGreaterThan(0);
    }
  }
});

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
