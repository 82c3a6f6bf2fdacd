import type { MessagePort } from 'node:worker_threads';
import type { FromLine, IoThreadData, LineAtThread, ToLine } from './io-messages.ts';
import { StudentProcess } from './student-process.ts';

/** The far end of a line: starts student processes, carries their frames, kills them on command. It never looks into a frame. */
export class LineEnd {
  readonly #data: IoThreadData;
  readonly #port: MessagePort;
  readonly #signal: Int32Array<SharedArrayBuffer>;
  #current: StudentProcess | undefined;
  /** Started before it is needed. */
  #spare: StudentProcess | undefined;

  /** @param onClose called when it is closed, from whichever end, and its processes have been ended */
  constructor(data: IoThreadData, { port, signal }: LineAtThread, onClose: () => void) {
    this.#data = data;
    this.#port = port;
    this.#signal = new Int32Array(signal);
    port.on('message', (message: ToLine) => this.#act(message));
    // The thread at the other end may be gone without a word.
    port.on('close', () => {
      this.close();
      onClose();
    });
  }

  close(): void {
    this.#current?.kill();
    this.#dropSpare();
    this.#port.close();
  }

  #act(message: ToLine): void {
    switch (message.t) {
      case 'start':
        this.#current?.kill();
        // One that was kept for long may have been ended meanwhile by a system short of memory.
        if (this.#spare?.isOver === true) this.#dropSpare();
        this.#current = this.#spare ?? this.#newProcess();
        this.#spare = undefined;
        this.#current.hearAs(message.generation);
        break;
      case 'prepare':
        this.#spare ??= this.#newProcess();
        break;
      case 'bytes':
        this.#current?.write(message.bytes);
        break;
      case 'kill':
        this.#current?.kill();
        this.#current = undefined;
        break;
      case 'close':
        this.close();
        break;
    }
  }

  #dropSpare(): void {
    this.#spare?.kill();
    this.#spare = undefined;
  }

  #newProcess(): StudentProcess {
    return new StudentProcess(this.#data, (message) => this.#tell(message));
  }

  #tell(message: FromLine): void {
    this.#port.postMessage(message);
    Atomics.add(this.#signal, 0, 1);
    Atomics.notify(this.#signal, 0);
  }
}
