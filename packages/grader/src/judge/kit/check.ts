import type { Lab } from './lab.ts';

export type CheckBody = (lab: Lab) => Promise<void>;

/** A check of a suite: what it does. How it is run, and who is told of it, is for whoever takes it. */
export interface Check {
  readonly id: string;
  readonly body: CheckBody;
}

const registered: Check[] = [];

/** Registers a check of the exercise; it runs later, on a virtual clock of its own. */
export function check(id: string, body: CheckBody): void {
  registered.push({ id, body });
}

/** Takes the checks that were registered since the last call: those of the suite that was imported meanwhile. */
export function takeChecks(): readonly Check[] {
  return registered.splice(0);
}
