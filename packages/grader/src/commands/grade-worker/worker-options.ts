import type { Context } from '../../cli/context.ts';
import { commonOptions, parseOptions } from '../../cli/parse-options.ts';
import { UsageError } from '../../cli/usage-error.ts';
import type { QueueAddress } from '../../classroom/queue/address.ts';
import { queueTexts } from '../../messages/queue.ts';
import { jobsAtOnce } from '../queue/jobs.ts';
import type { Jobs } from '../queue/jobs.ts';
import { findQueue } from '../queue/find-queue.ts';

const options = {
  queue: { type: 'string' },
  jobs: { type: 'string' },
  exercises: { type: 'string' },
  'require-sandbox': { type: 'boolean' },
  ...commonOptions,
} as const;

/** What was typed behind `grade-worker`. */
export interface WorkerOptions extends Jobs {
  readonly queue: QueueAddress;
  /** Drafts that are to be graded, too. */
  readonly exercises: readonly string[];
  readonly requireSandbox: boolean | undefined;
}

/** @throws {UsageError} */
export function workerOptions(args: readonly string[], context: Pick<Context, 'env'>): WorkerOptions {
  const { values, positionals } = parseOptions(args, options, context.env);
  if (positionals.length > 0) throw new UsageError(queueTexts.needsNothingElse);
  const queue = findQueue(values.queue, context);
  if (queue === undefined) throw new UsageError(queueTexts.needsQueue);
  return {
    queue,
    ...jobsAtOnce(values.jobs),
    exercises: values.exercises?.split(',').map((id) => id.trim()).filter(Boolean) ?? [],
    requireSandbox: values['require-sandbox'],
  };
}
