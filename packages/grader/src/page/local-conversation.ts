import { budget } from '../bridge/budget.ts';
import type { Answer, Listener } from '../bridge/conversation.ts';
import { type Death, StudentGone } from '../bridge/death.ts';
import type { Talk } from '../bridge/session.ts';
import type { World } from '../bridge/student-session.ts';
import { checkBegins } from '../judge/kit/run-check.ts';
import type { FrameFromStudent, FrameToStudent, StudentModule } from '../wire/frames.ts';
import { Refused } from '../wire/refused.ts';
import type { WireRecord } from '../wire/shape.ts';
import type { OpenStudentSide, StudentSide } from './student/student-side.ts';

/** Takes the frame that a turn waits for; false for any other. */
type TakeFrame = (frame: FrameFromStudent) => boolean;

/**
 * Turns with a submission that lives on this very thread: a frame is handed over by a call. The student's microtasks run when
 * the suite's do, and nobody here can end a loop; whoever watches this thread does.
 */
export class LocalConversation implements Talk {
  /** Nobody counts the time of a thread that is shared. */
  readonly spentMs = 0;
  readonly workedMs = undefined;
  readonly #side: StudentSide;
  #listener: Listener | undefined;
  #takers: TakeFrame[] = [];
  #reply: FrameToStudent | undefined;
  /** What was said while the module was loaded and nobody listened yet. */
  #held: FrameFromStudent[] = [];
  #gone: StudentGone | undefined;
  #frames = 0;
  #signs = 0;

  readonly #onTurn: () => void;

  /** @param onTurn told of every turn of the submission: it is alive */
  constructor(open: OpenStudentSide, onTurn: () => void = () => {}) {
    this.#onTurn = onTurn;
    this.#side = open({ write: (frame) => this.#hear(frame), read: () => this.#replied() });
  }

  get busy(): boolean {
    return this.#takers.length > 0;
  }

  /** Changes whenever something is said: while it does not, the submission does nothing but work. */
  get signs(): number {
    return this.#signs;
  }

  get side(): StudentSide {
    return this.#side;
  }

  /** Has a fresh copy of the module ready for whoever asks for it: importing takes real time, and no check has it. */
  async load(module: StudentModule, world: World): Promise<void> {
    this.#gone = undefined;
    this.#listener = undefined;
    this.#takers = [];
    this.#held = [];
    try {
      await this.#side.load({ t: 'load', now: checkBegins, world, ...module });
    } catch (error) {
      // Whoever asks for the module hears of it.
      if (!(error instanceof StudentGone)) throw error;
    }
  }

  listen(listener: Listener): void {
    this.#listener = listener;
  }

  ensureRunning(): void {
    this.#requireLife();
  }

  ask<T>(frame: FrameToStudent, answer: Answer, read: (answer: WireRecord) => T): T {
    let result: { readonly value: T } | undefined;
    this.#turn(frame, (arrived) => {
      if (arrived.t !== answer || result) return false;
      result = { value: read({ ...arrived }) };
      return true;
    });
    return result ? result.value : this.end({ cause: 'refused', what: 'a message out of order' });
  }

  tell(frame: FrameToStudent): void {
    this.#turn(frame, () => false);
  }

  reply(frame: FrameToStudent): void {
    this.#reply = frame;
  }

  /** The submission cannot go on. @throws StudentGone always */
  end(death: Death): never {
    const gone = new StudentGone(death);
    this.#gone = gone;
    this.#listener?.onDeath(gone);
    throw gone;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #turn(frame: FrameToStudent, take: TakeFrame): void {
    this.#requireLife();
    if (this.#takers.length === 0) this.#frames = 0;
    this.#signs++;
    this.#onTurn();
    this.#takers.push(take);
    try {
      this.#side.take(frame);
      if (frame.t === 'load') for (const held of this.#held.splice(0)) this.#deliver(held);
    } finally {
      this.#takers.pop();
    }
    this.#requireLife();
  }

  /** Something the student's side says, by its own call: what it may not do stops it right there. */
  #hear(frame: FrameFromStudent): void {
    this.#requireLife();
    // Of a loop that looks at the clock: it does nothing else.
    if (frame.t !== 'block' || !frame.spinning) this.#signs++;
    if (frame.t === 'exit') this.end({ cause: 'exit', ...(frame.place && { location: frame.place }) });
    if (this.#listener) this.#deliver(frame);
    else this.#held.push(frame);
  }

  #requireLife(): void {
    if (this.#gone) throw this.#gone;
  }

  #deliver(frame: FrameFromStudent): void {
    if (frame.t !== 'block' && ++this.#frames > budget.framesPerTurn) this.#flood();
    try {
      if (this.#takers.at(-1)?.(frame) === true) return;
      this.#listener?.onFrame({ ...frame });
    } catch (error) {
      if (error instanceof Refused) this.end({ cause: 'refused', what: error.message });
      throw error;
    }
  }

  #flood(): never {
    const location = this.#side.place();
    return this.end({ cause: 'flood', ...(location && { location }) });
  }

  #replied(): FrameToStudent {
    const reply = this.#reply;
    this.#reply = undefined;
    return reply ?? this.end({ cause: 'refused', what: 'a message out of order' });
  }
}
