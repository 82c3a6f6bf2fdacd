import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { copyFile, cp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { courseCopy } from './course-copy.ts';
import { smallCourse } from './small-course.ts';
import { startTeatime } from './teatime.ts';

/** A `grade` that goes on until the student has enough, in a copy of the course, without a terminal. */
export interface Watching extends AsyncDisposable {
  /** The course's folder. */
  readonly path: string;
  /** Waits until a line with this text was printed since the last wait, and returns what was printed up to its end. */
  until(text: string): Promise<string>;
  /** Saves an answer of packages/solutions as the student's own. */
  save(exercise: string, answer: string): Promise<void>;
  /** Saves as some editors do: a new file that takes the place of the old one. */
  saveByRename(exercise: string, answer: string): Promise<void>;
  write(exercise: string, text: string): Promise<void>;
  remove(exercise: string): Promise<void>;
  /** Waits until all that was done before has had its verdict: what is printed from now on is about what is done from now on. */
  settle(exercise: string): Promise<void>;
  /** Presses Ctrl-C and waits for the end. Returns the exit code. */
  interrupt(): Promise<number | null>;
}

export function watching(...args: readonly string[]): Promise<Watching> {
  return liveGrade(['--watch', ...args]);
}

export async function liveGrade(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Watching> {
  const course = await courseCopy();
  const child = startTeatime(['grade', ...args], { cwd: course.path, env });
  const ended = once(child, 'exit');
  let printed = '';
  let wake = (): void => {};
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    wake();
  });
  const fileOf = (exercise: string): string => join(course.path, 'packages/exercises', exercise, `${exercise}.ts`);
  const answerOf = (exercise: string, answer: string): string => join(smallCourse, 'packages/solutions', exercise, `${answer}.ts`);
  const until = async (text: string): Promise<string> => {
    for (;;) {
      const end = printed.indexOf('\n', printed.indexOf(text));
      if (printed.includes(text) && end >= 0) {
        const seen = printed.slice(0, end);
        printed = printed.slice(seen.length);
        return seen;
      }
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return {
    path: course.path,
    until,
    save: (exercise, answer) => copyFile(answerOf(exercise, answer), fileOf(exercise)),
    async saveByRename(exercise, answer) {
      await cp(answerOf(exercise, answer), `${fileOf(exercise)}~`);
      await rename(`${fileOf(exercise)}~`, fileOf(exercise));
    },
    write: (exercise, text) => writeFile(fileOf(exercise), text),
    remove: (exercise) => rm(fileOf(exercise)),
    async settle(exercise) {
      const mark = `mark_${randomUUID().slice(0, 8)}`;
      await writeFile(fileOf(exercise), `export const ${mark} = ;\n`);
      await until(mark);
      await until('Waiting for you to save');
    },
    async interrupt() {
      child.kill('SIGINT');
      await ended;
      return child.exitCode;
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended;
      await course[Symbol.asyncDispose]();
    },
  };
}
