import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { expect, test } from 'vitest';
import { gradescopeZip } from '../../src/edition/autograder.ts';
import { teaAnswers } from '../support/answers.ts';
import { repository } from '../support/repository.ts';
import { smallCourse } from '../support/small-course.ts';
import { graderOfCourse } from '../support/teatime.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/*
 * The recipes of the security page do what they say, as far as a shell can tell: each one's command is taken from the page and run, with the
 * small course in the place of the installed one, and folders of this test in the place of the service's.
 */

const page = readFileSync(join(repository, 'docs/guide/security.md'), 'utf8');

/** Runs a script; what it says, and how it ends. */
async function shell(script: string, cwd: string, env: Readonly<Record<string, string>> = {}): Promise<{ readonly code: number; readonly said: string }> {
  return new Promise((resolve) => {
    const child = execFile('sh', ['-c', script], { cwd, env: { ...process.env, CI: undefined, ...env } }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, said: stdout + stderr });
    });
  });
}

/** An executable that is the grader of the small course, whatever folder it is called in. */
function graderIn(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\ncd ${JSON.stringify(smallCourse)} && exec ${JSON.stringify(process.execPath)} ${JSON.stringify(graderOfCourse)} "$@"\n`);
  chmodSync(path, 0o755);
}

/** The command of a recipe, with folders of the test in the place of others. */
function commandOf(section: string, pattern: RegExp, places: Readonly<Record<string, string>>): string {
  const [, text = ''] = page.split(`\n## ${section}\n`);
  const [command = ''] = pattern.exec(text.split('\n## ', 1)[0] ?? '') ?? [];
  expect(command, section).not.toBe('');
  return Object.entries(places).reduce((line, [from, to]) => line.replaceAll(from, to), command);
}

const command = /node_modules\/\.bin\/teatime grade [^\n"]*(?:"[^\n"]*"[^\n"]*)*/;

test.runIf(process.platform === 'linux')('The commands of the recipes for GitHub, GitLab and PrairieLearn grade', async () => {
  await using folder = await temporaryFolder({ 'submission/tea.ts': teaAnswers.right, 'grade/student/tea.ts': teaAnswers.right });
  graderIn(join(folder.path, 'course/node_modules/.bin/teatime'));
  const course = join(folder.path, 'course');
  const at = (path: string): string => join(folder.path, path);
  const only = { 'teatime grade --': 'teatime grade tea --', ' --require-sandbox': '' };
  const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(at(path), 'utf8'));

  const github = commandOf('GitHub Actions', command, { ...only, '../': `${folder.path}/` });
  expect(await shell(github, course)).toMatchObject({ code: 0 });
  expect(await json('result.json')).toMatchObject({ passed: true });

  const gitlab = commandOf('GitLab', command, only);
  expect(await shell(gitlab, course, { CI_PROJECT_DIR: at('submission') })).toMatchObject({ code: 0 });
  expect(await json('submission/result.json')).toMatchObject({ passed: true });

  const prairielearn = commandOf('PrairieLearn', /(?<="-c", ")[^"]*/, { '/grade/': `${folder.path}/grade/`, '/course/': `${course}/` });
  expect(await shell(prairielearn, course)).toMatchObject({ code: 0 });
  expect(await json('grade/results/results.json')).toMatchObject({ gradable: true, score: 1 });
});

test.runIf(process.platform === 'linux')('The zip for Gradescope is the same every time, has no solutions in it, and its script grades what was handed in', async () => {
  const zip = await gradescopeZip(repository, 'en');
  expect(Buffer.compare(zip, await gradescopeZip(repository, 'en'))).toBe(0);
  await using folder = await temporaryFolder({ 'submission/tea.ts': teaAnswers.oneAfterAnother, 'results/.keep': '' });
  const names: string[] = [];
  for await (const entry of new ZipReader(new Uint8ArrayReader(zip), { useWebWorkers: false }).getEntriesGenerator()) {
    names.push(entry.filename);
    if (!entry.directory && !entry.filename.includes('/')) await folder.write(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter())));
  }
  expect(names.filter((name) => /^course\/packages\/(?:solutions\/(?!package\.json$)|\w+\/test\/)|node_modules/.test(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['course/packages/grader/suites/tea.suite.ts', 'course/packages/exercises/tea/.stub/tea.ts', 'course/pnpm-lock.yaml']));

  graderIn(join(folder.path, 'source/course/node_modules/.bin/teatime'));
  const script = await readFile(join(folder.path, 'run_autograder'), 'utf8');
  expect(page).toContain(script.split('\n').find((line) => line.includes('teatime" grade')));
  expect(await shell('sh -n setup.sh && sh -n run_autograder', folder.path)).toMatchObject({ code: 0 });
  await folder.write('run_autograder', script.replace(' --require-sandbox', ''));
  expect(await shell('sh ./run_autograder', folder.path)).toMatchObject({ code: 0 });
  expect(JSON.parse(await readFile(join(folder.path, 'results/results.json'), 'utf8'))).toMatchObject({ tests: expect.arrayContaining([expect.objectContaining({ status: 'failed' })]) });
});
