import { currentClock, type Clock } from '@teatime/core';
import { useHost } from '../src/host/modules/host.ts';
import { emptyWorld } from '../src/judge/kit/lab.ts';
import { localSession } from '../src/judge/kit/local-session.ts';
import { useSession } from '../src/judge/kit/session.ts';

/** In plain mode, the simulated modules of an answer stand on the clock and the world of the check that runs. */
const clock: Clock = {
  now: () => currentClock().now(),
  setTimer: (callback, ms) => currentClock().setTimer(callback, ms),
  clearTimer: (id) => currentClock().clearTimer(id),
  block: (ms) => currentClock().block(ms),
};

let world = emptyWorld;
useHost({ clock, world: () => world });

const session = localSession();
useSession({
  ...session,
  begin: (given) => {
    world = given;
    session.begin(given);
  },
  setWorld: (given) => {
    world = given;
  },
});
