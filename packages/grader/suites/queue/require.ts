import type { Span } from '@teatime/core';
import { assert, type Call, fail, type Lab, type Text } from '@teatime/grader/kit';
import { says } from './says.ts';
import { ended, errorOf, nameOf, type TestedQueue } from './tested-queue.ts';

/** The call fails with QueueShutDown, at once. */
export async function refused(running: Call<unknown>, method: string, gave: (value: unknown) => Text): Promise<void> {
  const settled = await running.within(0);
  assert(settled, says.waitsAfterShutdown(method));
  if (settled.status === 'fulfilled') fail(gave(settled.value));
  if (nameOf(settled.reason) === 'QueueFull') fail(says.fullBeforeShut(method));
  assert(nameOf(settled.reason) === 'QueueShutDown', says.otherError(method, 'QueueShutDown', settled.reason));
}

/** Everything that is in, and what comes in meanwhile. */
export function takeAll(queue: TestedQueue): readonly unknown[] {
  const taken: unknown[] = [];
  // More than anybody has put in: whoever gives something for nothing would never end.
  while (taken.length < 30) {
    const isEmpty = queue.size() === 0;
    const end = queue.getNowait();
    if ('gave' in end) {
      assert(!isEmpty, says.gaveNothing(end.gave));
      taken.push(end.gave);
      continue;
    }
    const name = errorOf(end);
    assert(name === 'QueueEmpty' || name === 'QueueShutDown', says.otherError('getNowait', 'QueueEmpty', end.threw));
    break;
  }
  return taken;
}

/** A put for which there is no room goes on. */
export async function requireWaiting(put: Call<unknown>, limit: number, place: number, expected: readonly Span[] = []): Promise<void> {
  if (put.settled?.status === 'fulfilled') fail(says.didNotWait(limit, place), { expected });
  if (put.settled) await ended(put, says.putThrowsFull);
}

/** A get on an empty queue goes on. */
export async function requireNothing(get: Call<unknown>): Promise<void> {
  if (get.settled?.status === 'fulfilled') fail(says.gaveNothing(get.settled.value));
  if (get.settled) await ended(get, says.getThrowsEmpty);
}

/** Which of them was given the item: its index, or -1. */
export function winnerOf(gets: readonly Call<unknown>[], item: unknown): number {
  return gets.findIndex(({ settled }) => settled?.status === 'fulfilled' && settled.value === item);
}

/** No two alike. */
export function texts(lab: Lab, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${lab.text()} no. ${i + 1}`);
}
