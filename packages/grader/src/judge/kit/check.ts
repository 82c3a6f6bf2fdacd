import type { Lab } from './lab.ts';

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
 * Registers a check of the exercise; it runs later, on a virtual clock of its own.
 *
 * @throws when another check of the suite has this id
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
