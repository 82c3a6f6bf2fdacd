import type { Context } from '../../cli/context.ts';
import { isSandboxRequired, requireSandbox } from '../../cli/require-sandbox.ts';
import { say } from '../../cli/say.ts';
import { LocalPool } from '../../classroom/local/local-pool.ts';
import type { Pool } from '../../classroom/pool.ts';
import type { Terms } from '../../classroom/queue/class-queue.ts';
import { courseProvenance } from '../../grading/course-provenance.ts';
import type { OpenCourse } from '../../course/layout.ts';
import { queueTexts } from '../../messages/queue.ts';
import { connectionTeller, withQueue } from '../queue/find-queue.ts';
import type { ClassOptions } from './class-options.ts';

export interface OpenPool {
  readonly pool: Pool;
  readonly terms: Terms;
}

/**
 * Who grades the class: workers behind a queue where one was named, or else this computer.
 *
 * @throws {GraderTrouble} when there is no sandbox and has to be one, and when there is no queue
 */
export async function openPool({ queue, jobs, requireSandbox: asked }: ClassOptions, named: readonly string[], course: OpenCourse, context: Context): Promise<OpenPool> {
  const { courseHash, grader } = await courseProvenance(course);
  if (queue === undefined) {
    const sandbox = await requireSandbox(asked, context.env);
    return { pool: new LocalPool({ course: course.layout.root, named, sandbox }, jobs), terms: { courseHash, grader, sandbox: sandbox.name } };
  }
  // Nothing runs here: it is the workers that have to have one.
  const sandbox = isSandboxRequired(asked, context.env) ? 'bubblewrap' : (await requireSandbox(false, context.env)).name;
  const terms = { courseHash, grader, sandbox };
  const { openQueuePool } = await import('../../classroom/queue/queue-pool.ts');
  const pool = await withQueue(openQueuePool({ address: queue, terms, onConnection: connectionTeller(queue, context) }));
  if (!(await withQueue(pool.hasWorkers()))) say(context, queueTexts.noWorkers(queue.shown));
  return { pool, terms };
}
