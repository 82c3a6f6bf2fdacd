import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { courseExercises } from './course-exercises.ts';

const programs = courseExercises
  .map((id) => fileURLToPath(new URL(`../${id}/test/failing-program.ts`, import.meta.url)))
  .filter((program) => existsSync(program));

test.each(programs)('what fails in its inputs ends no program that uses a solution: %s', (program) => {
  const { stderr, status } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
