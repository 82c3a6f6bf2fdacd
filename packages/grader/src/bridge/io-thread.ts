import { workerData } from 'node:worker_threads';
import { StudentProcess } from './student-process.ts';
import type { FromIoThread, IoThreadData, ToIoThread } from './io-messages.ts';

/*
 * Starts student processes, carries their frames, kills them on command. It never looks into a frame.
 * It is a thread of its own so that the suite can stand still while it waits for an answer.
 */

const data: IoThreadData = workerData;
const signal = new Int32Array(data.signal);
let current: StudentProcess | undefined;
/** Started before it is needed. */
let spare: StudentProcess | undefined;

function tell(message: FromIoThread): void {
  data.port.postMessage(message);
  Atomics.add(signal, 0, 1);
  Atomics.notify(signal, 0);
}

data.port.on('message', (message: ToIoThread) => {
  switch (message.t) {
    case 'start':
      current?.kill();
      // One that was kept for long may have been ended meanwhile by a system short of memory.
      current = spare?.isOver === false ? spare : new StudentProcess(data, tell);
      spare = undefined;
      current.hearAs(message.generation);
      break;
    case 'prepare':
      spare ??= new StudentProcess(data, tell);
      break;
    case 'frame':
      current?.write(message.text);
      break;
    case 'kill':
      current?.kill();
      current = undefined;
      break;
    case 'close':
      close();
      break;
  }
});

// The thread at the other end may be gone without a word.
data.port.on('close', close);

/** With its port closed and its processes ended the thread has nothing left to do, and ends. */
function close(): void {
  current?.kill();
  spare?.kill();
  data.port.close();
}
