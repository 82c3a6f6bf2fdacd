import { assert, show } from '@teatime/grader/kit';
import type { Job } from '@teatime/grader/kit';
import { says } from './says.ts';

/** The results, as a list of the right length. */
export function listOf(value: unknown, length: number): readonly unknown[] {
  assert(Array.isArray(value), says.noList(value));
  assert(value.length === length, says.otherLength(length, value.length));
  return value;
}

/** A list as long as it should be, in which nothing stands at some places, was given too early. */
export function requireNoGaps(value: unknown, names: readonly string[]): void {
  if (!Array.isArray(value) || value.length !== names.length) return;
  const empty = names.filter((_, place) => value[place] === undefined);
  assert(empty.length === 0, says.placesEmpty(empty));
}

/** Whose results these are, place by place. */
export function namesOf(value: unknown, jobs: readonly Job<unknown>[]): readonly string[] {
  assert(Array.isArray(value), says.noList(value));
  return Array.from(value, (result: unknown) => jobs.find((job) => result !== undefined && job.result === result)?.name ?? show(result));
}
