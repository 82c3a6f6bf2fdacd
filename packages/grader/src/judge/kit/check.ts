import type { Lab } from './lab.ts';

/**
 * What a check does. It passes when it comes to its end, and fails with {@link assert} or {@link fail}.
 *
 * @example
 * const twice = (body: CheckBody): CheckBody => async (lab) => { await body(lab); await body(lab); };
 * check('again-and-again', twice(async (lab) => { await call(lab, lab.job().run).fulfilled(says.neverEnds); }));
 */
export type CheckBody = (lab: Lab) => Promise<void>;

/** A check of a suite: what it does. How it is run, and who is told of it, is for whoever takes it. */
export interface Check {
  readonly id: string;
  readonly body: CheckBody;
  /** Made where the suite registers it: its stack tells the place. */
  readonly registered: Error;
}

const registered: Check[] = [];

/**
 * Registers a check of the exercise. It runs later, with a fresh copy of the submission and on a virtual clock of its own.
 *
 * It fails by itself, whatever the body does, when the submission leaves a timer or an unhandled rejection behind, waits for
 * what can never happen, sets timers again and again, or does not come back.
 *
 * @param id as it stands in `exercise.json`
 * @param body is given the {@link Lab}, and ends well when the submission is right
 * @throws Error when another check of the suite has this id
 *
 * @example
 * check('in-time', async (lab) => {
 *   const [boiling, music] = [lab.job(), lab.job()];
 *   const { at } = await call(lab, () => makeTea(boiling.run, music.run)).fulfilled(says.neverEnds);
 *   assert(at === Math.max(boiling.ms, music.ms), says.late(at));
 * });
 */
export function check(id: string, body: CheckBody): void {
  if (registered.some((other) => other.id === id)) throw new Error(twice(id));
  registered.push({ id, body, registered: new Error(id) });
}

function twice(id: string): string {
  return `the check '${id}' is registered twice: give each an id of its own · 检查 '${id}' 注册了两次：每项检查都要有自己的 id`;
}

/** Takes the checks that were registered since the last call: those of the suite that was imported meanwhile. */
export function takeChecks(): readonly Check[] {
  return registered.splice(0);
}
