// Inputs fail here, first, last and all of them: a rejection that nobody handles would end the program.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { coroutine } from '../coroutine.ts';

const rejecting = coroutine(() => Promise.reject(new Error('no water')))();
const throwing = coroutine((): string => {
  throw new Error('no kettle');
})();
await Promise.allSettled([rejecting, rejecting, throwing, throwing].map(async (one) => await one));
await nextTurn();
