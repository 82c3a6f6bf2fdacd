import type { Context } from '../../src/cli/context.ts';
import { courseAbove } from '../../src/course/layout.ts';
import { main } from '../../src/main.ts';
import { smallCourse } from './small-course.ts';
import type { Outcome } from './teatime.ts';

/** Runs a command of the course that `cwd` lies in, in this process: for all that ends before the grader's own processes start. */
export async function command(line: string, surroundings: Partial<Omit<Context, 'language' | 'courseLanguage' | 'askedLanguage'>> = {}): Promise<Outcome> {
  let [stdout, stderr] = ['', ''];
  const { cwd = smallCourse } = surroundings;
  const code = await main(line.split(' ').filter(Boolean), {
    course: courseAbove(cwd) ?? smallCourse,
    cwd,
    env: { LANG: 'en_US.UTF-8' },
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    interrupted: new AbortController().signal,
    ...surroundings,
  });
  return { code, stdout, stderr };
}
