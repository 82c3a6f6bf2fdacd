import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../../cli/context.ts';
import { leaveWithCtrlC } from '../../../cli/interrupt.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import type { CourseOutline } from '../../../course/read-course.ts';
import { Examiner } from '../../../grading/examiner.ts';
import { probeSandbox } from '../../../sandbox/probe.ts';
import { exitCodes } from '../../../verdict/exit-code.ts';
import type { ExitCode } from '../../../verdict/exit-code.ts';
import { stateOf } from '../../grade/file-watcher.ts';
import type { Watched } from '../../grade/file-watcher.ts';
import { live } from '../../grade/watch/live.ts';
import { TypeReader } from '../suite/type-breaches.ts';
import { ProofSession } from './proof-session.ts';

/** `teatime check-course ID --watch`: proves an exercise after every save of one of its files. Ends with `q` or Ctrl-C. */
export async function watchProof(id: string, outline: CourseOutline, layout: CourseLayout, context: Context): Promise<ExitCode> {
  leaveWithCtrlC();
  await using examiner = new Examiner(layout, await probeSandbox(), { warm: true });
  await using types = new TypeReader(layout);
  const watched = outline.exercises.map((exercise) => filesOf(exercise, layout));
  await live(watched, context, (session) => new ProofSession({ outline, layout, examiner, types, ...session }).run(id));
  return exitCodes.passed;
}

/** All that an exercise is made of. */
function filesOf(id: string, { exercises, solutions, suites }: CourseLayout): Watched<string> {
  const files = ['suite.ts', 'hidden.suite.ts'].map((ending) => join(suites, `${id}.${ending}`));
  const folders = [exercises, solutions, suites].map((folder) => join(folder, id));
  return { subject: id, paths: [...folders, ...files], state: () => stateOf([...files, ...folders.flatMap(filesIn)]) };
}

function filesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).toSorted();
  } catch {
    // It has gone, or goes while it is read: that is another state too.
    return [];
  }
}
