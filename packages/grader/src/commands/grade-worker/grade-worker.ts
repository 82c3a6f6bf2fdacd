import type { Context } from '../../cli/context.ts';
import { exerciseIds } from '../../cli/exercise-names.ts';
import { leaveWithCtrlC } from '../../cli/interrupt.ts';
import { openCourseFromAnywhere, requireKnown } from '../../cli/open-course.ts';
import { startProgress } from '../../cli/progress-line.ts';
import { requireSandbox } from '../../cli/require-sandbox.ts';
import { say } from '../../cli/say.ts';
import { LocalPool } from '../../classroom/local/local-pool.ts';
import type { Terms } from '../../classroom/queue/class-queue.ts';
import { workQueue } from '../../classroom/queue/queue-worker.ts';
import { courseProvenance } from '../../grading/course-provenance.ts';
import { classTexts } from '../../messages/grade-class.ts';
import { queueTexts } from '../../messages/queue.ts';
import type { Text } from '../../messages/text.ts';
import { exitCodes } from '../../verdict/exit-code.ts';
import type { ExitCode } from '../../verdict/exit-code.ts';
import { connectionTeller, withQueue } from '../queue/find-queue.ts';
import { workerOptions } from './worker-options.ts';

/** `teatime grade-worker`: grades what `grade-class --queue` put into a queue, until the user has enough. */
export async function gradeWorker(args: readonly string[], context: Context): Promise<ExitCode> {
  const { queue, jobs, jobsAsked, exercises, requireSandbox: asked } = workerOptions(args, context);
  const named = exerciseIds(exercises, context);
  const course = await openCourseFromAnywhere(context, named);
  requireKnown(named, course.course.exercises.map(({ id }) => id));
  if (jobsAsked !== undefined) say(context, classTexts.fewerJobs(jobsAsked, jobs));

  const sandbox = await requireSandbox(asked, context.env);
  const { course: id, courseHash, grader } = await courseProvenance(course);
  const terms = { courseHash, grader, sandbox: sandbox.name };
  leaveWithCtrlC();
  await using pool = new LocalPool({ course: course.layout.root, named, sandbox }, jobs);
  using progress = startProgress(context);
  const refusals = new Set<string>();
  let graded = 0;
  await withQueue(workQueue({
    address: queue,
    terms,
    pool,
    onReady: () => say(context, queueTexts.ready({ address: queue.shown, course: id, courseHash, sandbox: sandbox.name, jobs })),
    onGraded: () => progress.show(queueTexts.graded((graded += 1))[context.language]),
    onOthers: (theirs) => say(context, difference(theirs, terms)),
    onConnection: connectionTeller(queue, context),
    onRefusal: (text) => {
      if (!refusals.has(text.en)) say(context, text);
      refusals.add(text.en);
    },
  }, context.interrupted));
  say(context, queueTexts.ended(graded));
  return exitCodes.passed;
}

/** Why the hand-ins of others are none of this worker's. */
function difference(theirs: Terms, own: Terms): Text {
  if (theirs.courseHash !== own.courseHash) return queueTexts.otherCourse(theirs.courseHash, own.courseHash);
  if (theirs.grader !== own.grader) return queueTexts.otherGrader(theirs.grader, own.grader);
  return queueTexts.otherSandbox(theirs.sandbox, own.sandbox);
}
