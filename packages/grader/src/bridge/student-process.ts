import { spawn, type ChildProcess } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { ownThread } from '../machine/meter.ts';
import { limits } from '../wire/limits.ts';
import { framed } from './framed.ts';
import type { FromLine, IoThreadData, ProcessEnd, ProcessMessage } from './io-messages.ts';
import { openInput } from './student-input.ts';

/** Process groups, which Windows does not have. */
const hasGroups = process.platform !== 'win32';

/** One student process: its bytes cut into frames, and what it may send kept within bounds. */
export class StudentProcess {
  readonly #data: IoThreadData;
  #generation: number | undefined;
  readonly #tell: (message: FromLine) => void;
  readonly #process: ChildProcess;
  readonly #input: Writable;
  readonly #unheard: ProcessMessage[] = [];
  #over = false;
  #received = 0;
  #noise = 0;
  #rest: Buffer = Buffer.alloc(0);

  constructor(data: IoThreadData, tell: (message: FromLine) => void) {
    this.#data = data;
    this.#tell = tell;
    const [program = '', ...args] = data.command;
    this.#process = spawn(program, args, { env: {}, cwd: '/', stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'], detached: hasGroups });
    this.#process.on('error', (error) => this.#end('start', error.message));
    this.#process.on('exit', (code, killedBy) => this.#end('exit', String(killedBy ?? code)));
    const [, output, errors, input, frames] = this.#process.stdio;
    for (const stream of [output, errors]) {
      if (stream instanceof Readable) stream.on('data', (bytes: Buffer) => this.#onNoise(bytes));
    }
    if (frames instanceof Readable) frames.on('data', (bytes: Buffer) => this.#onBytes(bytes));
    this.#input = input instanceof Writable ? input : new Writable({ write: (_chunk, _encoding, done) => done() });
    // A process that is gone cannot be written to; its end is told by 'exit'.
    this.#input.on('error', () => {});
    const { pid } = this.#process;
    if (pid !== undefined) this.#say({ t: 'process', pid, servedBy: ownThread(), input: openInput(this.#input) });
    this.write(framed(data.firstFrame));
  }

  /** Whether it has ended, or was ended. */
  get isOver(): boolean {
    return this.#over;
  }

  /** From now on, and for all that was said before, messages about this process carry this number. */
  hearAs(generation: number): void {
    this.#generation = generation;
    for (const message of this.#unheard.splice(0)) this.#tell({ ...message, generation });
  }

  write(bytes: Uint8Array): void {
    this.#input.write(bytes);
  }

  /** Ends the process. Its pipes end too: whatever of it is left behind a sandbox sees that nobody is there. */
  kill(): void {
    this.#stop();
    this.#input.destroy();
  }

  /** Its input stays, so that its number means nothing else: who writes to it may not have heard yet. */
  #stop(): void {
    this.#over = true;
    this.#killGroup();
    for (const stream of this.#process.stdio) if (stream !== this.#input) stream?.destroy();
  }

  /** With what it has started: a sandbox that is still being set up is two processes, and one would wait for the other. */
  #killGroup(): void {
    const { pid, exitCode, signalCode } = this.#process;
    if (!hasGroups || pid === undefined) return void this.#process.kill('SIGKILL');
    if (exitCode !== null || signalCode !== null) return;
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }

  #say(message: ProcessMessage): void {
    if (this.#generation === undefined) this.#unheard.push(message);
    else this.#tell({ ...message, generation: this.#generation });
  }

  #end(why: ProcessEnd, detail: string): void {
    if (this.#over) return;
    this.#stop();
    this.#say({ t: 'end', why, detail });
  }

  #onNoise(bytes: Buffer): void {
    if (this.#over) return;
    const { mostNoise } = this.#data;
    if (this.#noise < mostNoise) {
      this.#say({ t: 'noise', text: bytes.toString('utf8', 0, mostNoise - this.#noise) });
    }
    this.#noise += bytes.length;
    if (this.#noise > 64 * mostNoise) this.#end('flood', 'output');
  }

  #onBytes(bytes: Buffer): void {
    if (this.#over) return;
    this.#received += bytes.length;
    if (this.#received > this.#data.mostBytes) return this.#end('flood', 'bytes');
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const texts: string[] = [];
    let isTooLong = false;
    while (this.#rest.length >= 4) {
      const length = this.#rest.readUInt32LE(0);
      isTooLong = length > limits.frameBytes;
      if (isTooLong || this.#rest.length < 4 + length) break;
      texts.push(this.#rest.toString('utf8', 4, 4 + length));
      this.#rest = this.#rest.subarray(4 + length);
    }
    if (texts.length > 0) this.#say({ t: 'frames', texts });
    if (isTooLong) this.#end('flood', 'frame');
  }
}
