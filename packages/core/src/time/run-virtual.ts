import { VirtualClock } from '../clock/virtual-clock.ts';
import { Coroutine } from '../task/coroutine.ts';
import { RuntimeError } from '../task/errors.ts';
import { currentLoop, tasksWithin } from '../task/loop.ts';
import { installClock } from './install-clock.ts';
import { macrotask } from './macrotask.ts';

/**
 * How a program is run on a virtual clock.
 *
 * @example
 * const clock = new VirtualClock();
 * const options: RunVirtualOptions = { clock };
 * await runVirtual(() => run(kettle().boil()), options);
 * console.log(clock.elapsed(), clock.pending); // 3000 0
 */
export interface RunVirtualOptions {
  /** The clock to run on; a new one when not given. Timers that are still set at the end are its `pending`. */
  readonly clock?: VirtualClock;
  /** Asked before a deadlock is declared: true when something moved that no timer knows of, and the run may go on. */
  readonly whenStuck?: () => boolean | PromiseLike<boolean>;
  /**
   * Asked before time moves on: the end of work that goes on outside of virtual time, on other threads, or undefined while there is
   * none. What that work brings about runs at the time at which it was begun.
   */
  readonly realWork?: () => PromiseLike<unknown> | undefined;
  /** False where the globals of this realm are somebody else's and stay as they are: then only core goes by the clock. */
  readonly globals?: boolean;
}

/**
 * A program waits, and nothing is left that could ever wake it. `asyncio.run` would wait for ever.
 *
 * @example
 * try {
 *   await runVirtual(() => Promise.withResolvers<string>().promise);
 * } catch (error) {
 *   console.log(error instanceof DeadlockError); // true
 * }
 */
export class DeadlockError extends Error {
  static {
    this.prototype.name = 'DeadlockError';
  }

  /** The names of the tasks that had not ended. */
  readonly tasks: readonly string[];

  constructor(tasks: readonly string[] = []) {
    super(`everything waits and no timer is set, so nothing can ever go on${stillWaiting(tasks)}`);
    this.tasks = tasks;
  }
}

function stillWaiting(tasks: readonly string[]): string {
  if (tasks.length === 0) return '';
  const named = tasks.slice(0, 5).join(', ');
  return `; still waiting: ${tasks.length > 5 ? `${named} and ${tasks.length - 5} more` : named}`;
}

let isRunning = false;

/**
 * Runs a program on a virtual clock, which jumps to the next timer whenever nothing else is left to do: an hour of sleep
 * takes no time. All globals that have to do with time are the clock's until the program ends, and are put back then.
 * What it measures is exact and the same in every run.
 *
 * @returns what main returns; rejects with what main throws, with what the callback of a timer throws, with a
 *   DeadlockError as soon as main waits and no timer is left, and with a RuntimeError inside another `runVirtual`
 *
 * @example
 * const water = await runVirtual(() => run(kettle().boil())); // at once
 */
export async function runVirtual<T>(
  main: Coroutine<T> | (() => PromiseLike<T>),
  { clock = new VirtualClock(), whenStuck = () => false, realWork = () => undefined, globals = true }: RunVirtualOptions = {},
): Promise<T> {
  if (isRunning) throw new RuntimeError('runVirtual() cannot be called while another runVirtual() is going on');
  isRunning = true;
  const restore = installClock(clock, { globals });
  const loop = currentLoop();
  try {
    const result = start(main);
    const isSettled = watch(result);
    for (;;) {
      await macrotask();
      if (isSettled()) return await result;
      const working = realWork();
      if (working) {
        await working;
        continue;
      }
      if (clock.advance()) continue;
      clock.beginTurn();
      if (!(await whenStuck())) throw new DeadlockError(tasksWithin(loop).map(({ name }) => name));
    }
  } finally {
    restore();
    isRunning = false;
  }
}

async function start<T>(main: Coroutine<T> | (() => PromiseLike<T>)): Promise<T> {
  return await (main instanceof Coroutine ? main : main());
}

/** Whether the promise has settled by the time of asking; promises cannot be asked themselves. */
function watch(promise: Promise<unknown>): () => boolean {
  let settled = false;
  const settle = (): void => {
    settled = true;
  };
  promise.then(settle, settle);
  return () => settled;
}
