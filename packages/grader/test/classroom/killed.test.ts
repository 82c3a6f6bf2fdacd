import { once } from 'node:events';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as real } from 'node:timers/promises';
import { Random } from '@teatime/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { teaAnswers } from '../support/answers.ts';
import { smallCourse } from '../support/small-course.ts';
import { startTeatime, teatime } from '../support/teatime.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';
import { sampleOf } from '../support/thorough.ts';
import { writtenOfClass } from '../support/written-of-class.ts';

const random = new Random(14);

/** When to kill: so many results are kept by then, and so many milliseconds have gone by since. */
const moments = Array.from({ length: 20 }, (_, index) => ({ kept: index % 7, laterMs: random.int(0, index % 7 === 0 ? 2000 : 300) }));

/** Kept results, each with what tells whether it is still the same file. */
function keptIn(out: string): ReadonlyMap<string, string> {
  const files = globSync('.graded/*/*', { cwd: out }).filter((path) => /^[\da-f]{64}$/.test(path.slice(-64)));
  return new Map(files.map((path) => {
    const { ino, mtimeNs } = statSync(join(out, path), { bigint: true });
    return [path, `${ino} ${mtimeNs}`];
  }));
}

const grade = ['grade-class', 'class', '--exercises', 'tea', '--jobs', '2', '--out'];

describe.runIf(process.platform !== 'win32')('Killed with all its processes, the same command loses nothing, and grades nothing again', () => {
  const solution = readFileSync(join(smallCourse, 'packages', 'solutions', 'tea', 'tea.ts'), 'utf8');
  const answers = [solution, teaAnswers.right, teaAnswers.empty, teaAnswers.oneAfterAnother, teaAnswers.missingExport, teaAnswers.syntaxError];
  let folder: TemporaryFolder;
  let undisturbed: ReadonlyMap<string, string>;

  beforeAll(async () => {
    folder = await temporaryFolder({
      ...Object.fromEntries(answers.map((answer, index) => [`class/student-${index}/tea.ts`, answer])),
      'class/zhou.zip': 'PK no archive',
      'class/wei/letter.md': 'I was ill.',
    });
    await teatime([...grade, 'undisturbed'], { cwd: folder.path });
    undisturbed = writtenOfClass(join(folder.path, 'undisturbed'));
    expect([...undisturbed.keys()].filter((path) => path.startsWith('results'))).toHaveLength(answers.length);
  });

  afterAll(() => folder[Symbol.asyncDispose]());

  test.each(sampleOf(moments, 20))('$laterMs ms after $kept results', async ({ kept, laterMs }) => {
    const out = join(folder.path, 'out');
    rmSync(out, { recursive: true, force: true });
    const child = startTeatime([...grade, 'out'], { cwd: folder.path, detached: true });
    const over = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    const { pid } = child;
    if (pid === undefined) throw new Error('it did not start');
    while (keptIn(out).size < kept && child.exitCode === null) await real(5);
    await real(laterMs);
    if (child.exitCode === null) process.kill(-pid, 'SIGKILL');
    await over;

    const before = keptIn(out);
    const { stdout } = await teatime([...grade, 'out'], { cwd: folder.path });
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(before.size === 0 ? `${answers.length} graded, 0 with` : `${answers.length} graded, ${before.size} of them before`);
    const after = keptIn(out);
    expect([...before].filter(([path, file]) => after.get(path) !== file)).toEqual([]);
    expect(after.size).toBe(answers.length);
    expect(writtenOfClass(out)).toEqual(undisturbed);
  });
});
