import { cpSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from './repository.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/** Files of an exercise in the place of its usual ones, by their path in the course; `undefined` leaves one out. */
export type Changes = Readonly<Record<string, string | undefined>>;

/**
 * A course of exercises that ask for one function, `add`, with a grader, and so with suites, of its own. Each keeps all of
 * its promises, but for what is changed about it.
 *
 * @param exercises by id, what is different about each
 */
export async function tinyCourse(exercises: Readonly<Record<string, Changes>>): Promise<TemporaryFolder> {
  const ids = Object.keys(exercises);
  const course = await temporaryFolder();
  const parts = ['tsconfig.base.json', 'packages/core/src', 'packages/core/package.json', 'packages/exercises/story.ts',
    ...['exercises', 'solutions', 'grader'].flatMap((name) => [`packages/${name}/package.json`, `packages/${name}/tsconfig.json`]),
    'packages/grader/src', 'packages/grader/template'];
  for (const part of parts) cpSync(join(repository, part), join(course.path, part), { recursive: true });
  for (const name of ['exercises', 'solutions', 'grader']) await linkModules(name, course.path);
  const outline = JSON.parse(await readFile(join(repository, 'course.json'), 'utf8'));
  await course.write('course.json', JSON.stringify({ ...outline, id: 'tiny', parts: undefined, finale: undefined, exercises: ids }));
  for (const [id, changes] of Object.entries(exercises)) {
    for (const [path, content] of Object.entries({ ...filesOf(id), ...changes })) {
      if (content !== undefined) await course.write(path, content);
    }
  }
  return course;
}

/** A package's dependencies are those of this repository, but the exercises are the course's own. */
async function linkModules(name: string, course: string): Promise<void> {
  const [from, to] = [join(repository, 'packages', name, 'node_modules'), join(course, 'packages', name, 'node_modules')];
  await mkdir(join(to, '@teatime'), { recursive: true });
  const link = (entry: string): Promise<void> => symlink(join(from, entry), join(to, entry));
  for (const entry of await readdir(from)) if (entry !== '@teatime') await link(entry);
  for (const entry of await readdir(join(from, '@teatime'))) if (entry !== 'exercises') await link(join('@teatime', entry));
  await symlink(join(course, 'packages/exercises'), join(to, '@teatime/exercises'));
}

/** The manifest of a tiny exercise, with other values for some of its keys. */
export function tinyManifest(id: string, changes: object = {}): string {
  const both = (en: string, zh: string): object => ({ en, 'zh-CN': zh });
  const manifest = {
    title: both(`Add (${id})`, `相加（${id}）`),
    summary: both('Add two numbers.', '把两个数相加。'),
    files: [`${id}.ts`],
    exports: ['add'],
    imports: ['@teatime/core'],
    hints: [both('There is a sign for it.', '有一个符号可以用。')],
    checks: [
      { id: 'adds', points: 1, title: both('It adds', '它会相加'), why: both('It is asked for.', '题目要求如此。') },
    ],
    ...changes,
  };
  return JSON.stringify(manifest, null, 2);
}

/** A suite of that body, for the check `adds` unless it has checks of its own. */
export function tinySuite(id: string, body: string): string {
  const checks = body.includes('check(') ? body : `check('adds', async (lab) => {\n${body}\n});`;
  return `import { assert, check } from '@teatime/grader/kit';\nimport { add } from '@teatime/exercises/${id}';\n${checks}\n`;
}

export const addsRight = `
  const [a, b] = [lab.random.int(1, 9), lab.random.int(1, 9)];
  const sum: unknown = await add(a, b);
  assert(sum === a + b, { en: 'That is not the sum.', 'zh-CN': '这不是两数之和。' });
`;

function filesOf(id: string): Record<string, string> {
  const empty = 'export async function add(a: number, b: number): Promise<number> {\n  throw new Error(\'add is empty · add 还是空的\');\n}\n';
  const returning = (value: string): string => `export async function add(a: number, b: number): Promise<number> {\n  return ${value};\n}\n`;
  const [exercise, solution] = [`packages/exercises/${id}`, `packages/solutions/${id}`];
  return {
    [`${exercise}/exercise.json`]: tinyManifest(id),
    [`${exercise}/${id}.ts`]: empty,
    [`${exercise}/.stub/${id}.ts`]: empty,
    [`${exercise}/task.en.md`]: `# Add\n\nWrite \`add(a, b)\`, which adds two numbers.\n`,
    [`${exercise}/task.zh-CN.md`]: `# 相加\n\n请写 \`add(a, b)\`，把两个数相加。\n`,
    [`${exercise}/story.ts`]: `import { coroutine } from '@teatime/core';
import type { Story } from '../story.ts';

export const story: Story<typeof import('./${id}.ts')> = coroutine(async (stage) => {
  const sum = await stage.exercise.add(1, 2);
  stage.print(stage.lang === 'en' ? \`One and two are \${sum}.\` : \`一加二等于 \${sum}。\`);
});
`,
    [`${solution}/${id}.ts`]: returning('a + b'),
    [`${solution}/wrong/subtracts.ts`]: `// fails: adds\n${returning('a - b')}`,
    [`packages/grader/suites/${id}.suite.ts`]: tinySuite(id, addsRight),
  };
}
