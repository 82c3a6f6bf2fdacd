import type { FrameFromStudent, FrameToStudent, StudentModule, WireWorld } from '../wire/frames.ts';
import type { Invocation, Link } from '../wire/link.ts';
import { Refused } from '../wire/refused.ts';
import { References } from '../wire/references.ts';
import type { WireValue } from '../wire/wire-value.ts';
import { placeOf } from './place.ts';
import type { RemoteClock } from './remote-clock.ts';

/** How the host speaks with the suite's side. */
export interface Line {
  write(frame: FrameFromStudent): void;
  read(): FrameToStudent;
}

/** How many rejections that nobody handled are told; the first would do. */
const mostUnhandled = 20;

type LoadFrame = Extract<FrameToStudent, { t: 'load' }>;

export interface VisitOptions {
  readonly line: Line;
  readonly clock: RemoteClock;
  readonly world: WireWorld;
  /** Imports a fresh copy of the submission's entry file. Rejects with whatever it throws. */
  readonly importModule: (module: StudentModule) => Promise<object>;
}

/** One check's copy of the submission: its exports, and all that it shares with the suite. */
export class Visit implements Link {
  readonly #line: Line;
  readonly #clock: RemoteClock;
  readonly #importModule: VisitOptions['importModule'];
  readonly #references: References;
  #over = false;
  #unhandled = 0;
  readonly #used = new Set<string>();
  world: WireWorld;

  constructor({ line, clock, world, importModule }: VisitOptions) {
    this.#line = line;
    this.#clock = clock;
    this.#importModule = importModule;
    this.world = world;
    this.#references = new References({ link: this, placeOf, keepsMethods: true, capacity: Infinity });
  }

  /** Loads the module and tells what it exports, or why it cannot be loaded. */
  async load(frame: LoadFrame): Promise<void> {
    try {
      const namespace = await this.#importModule(frame);
      const exports = Object.entries(namespace).map(([name, value]) => [name, this.#encode(value)] as const);
      this.#write({ t: 'loaded', ok: true, exports });
    } catch (error) {
      this.refuseLoad(error);
    }
  }

  refuseLoad(error: unknown): void {
    this.#write({ t: 'loaded', ok: false, error: this.#encode(error) });
  }

  /** Whether an error lives on this side: it came from here, or stands here for one of the other side. */
  knows(error: Error): boolean {
    return this.#references.origin(error) !== undefined;
  }

  /** Nothing of this copy is told from now on: what it left under way belongs to a check that is over. */
  end(): void {
    this.#over = true;
  }

  reportUnhandled(error: unknown): void {
    if (++this.#unhandled > mostUnhandled) return;
    this.#write({ t: 'unhandled', error: this.#encode(error) });
  }

  /** Something was called that the exercise forbids. */
  tellUse(name: string): void {
    if (this.#used.has(name)) return;
    this.#write({ t: 'used', name });
    this.#used.add(name);
  }

  /** Acts on a frame that begins a turn, or a turn within a turn. */
  dispatch(frame: FrameToStudent): void {
    switch (frame.t) {
      case 'call':
        return this.#answer(frame);
      case 'settle':
        return this.#references.settle(frame.id, frame.ok, frame.value);
      case 'abort':
        this.#references.abort(frame.id, frame.reason);
        return this.#write({ t: 'return', ok: true, value: this.#encode(undefined) });
      case 'fire':
        return this.#fire(frame.id);
      case 'world':
        this.world = frame.world;
        return undefined;
      case 'together':
        this.#write({ t: 'together' });
        this.#serveUntilReturn();
        return undefined;
      case 'start':
      case 'load':
      case 'nudge':
      case 'return':
        throw new Error(`a frame out of order: ${frame.t}`);
    }
  }

  invoke(invocation: Invocation): unknown {
    if (this.#over) throw new Error('this check is over');
    this.#write({ t: 'call', ...this.#references.encodeInvocation(invocation) });
    return this.#serveUntilReturn();
  }

  /** Does what the other side asks for until it gives what this one asked for. No microtask runs meanwhile. */
  #serveUntilReturn(): unknown {
    for (;;) {
      const frame = this.#line.read();
      if (frame.t !== 'return') {
        this.dispatch(frame);
        continue;
      }
      const value = this.#references.decode(frame.value);
      if (frame.ok) return value;
      throw value;
    }
  }

  settle(id: number, ok: boolean, value: unknown): void {
    this.#write({ t: 'settle', id, ...this.#encodeOutcome(ok, value) });
  }

  abort(id: number, reason: unknown): void {
    this.#write({ t: 'abort', id, reason: this.#encode(reason) });
  }

  #write(frame: FrameFromStudent): void {
    if (!this.#over) this.#line.write(frame);
  }

  #answer(frame: Extract<FrameToStudent, { t: 'call' }>): void {
    let ok = true;
    let result: unknown;
    try {
      result = this.#references.prepare({ ...frame })();
    } catch (error) {
      ok = false;
      result = error;
    }
    this.#write({ t: 'return', ...this.#encodeOutcome(ok, result) });
  }

  /** A timer's callback that throws ends a real program; here it is told as unhandled. */
  #fire(id: number): void {
    try {
      this.#clock.fire(id);
    } catch (error) {
      this.reportUnhandled(error);
    }
  }

  #encode(value: unknown): WireValue {
    return this.#encodeOutcome(true, value).value;
  }

  /** What may not cross turns the outcome into an error that says so. */
  #encodeOutcome(ok: boolean, value: unknown): { ok: boolean; value: WireValue } {
    try {
      return { ok, value: this.#references.encode(value) };
    } catch (error) {
      const what = error instanceof Refused ? error.message : 'a value that cannot be read';
      return { ok: false, value: this.#references.encode(new TypeError(`${what} cannot be handed over`)) };
    }
  }
}
