import { sleep } from '@teatime/core';
import { assert, fail, type FailureDetails, sameValue } from '@teatime/grader/kit';
import { endOf, isOfTheSources, type Loop } from './loop.ts';
import type { Due } from './plans.ts';
import { says } from './says.ts';
import type { Source } from './source.ts';

/** Exactly these items came, in this order. */
export function requireItems({ name, sources, values, end }: Loop, items: readonly unknown[], details?: FailureDetails): void {
  for (const [i, value] of values.entries()) {
    assert(i < items.length, says.oneTooMany(name, items.length, value), details);
    const item = items[i];
    if (sameValue(value, item)) continue;
    const isLater = items.some((one, at) => at > i && sameValue(one, value));
    const isAgain = items.some((one, at) => at < i && sameValue(one, value));
    fail(isLater ? says.leftOut(name, i + 1, item, value) : isAgain ? says.again(name, i + 1, item, value) : says.otherItem(name, i + 1, item, value), details);
  }
  if (values.length === items.length) return;
  // What is more telling than what is missing.
  if (end?.status === 'rejected' && !isOfTheSources(sources, end.reason)) throw end.reason;
  fail(says.missing(name, items.length, values.length, items[values.length]), details);
}

/** The items came in the order of time, each at its moment. */
export function requireInTime(loop: Loop, due: readonly Due[], details?: FailureDetails): void {
  const { name, came, values } = loop;
  const names = values.map((value) => due.find(({ item }) => sameValue(item, value))?.name);
  const isKnown = names.every((one) => one !== undefined) && new Set(names).size === names.length;
  const inOrder = due.map((one) => one.name);
  if (isKnown && !sameValue(names, inOrder.slice(0, names.length))) fail(says.otherOrder(inOrder, names.map(String)), details);
  requireItems(loop, due.map(({ item }) => item), details);
  for (const [i, { at }] of came.entries()) {
    const { name: item, at: moment } = due[i] ?? { name: '', at };
    assert(at === moment, says.cameLate(name, item, moment, at), details);
  }
}

/**
 * Every source is over, and the loop was over when the last of them was: it waited for the clean-up, and for nothing else. Sources that
 * have nobody to close them are left to themselves.
 *
 * @param from when the loop had what it wanted
 */
export async function requireClosed(loop: Loop, from: number, details?: FailureDetails): Promise<void> {
  const { name, canClose, sources } = loop;
  const end = endOf(loop, details);
  await quiet(sources);
  for (const source of sources.filter(({ plan }) => !plan.bare)) {
    assert(source.overAt !== undefined, canClose ? says.neverClosed(name, source.name) : says.cannotBeClosed(name), details);
    assert(source.overAt <= end, says.cleanUpNotAwaited(name, source.name, end, source.overAt), details);
  }
  requireNoMore(loop, from, details);
  const due = Math.max(from, ...sources.map(({ overAt = from }) => overAt));
  assert(end <= due || sources.some(({ plan }) => plan.bare), says.leavesLate(name, due, end), details);
}

/** Nobody asked the sources for anything after that moment. */
export function requireNoMore({ name, sources }: Loop, from: number, details?: FailureDetails): void {
  for (const source of sources) {
    const late = source.askedAt.filter((at) => at > from).length;
    assert(late === 0, says.readsOn(name, source.name, late), details);
  }
}

/** Lets all that is under way in the sources come to its end. */
export async function quiet(sources: readonly Source[]): Promise<void> {
  await sleep(1 + Math.max(0, ...sources.map(({ plan }) => plan.gaps.reduce((sum, gap) => sum + gap, plan.cleanUpMs ?? 0))));
}

/** The loop failed with what a source failed with. Gives when. */
export function requireFailure({ name, end }: Loop, error: unknown, details?: FailureDetails): number {
  if (end === undefined) fail(says.hangsAfterError(name, error), details);
  if (end.status === 'fulfilled') fail(says.swallows(name, error), details);
  // What is not made of it is an error of the student's own: that is told with its line.
  if (end.reason instanceof Error && end.reason !== error && !isMadeOf(end.reason, error)) throw end.reason;
  assert(end.reason === error, says.otherError(name, error, end.reason), details);
  return end.at;
}

function isMadeOf(reason: Error, error: unknown): boolean {
  return reason.cause === error || (error instanceof Error && reason.message.includes(error.message));
}
