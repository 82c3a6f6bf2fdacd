import { execFile } from 'node:child_process';
import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { CompleteGrade } from '../../src/verdict/result.ts';
import { teaAnswers } from '../support/answers.ts';
import { courseExercises } from '../support/course-exercises.ts';
import { command } from '../support/in-process.ts';
import { repository } from '../support/repository.ts';
import { smallCourse } from '../support/small-course.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';

const texts = { en: 'x', 'zh-CN': 'x' };

/** Writes down that it was loaded. */
const loaded = (by: string): string => `require('node:fs').appendFileSync(${JSON.stringify(by)}, 'loaded'); module.exports = {};\n`;

/** What somebody hands in who wants to be graded by a course of their own: with it, this answer would earn 700 of 700. */
async function handIn(answer: string): Promise<TemporaryFolder> {
  const folder = await temporaryFolder({
    'course.json': JSON.stringify({ id: 'theirs', title: texts, languages: ['en', 'zh-CN'], exercises: ['tea'] }),
    'packages/exercises/tea/exercise.json': JSON.stringify({
      title: texts, files: ['tea.ts'], exports: ['makeTea'], imports: ['node:fs', '@teatime/core'], hints: [],
      checks: [{ id: 'returns', points: 700, title: texts, why: texts }],
    }),
    'packages/exercises/tea/tea.ts': answer,
    'packages/exercises/tsconfig.json': '{ "compilerOptions": { "strict": false } }',
    'packages/solutions/tea/tea.ts': answer,
    'packages/exercises/tea/story.ts': 'export const story = 1;',
    'packages/exercises/tea/.stub/tea.ts': answer,
    '.teatime/progress/tea.json': '{ "version": 1, "passedAt": "2026-01-02T03:04:05.678Z" }',
    '.npmrc': 'ignore-scripts=false\n',
    '.env': 'TEATIME=1\nVITEST_POOL=forks\nNODE_OPTIONS=--require=./evil.cjs\n',
    'package.json': '{ "name": "theirs", "type": "commonjs", "imports": { "#x": "./evil.cjs" }, "exports": "./evil.cjs" }',
    'tsconfig.json': '{ "compilerOptions": { "noLib": true, "types": ["evil"] } }',
    'tsconfig.base.json': '{ "compilerOptions": { "noLib": true } }',
    'node_modules/@teatime/core/package.json': '{ "name": "@teatime/core", "main": "index.cjs", "types": "index.d.ts" }',
    'node_modules/@teatime/core/index.d.ts': 'export declare function createTask(...args: any[]): any;',
  });
  const code = loaded(join(folder.path, 'loaded.txt'));
  const baits = ['evil.cjs', 'eslint.config.cjs', 'eslint.config.js', 'vite.config.cjs', 'vitest.config.cjs', 'vitest.config.ts', 'vite.config.js', 'vitest.workspace.js', 'node_modules/@teatime/core/index.cjs', 'node_modules/vitest/index.cjs'];
  for (const bait of baits) await folder.write(bait, code);
  return folder;
}

function parsed(document: string): CompleteGrade {
  const result: CompleteGrade = JSON.parse(document);
  return result;
}

describe('A hand-in that has a course of its own is graded by the grader’s', () => {
  test.each([
    ['in the hand-in', '.', '.'],
    ['in its exercises', 'packages/exercises', '.'],
    ['in its exercise', 'packages/exercises/tea', '..'],
    ['above it', '..', undefined],
    ['in a folder beside, with a way up', 'node_modules', '../packages/exercises'],
  ])('typed %s', async (_, cwd, from) => {
    await using theirs = await handIn(teaAnswers.syntaxError);
    const given = from ?? theirs.path;
    const { code, stdout } = await command(`grade tea --json - --from ${given}`, { course: smallCourse, cwd: join(theirs.path, cwd) });
    const { course, maxPoints, points, exercises } = parsed(stdout);
    expect({ course, maxPoints, points }).toEqual({ course: 'small', maxPoints: 8, points: 0 });
    expect(exercises[0]?.checks.find(({ id }) => id === 'gate')?.message).toContain('Expression expected');
    expect(code).toBe(1);
  });

  test('that names no exercise is graded on all of the grader’s', async () => {
    await using theirs = await handIn(teaAnswers.syntaxError);
    const { stdout } = await command('grade --json - --from .', { course: smallCourse, cwd: theirs.path });
    expect(parsed(stdout).exercises.length).toBeGreaterThan(1);
  });

  test.runIf(courseExercises.has('tea')).each([
    ['by its path', {}, '.'],
    ['by a package manager that was sent to the course', { npm_package_json: join(repository, 'package.json') }, repository],
  ])('and nothing of it is loaded, started %s', async (_, env, cwd) => {
    await using theirs = await handIn(teaAnswers.oneAfterAnother);
    const cli = fileURLToPath(new URL('../../src/teatime.ts', import.meta.url));
    const child = { cwd: join(cwd === '.' ? theirs.path : cwd), env: { ...process.env, CI: undefined, LC_ALL: 'en_US.UTF-8', INIT_CWD: theirs.path, ...env } };
    const stdout = await new Promise<string>((resolve) => {
      execFile(process.execPath, [cli, 'grade', 'tea', '--from', '.', '--json', '-'], child, (_error, out) => resolve(out));
    });
    const { course, points, maxPoints, exercises } = parsed(stdout);
    expect(course).not.toBe('theirs');
    expect(maxPoints).toBeLessThan(700);
    expect(points).toBeLessThan(maxPoints);
    expect(exercises[0]?.checks.find(({ id }) => id === 'types')?.status).toBe('passed');
    expect(await readdir(theirs.path)).not.toContain('loaded.txt');
    expect(await readdir(join(theirs.path, '.teatime/progress'))).toEqual(['tea.json']);
  });
});

describe('In another course, a grader does nothing', () => {
  test.each(['grade', 'grade tea --json -', 'grade --watch', 'grade --ui', 'list', 'hint tea', 'reset tea', 'solution tea', 'play tea', 'check-course', 'check-course --keep-stubs'])('%s', async (line) => {
    await using theirs = await handIn(teaAnswers.right);
    const before = await readdir(theirs.path, { recursive: true });
    const { code, stdout, stderr } = await command(line, { course: smallCourse, cwd: join(theirs.path, 'packages/exercises') });
    expect(stderr.replaceAll(/\s+/g, ' ')).toContain(`You are in the course ${theirs.path}, and this is the grader of another one`);
    expect([code, stdout]).toEqual([2, '']);
    expect(await readdir(theirs.path, { recursive: true })).toEqual(before);
  });

  test('but what only looks like one is none: a file of that name alone', async () => {
    await using folder = await temporaryFolder({ 'course.json': '{}' });
    expect(await command('list', { course: smallCourse, cwd: folder.path })).toMatchObject({ code: 0, stderr: '' });
  });
});

test('Whoever comes to their own course through a link is in it', async () => {
  await using folder = await temporaryFolder();
  await symlink(smallCourse, join(folder.path, 'course'));
  expect(await command('list', { course: smallCourse, cwd: join(folder.path, 'course/packages') })).toMatchObject({ code: 0, stderr: '' });
});
