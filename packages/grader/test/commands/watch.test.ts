import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { command } from '../support/in-process.ts';
import { liveGrade, watching } from '../support/watching.ts';
import type { Watching } from '../support/watching.ts';

describe('grade --watch, without a terminal', () => {
  describe('of one exercise', () => {
    let student: Watching;

    beforeAll(async () => {
      student = await watching('tea');
      await student.until('Waiting for you to save');
    });

    beforeEach(() => student.settle('tea'));

    afterAll(() => student[Symbol.asyncDispose]());

    test('gives a verdict for every save, however the editor saves', async () => {
      await student.save('tea', 'wrong/one-after-another');
      expect(await student.until('points')).toContain('6 of 8');
      await student.saveByRename('tea', 'tea');
      expect(await student.until('is done')).toContain('8 of 8 points');
      await student.remove('tea');
      expect(await student.until('Waiting for you to save')).toContain('0 of 8 points');
      await student.saveByRename('tea', 'tea');
      expect(await student.until('is done')).toContain('8 of 8 points');
      await student.write('tea', 'export function makeTea( {');
      expect(await student.until('Waiting for you to save')).toContain('0 of 8 points');
    });

    test('checks again what is saved twice, although nothing has changed', async () => {
      await student.save('tea', 'tea');
      await student.until('is done');
      await student.save('tea', 'tea');
      expect(await student.until('is done')).toContain('8 of 8 points');
    });

    test('grades what was saved last when saves come faster than verdicts', async () => {
      for (let save = 0; save < 5; save++) {
        await student.save('tea', 'wrong/one-after-another');
        await student.save('tea', 'tea');
      }
      await student.until('8 of 8 points');
    });

    test('survives a submission that never ends', async () => {
      await student.write('tea', 'export async function makeTea() { for (;;); }');
      expect(await student.until('Waiting for you to save')).toContain('never ends');
      await student.save('tea', 'tea');
      await student.until('8 of 8 points');
    });
  });

  test('begins with the first exercise, tells what to save, and goes to the exercise whose file is saved', async () => {
    await using student = await watching();
    const verdict = await student.until('Waiting for you to save');
    expect(verdict).toContain('0 of 8 points');
    expect(verdict).toContain('packages/exercises/tea/tea.ts');
    await student.save('tea', 'tea');
    await student.until('tea is done');
    await student.save('gather', 'gather');
    await student.until('gather is done');
    expect(await student.interrupt()).toBe(0);
  });

  test('takes what comes and goes beside an answer for no save', async () => {
    await using student = await watching();
    await student.until('Waiting for you to save');
    const notes = join(student.path, 'packages/exercises/tea/notes.md');
    await writeFile(notes, '# What I know of tea\n');
    await student.save('gather', 'gather');
    const afterAdding = await student.until('gather is done');
    await rm(notes);
    await student.save('gather', 'gather');
    const afterRemoving = await student.until('gather is done');
    expect(afterAdding + afterRemoving).not.toContain('tea · Tea');
  });

  test('looks for itself where the system does not tell of saves', async () => {
    // The watcher is made to look at the files itself, once in an hour: as good as never told.
    await using student = await liveGrade(['--watch', 'tea'], { CHOKIDAR_USEPOLLING: '1', CHOKIDAR_INTERVAL: '3600000' });
    await student.until('Waiting for you to save');
    await student.save('tea', 'wrong/one-after-another');
    expect(await student.until('points')).toContain('6 of 8');
    await student.save('tea', 'tea');
    expect(await student.until('is done')).toContain('8 of 8 points');
    await student.until('looked at four times a second');
    await student.save('tea', 'wrong/one-after-another');
    expect(await student.until('points')).toContain('6 of 8');
  });

  test('goes with no other way to hand answers in', async () => {
    expect(await command('grade --watch --from .')).toMatchObject({ code: 2, stdout: '' });
    expect(await command('grade --watch --report html=report.html')).toMatchObject({ code: 2, stdout: '' });
  });
});
