import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../support/repository.ts';
import type { Attack } from './attacks.ts';

/** What is hidden from students, and what they have anyway. */
const courses = ['', 'packages/grader/test/small-course/'];
const hidden = ['packages/grader/src/judge/**/*.ts', ...courses.flatMap((root) => [`${root}packages/grader/suites/**/*.ts`, `${root}packages/solutions/*/*.ts`])];
const known = courses.map((root) => `${root}packages/exercises/*/*.ts`);

/** Lines of suites, of what suites are made with, and of solutions, that neither the attacks nor the exercises hold. */
export function hiddenLines(attacks: readonly Attack[]): readonly string[] {
  const seen = new Set([...known.flatMap(linesOf), ...attacks.flatMap(({ code }) => trimmedLines(code))]);
  // Messages to students are said out loud.
  return [...new Set(hidden.flatMap(linesOf))].filter((line) => line.length > 30 && !seen.has(line) && !/['"`][^'"`]{20}/.test(line));
}

function linesOf(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: repository, exclude: ['**/node_modules/**'] }).flatMap((file) => trimmedLines(readFileSync(join(repository, file), 'utf8')));
}

function trimmedLines(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trim());
}
