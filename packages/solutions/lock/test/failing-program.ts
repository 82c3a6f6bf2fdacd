// Work fails, the jar fails and signals abort here: a rejection that nobody handles would end the program.
import { sleep } from '@teatime/core';
import { Gate, Lock, TeaFund } from '../lock.ts';

const lock = new Lock();
const fails = async (): Promise<never> => {
  await sleep(10);
  throw new Error('failed');
};
const atOnce = (): never => {
  throw new Error('failed at once');
};
const gate = new Gate();
const unreadable = new TeaFund({ read: fails, write: async () => {} });
const unwritable = new TeaFund({ read: async () => 5, write: atOnce });

await Promise.allSettled([
  lock.use(fails),
  lock.use(atOnce),
  lock.acquire({ signal: AbortSignal.timeout(5) }),
  lock.acquire({ signal: AbortSignal.abort() }),
  gate.wait({ signal: AbortSignal.timeout(5) }),
  gate.wait({ signal: AbortSignal.abort() }),
  unreadable.add(1),
  unreadable.total(),
  unwritable.add(2),
  unwritable.add(3),
]);
await sleep(20);
