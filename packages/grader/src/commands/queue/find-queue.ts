import type { Context } from '../../cli/context.ts';
import { GraderTrouble } from '../../cli/grader-trouble.ts';
import { say } from '../../cli/say.ts';
import { UsageError } from '../../cli/usage-error.ts';
import { ClassProblem } from '../../classroom/class-problem.ts';
import { queueAddress } from '../../classroom/queue/address.ts';
import type { QueueAddress } from '../../classroom/queue/address.ts';
import { QueueProblem } from '../../classroom/queue/queue-problem.ts';
import { queueTexts } from '../../messages/queue.ts';

/** The queue that was named, on the command line or in the environment. @throws {UsageError} for what is no address */
export function findQueue(given: string | undefined, { env }: Pick<Context, 'env'>): QueueAddress | undefined {
  try {
    return queueAddress(given, env);
  } catch (error) {
    throw error instanceof ClassProblem ? new UsageError(error.text) : error;
  }
}

/** Work that needs the queue. @throws {GraderTrouble} instead of a problem with it */
export async function withQueue<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof QueueProblem ? new GraderTrouble(error.text) : error;
  }
}

/** Says when the queue is lost, and when it is back. */
export function connectionTeller({ shown }: QueueAddress, context: Context): (isThere: boolean) => void {
  return (isThere) => say(context, isThere ? queueTexts.back(shown) : queueTexts.away(shown));
}
