import type { Coroutine } from './coroutine.ts';
import { createTask, requireCoroutine } from './create-task.ts';
import { RuntimeError } from './errors.ts';
import { currentLoop, enterLoop, leaveLoop } from './loop.ts';
import type { Task } from './task.ts';

/**
 * How a program is run.
 *
 * @example
 * const warnings: string[] = [];
 * const options: RunOptions = { onNeverAwaited: (message) => warnings.push(message) };
 * await run(kettle().boil(), options);
 */
export interface RunOptions {
  /** Told, at the end, of every coroutine that was called during the run and never awaited. Warns on the console by default. */
  readonly onNeverAwaited?: (message: string) => void;
  /** Cancels main when it aborts, as asyncio does at the first Ctrl+C: `run` ends as main then ends. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a program from its main coroutine to its end. Mirrors `asyncio.run`: when main has ended, well or not, every task
 * that is left is cancelled, and those that listen to their signal are waited for. Then coroutines that were called but
 * never awaited are reported, in the order of their calls.
 *
 * @returns what main returns; rejects with what main throws, with a RuntimeError when another `run` is going on, and with
 *   a TypeError when main is no coroutine
 *
 * @example
 * const main = coroutine(async function main() {
 *   const boiling = createTask(kettle().boil());
 *   await music().listen();
 *   return await boiling;
 * });
 * console.log(await run(main())); // hot water
 */
export async function run<T>(main: Coroutine<T>, options: RunOptions = {}): Promise<T> {
  const { onNeverAwaited = (message) => console.warn(message), signal } = options;
  if (currentLoop().kind === 'run') {
    throw new RuntimeError('run() cannot be called while another run() is going on: inside of it, await the coroutine instead');
  }
  requireCoroutine(main, 'run');
  const loop = enterLoop('run');
  try {
    return await endOf(createTask(main), signal);
  } finally {
    while (loop.tasks.size > 0) await loop.cancelTasks();
    leaveLoop(loop);
    for (const { name } of loop.untouched) onNeverAwaited(neverAwaited(name));
  }
}

/** Waits for main, which is cancelled when the signal aborts. */
async function endOf<T>(main: Task<T>, signal: AbortSignal | undefined): Promise<T> {
  const stop = (): void => void main.cancel();
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await main;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

function neverAwaited(name: string): string {
  if (name !== '') return `coroutine '${name}' was never awaited`;
  return "coroutine '<anonymous>' was never awaited; to see which, give its function a name: coroutine(async function boilWater() {...})";
}
