import { readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../src/cli/context.ts';
import { teaAnswers } from './answers.ts';
import { courseCopy } from './course-copy.ts';
import { command } from './in-process.ts';
import { startTeatime, teatime } from './teatime.ts';
import type { Outcome } from './teatime.ts';
import type { TemporaryFolder } from './temporary-folder.ts';

/** Somebody with a copy of the course of their own: tea, gather and blocking. */
export interface Student extends TemporaryFolder {
  /** Runs a command in the root of the course, in this process. */
  types(line: string, surroundings?: Partial<Context>): Promise<Outcome>;
  /** The same in a process of its own, as `grade` needs it. */
  runs(line: string, env?: Readonly<Record<string, string>>): Promise<Outcome>;
  starts(line: string, env?: Readonly<Record<string, string>>): ReturnType<typeof startTeatime>;
  reads(file: string): Promise<string>;
  /** Writes an answer as if it had been so long ago. */
  answers(exercise: string, source: string, msAgo?: number): Promise<void>;
}

export async function student(): Promise<Student> {
  const course = await courseCopy();
  return {
    ...course,
    types: (line, surroundings) => command(line, { cwd: course.path, ...surroundings }),
    runs: (line, env) => teatime(line.split(' '), { cwd: course.path, env: env ?? {} }),
    starts: (line, env) => startTeatime(line.split(' '), { cwd: course.path, env: env ?? {} }),
    reads: (file) => readFile(join(course.path, file), 'utf8'),
    async answers(exercise, source, msAgo = 0) {
      const file = join('packages/exercises', exercise, `${exercise}.ts`);
      await course.write(file, source);
      const moment = new Date(Date.now() - msAgo);
      await utimes(join(course.path, file), moment, moment);
    },
  };
}

const teaNotes = '.teatime/progress/tea.json';
let notes: Promise<string> | undefined;

/** A student with a right answer to tea, which was graded. */
export async function studentWithTea(): Promise<Student> {
  const me = await student();
  await me.answers('tea', teaAnswers.right);
  notes ??= notesOfAGrade();
  await me.write(teaNotes, await notes);
  return me;
}

/** What a grade of the answer leaves behind; made once, since it takes a while. */
async function notesOfAGrade(): Promise<string> {
  await using me = await student();
  await me.answers('tea', teaAnswers.right);
  await me.runs('grade tea');
  return await me.reads(teaNotes);
}
