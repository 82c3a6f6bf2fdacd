import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { courseCopy } from '../support/course-copy.ts';
import { smallCourse } from '../support/small-course.ts';
import { graderOfCourse } from '../support/teatime.ts';
import { hasTmux, terminal } from '../support/terminal.ts';
import { isThorough } from '../support/thorough.ts';

const why = hasTmux ? '' : ' (skipped: this machine has no tmux)';

describe.skipIf(!hasTmux)(`grade --watch in a terminal${why}`, () => {
  test('a student fails, asks for a hint, mends it, passes, goes on and quits', async () => {
    await using course = await courseCopy();
    const save = (answer: string): Promise<void> =>
      copyFile(join(smallCourse, 'packages/solutions/tea', answer), join(course.path, 'packages/exercises/tea/tea.ts'));
    await save('wrong/one-after-another.ts');
    const { press, until } = await terminal(`"${process.execPath}" "${graderOfCourse}" grade --watch --lang en; echo "ended with $?"`, course.path);

    const failed = await until('q quit');
    expect(failed).toContain('6 of 8 points');
    expect(failed).toMatch(/you +makeTea +█+\n +boilWater +█+\n/);
    await press('h');
    await until('hint 1 of');
    await save('tea.ts');
    expect(await until('tea is done')).toContain('8 of 8 points');
    await press('n');
    expect(await until('gather/gather.ts')).not.toContain('tea is done');
    await press('l');
    await until('1 of 3 exercises passed');
    await press('o');
    await until('.teatime/report.html');
    expect(await readFile(join(course.path, '.teatime/report.html'), 'utf8')).toContain('gather');
    await press('a');
    await until('8 of 40 points');
    await press('n');
    // From gather, of which the screen told.
    await until('blocking/blocking.ts');
    await press('q');
    await until('ended with 0');
  });

  test.runIf(isThorough)('Ctrl-C during a verdict ends it at once, and gives the terminal back', async () => {
    await using course = await courseCopy();
    const { press, until } = await terminal(`"${process.execPath}" "${graderOfCourse}" grade --watch --lang en; stty -a; echo "ended"`, course.path);
    await until('Checking tea');
    await press('C-c');
    const screen = await until('ended');
    expect(screen).toMatch(/(?<!-)icanon/);
    expect(screen).toMatch(/(?<!-)echo\b/);
  });
});
