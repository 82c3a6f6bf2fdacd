import { parentPort, workerData } from 'node:worker_threads';
import type { IoThreadData, ToIoThread } from './io-messages.ts';
import { LineEnd } from './line-end.ts';

/*
 * A thread of its own, so that the suite can stand still while it waits for an answer. It serves one line after another,
 * and says when one is closed.
 */

const data: IoThreadData = workerData;
let current: LineEnd | undefined;

parentPort?.on('message', (message: ToIoThread) => {
  switch (message.t) {
    case 'serve':
      current = new LineEnd(data, message, () => parentPort?.postMessage('idle'));
      break;
    case 'close':
      // With its ports closed and its processes ended the thread has nothing left to do, and ends.
      current?.close();
      parentPort?.close();
      break;
  }
});
