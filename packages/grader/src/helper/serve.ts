import { flushCompileCache } from 'node:module';
import { startGuard } from './guard.ts';
import type { Answer } from './helper-process.ts';

/** Does a job, whatever the near side asks. What it throws has broken it down, and ends the process. */
type Work = (job: never) => unknown;

/**
 * The far side of a `Helper`, called by the module that it runs: does one job after another.
 *
 * @param load gives what does the work, and may take its time
 */
export async function serve(load: () => Work | Promise<Work>): Promise<void> {
  startGuard(Number(process.argv[2]), Number(process.argv[3]));
  process.on('disconnect', () => process.exit());
  const work = await load();
  const tell = (message: 'ready' | Answer<unknown>): void => void process.send?.(message);
  process.on('message', ({ job }: { readonly job: never }) => void Promise.try(work, job).then((reply) => tell({ reply })));
  // Kept now: from here on nothing is written any more.
  flushCompileCache();
  for (const right of ['fs.write', 'worker']) process.permission.drop(right);
  tell('ready');
}
