import { sleep } from '@teatime/core';
import type { Gate } from '@teatime/exercises/lock';
import { assert, call, made, type Call, type FailureDetails, type Lab, type Text } from '@teatime/grader/kit';
import { requireMethods } from './moves.ts';
import { saysOfGate } from './says-gate.ts';
import { says } from './says.ts';

/** A new one of the answer's class. */
export function gateOf(Class: typeof Gate): Gate {
  const gate = made(() => new Class(), says.noClass('Gate'));
  requireMethods('Gate', gate, ['set', 'clear', 'isSet', 'wait']);
  return gate;
}

/** Waits at the gate. */
export function wait(lab: Lab, gate: Gate, name?: string, signal?: AbortSignal): Call<unknown> {
  return call(lab, async () => await (signal === undefined ? gate.wait() : gate.wait({ signal })), name);
}

/** The gate tells that it is open, or shut. */
export function requireSet(gate: Gate, expected: boolean): void {
  const isSet: unknown = gate.isSet();
  assert(isSet === expected, saysOfGate.otherIsSet(expected, isSet));
}

/**
 * All of them still wait.
 *
 * @param went told of the first one who does not
 * @param errors of others: who fails with one of them has gone along
 * @throws what the answer threw instead of waiting
 */
export function stillThere(guests: readonly Call<unknown>[], went: (index: number) => Text, errors: readonly unknown[] = []): void {
  for (const [index, { settled }] of guests.entries()) {
    if (settled?.status === 'rejected' && !errors.includes(settled.reason)) throw settled.reason;
    assert(settled === undefined, went(index));
  }
}

/**
 * All of them go on, at this moment.
 *
 * @param missed told when some do not, with how many do
 */
export async function allGo(guests: readonly Call<unknown>[], names: readonly string[], due: number, missed: (names: readonly string[], went: number) => Text, drawing?: FailureDetails): Promise<void> {
  // Whoever has not gone by then never will: a drawing of hours shows nothing.
  await sleep(2_000);
  const went = guests.filter(({ settled }) => settled !== undefined).length;
  assert(went === guests.length, missed(names, went), drawing);
  for (const [index, { settled }] of guests.entries()) {
    if (settled?.status === 'rejected') throw settled.reason;
    const at = settled?.at ?? due;
    assert(at >= due, saysOfGate.goesEarly(names[index] ?? '', due, at), drawing);
    assert(at === due, saysOfGate.goesLate(names[index] ?? '', due, at), drawing);
  }
}

/** Nobody has to wait here. */
export async function passes(lab: Lab, gate: Gate): Promise<void> {
  const begin = lab.elapsed();
  const { at } = await wait(lab, gate).fulfilled(saysOfGate.openAndWaits);
  assert(at === begin, saysOfGate.openAndWaits);
}
