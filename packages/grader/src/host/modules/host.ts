import type { Clock } from '@teatime/core';
import type { WireWorld } from '../../wire/frames.ts';

/** What the simulated modules stand on. */
export interface Host {
  readonly clock: Clock;
  readonly world: () => WireWorld;
}

let host: Host | undefined;

/** Sets what the simulated modules stand on; once, before the first of them is imported. */
export function useHost(given: Host): void {
  host = given;
}

export function currentHost(): Host {
  if (!host) throw new Error('the simulated modules have no host');
  return host;
}
