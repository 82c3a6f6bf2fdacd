import { join } from 'node:path';
import type { Context } from '../../cli/context.ts';
import { exerciseIds } from '../../cli/exercise-names.ts';
import { unlessInterrupted } from '../../cli/interrupt.ts';
import { openCourseFromAnywhere, selectExercises } from '../../cli/open-course.ts';
import { say } from '../../cli/say.ts';
import { shownPath } from '../../cli/shown-path.ts';
import { ClassRun } from '../../classroom/grade-class.ts';
import { KeptResults } from '../../classroom/keep/kept-results.ts';
import { classTexts } from '../../messages/grade-class.ts';
import { exitCodes } from '../../verdict/exit-code.ts';
import type { ExitCode } from '../../verdict/exit-code.ts';
import { withQueue } from '../queue/find-queue.ts';
import { classOptions } from './class-options.ts';
import { startClassProgress } from './class-progress.ts';
import { findClass, readerOf } from './find-class.ts';
import { lookInside } from './look-inside.ts';
import { openPool } from './open-pool.ts';
import { writeBooks } from './write-books.ts';

/** `teatime grade-class DIR`: grades all that a class handed in, and writes what a teacher reads of it. */
export async function gradeClass(args: readonly string[], context: Context): Promise<ExitCode> {
  const options = classOptions(args, context);
  const named = exerciseIds(options.exercises, context);
  const course = await openCourseFromAnywhere(context, named);
  const exercises = selectExercises(course.course, named);
  const handIns = findClass(options, { exercises, languages: course.course.languages }, context);
  if (options.dryRun) {
    await lookInside(handIns, exercises, context);
    return exitCodes.passed;
  }
  if (options.jobsAsked !== undefined) say(context, classTexts.fewerJobs(options.jobsAsked, options.jobs));

  const { pool: opened, terms } = await openPool(options, named, course, context);
  await using pool = opened;
  using progress = startClassProgress(handIns.length, context);
  let [done, before] = [0, 0];
  const run = new ClassRun({
    handIns,
    read: readerOf(exercises),
    pool,
    kept: new KeptResults(join(options.out, '.graded')),
    circumstances: {
      ...terms,
      exercises: exercises.map(({ id }) => id),
      seed: options.seed ?? seedOf(terms.courseHash),
    },
    language: context.courseLanguage,
    again: options.again,
    onProgress: (ended, known) => {
      [done, before] = [ended, known];
      progress.show(ended, known);
    },
    interrupted: context.interrupted,
  });
  try {
    await unlessInterrupted(context.interrupted, withQueue(run.grade()));
  } catch (error) {
    if (context.interrupted.aborted) say(context, classTexts.stopped(done, handIns.length));
    throw error;
  }
  const counts = await writeBooks(run, { options, handIns, ...course, exercises, context });
  const of = handIns.length;
  say(context, classTexts.done({ of, before, ...counts }), classTexts.written(shownPath(options.out, context.cwd), options.gradebook));
  return counts.toLookAt.length > 0 ? exitCodes.failed : exitCodes.passed;
}

/** The same command gives the same results, so the course decides; students do not have all that the hash is made of. */
function seedOf(courseHash: string): number {
  return Number.parseInt(courseHash.slice(0, 8), 16);
}
