import { Meter, ownThread } from '../machine/meter.ts';
import type { Standing } from '../machine/standing.ts';
import type { FrameToStudent } from '../wire/frames.ts';
import { Refused } from '../wire/refused.ts';
import { asPlace, asText, type WireRecord } from '../wire/shape.ts';
import { budget } from './budget.ts';
import { type Arrival, Channel } from './channel.ts';
import type { Line } from './line.ts';
import { CheckTime } from './check-time.ts';
import { type Death, type StuckPlace, StudentGone } from './death.ts';
import { Silence } from './silence.ts';

/** Who is told of the frames that arrive while a turn lasts. */
export interface Listener {
  /** Acts on a frame. @throws Refused when it is malformed or asks for too much */
  onFrame(frame: WireRecord): void;
  /** The process has ended; nothing of it will arrive any more. */
  onDeath(gone: StudentGone): void;
}

/** How long a conversation may go on. */
export interface Extent {
  /** How often every check runs: the budget of one exercise holds for each time. */
  readonly rounds: number;
  /** Milliseconds of all turns, whatever the budget of one exercise is. */
  readonly mostMs: number;
}

/** Frames that answer what was asked. */
export type Answer = 'return' | 'loaded' | 'nudged';

/** Takes the frame that a turn waits for. */
type TakeFrame = (frame: WireRecord) => 'answer' | 'other';

/**
 * Turns with a student process. A turn sends one frame and stands still until the student's microtask queue is empty;
 * in between it serves what the student's side asks for, and that may begin a turn within the turn.
 */
export class Conversation {
  readonly #channel: Channel;
  #extent: Extent;
  #listener: Listener;
  #depth = 0;
  #meter: Meter | undefined;
  #starting = false;
  #starts = 0;
  /** Whether something of the submission's own has ended a process. */
  #endedOne = false;
  #isStarved = false;
  #spentMs = 0;
  #check: CheckTime | undefined;
  #noise = '';
  #stuck: StuckPlace = {};

  constructor(line: Line, extent: Extent, listener: Listener) {
    this.#channel = new Channel(line);
    this.#extent = extent;
    this.#listener = listener;
    if (extent.mostMs > 0) this.#begin();
  }

  /** Whether a turn is under way. */
  get busy(): boolean {
    return this.#depth > 0;
  }

  /** Milliseconds that all turns have cost, less those in which others had the processor. */
  get spentMs(): number {
    return this.#spentMs + (this.#check?.costMs(Channel.now()) ?? 0);
  }

  /** As `StudentSession.workedMs`. */
  get workedMs(): number | undefined {
    return this.#check?.mainMs;
  }

  /** The process that is there meets another submission, for which everything is counted from the beginning. */
  beginAnew(extent: Extent, listener: Listener): void {
    this.listen(listener);
    this.#extent = extent;
    this.#starts = this.#meter === undefined && !this.#starting ? 0 : 1;
    this.#endedOne = false;
    this.#isStarved = false;
    this.#spentMs = 0;
    this.#stuck = {};
  }

  /** A new check begins: from now on somebody else is told. */
  listen(listener: Listener): void {
    this.#closeCheck();
    this.#listener = listener;
  }

  /** Waits until there is a student process, starting one if need be. @throws StudentGone when none can be had */
  ensureRunning(): void {
    this.#requireTime();
    this.#meter ??= this.#awaitProcess();
    this.#check = new CheckTime(this.#meter, this.#patience.checkMs);
  }

  /**
   * Sends a frame and serves the student's side until it has answered and is idle.
   *
   * @param read takes what is needed from the answer, at once: what arrives after it may build on it
   * @throws StudentGone when the process ends or is ended before
   */
  ask<T>(frame: FrameToStudent, answer: Answer, read: (answer: WireRecord) => T, silentMs?: number): T {
    let result: { readonly value: T } | undefined;
    this.#turn(frame, silentMs, (arrived) => {
      if (arrived['t'] !== answer) return 'other';
      if (result) return this.refuse('a message out of order');
      result = { value: read(arrived) };
      return 'answer';
    });
    return result ? result.value : this.refuse('a message out of order');
  }

  /** Sends a frame that has no answer, and serves the student's side until it is idle. @throws StudentGone as `ask` */
  tell(frame: FrameToStudent): void {
    this.#turn(frame, undefined, () => 'other');
  }

  /** Answers a call of the student's side. */
  reply(frame: FrameToStudent): void {
    this.#channel.send(frame);
  }

  /** Ends the student process. @throws StudentGone always */
  refuse(what: string): never {
    return this.#die({ cause: 'refused', what });
  }

  /** Ends the student process for a reason of its listener's. @throws StudentGone always */
  end(death: Death): never {
    return this.#die(death.cause === 'flood' ? { ...death, ...this.#stuck } : death);
  }

  async close(): Promise<void> {
    this.#closeCheck();
    this.#meter = undefined;
    await this.#channel.close();
  }

  #begin(): void {
    this.#starts++;
    this.#channel.start();
    this.#starting = true;
    this.#noise = '';
    this.#stuck = {};
  }

  get #patience(): Record<'silentMs' | 'checkMs', number> {
    return this.#endedOne ? budget.again : budget;
  }

  #awaitProcess(): Meter {
    if (!this.#starting && this.#starts >= budget.starts * this.#extent.rounds) this.#die({ cause: 'starts' });
    if (!this.#starting) this.#begin();
    this.#starting = false;
    const deadline = Channel.now() + budget.startMs;
    let said = '';
    let meter: Meter | undefined;
    for (;;) {
      const arrival = this.#channel.receive(deadline);
      if (arrival.t === 'process') meter = new Meter(arrival.pid, [arrival.servedBy, ownThread()].filter((thread) => thread !== undefined));
      else if (arrival.t === 'noise') said += arrival.text;
      else if (arrival.t === 'frame' && arrival.frame['t'] === 'idle' && meter) return meter;
      else this.#die({ cause: 'no-process', detail: (arrival.t === 'end' ? `${arrival.detail} ${said}` : arrival.t).trim() });
    }
  }

  #turn(frame: FrameToStudent, silentMs: number | undefined, take: TakeFrame): void {
    const begin = Channel.now();
    this.#requireTime();
    const check = this.#check;
    const meter = this.#meter;
    if (!check || !meter) return this.#die({ cause: 'exit' });
    if (this.#depth++ === 0) {
      this.#stuck = {};
      check.beginTurn(begin);
    }
    try {
      this.#channel.send(frame);
      this.#serveUntilIdle(check, new Silence(meter, silentMs ?? this.#patience.silentMs, begin), take);
    } finally {
      if (--this.#depth === 0) check.endTurn(Channel.now());
    }
  }

  /** @throws StudentGone when the time is used up */
  #requireTime(): void {
    const { rounds, mostMs } = this.#extent;
    if (this.#isStarved) this.#die({ cause: 'starved' });
    if (this.#spentMs >= mostMs) this.#die({ cause: 'submission-budget' });
    if (this.#spentMs > budget.totalMs * rounds) this.#die({ cause: 'budget' });
    if (this.#check) this.#requireGoing(this.#check.standing(Channel.now()), () => ({ cause: 'check-budget' }));
  }

  /** @throws StudentGone unless it may go on */
  #requireGoing(standing: Standing, whyNot: (how: 'worked' | 'stood-still') => Death): void {
    if (standing.t === 'over') this.#die(whyNot(standing.how));
    if (standing.t === 'starved') {
      // What is not known of one check makes the whole run worth nothing: it will be tried again.
      this.#isStarved = true;
      this.#die({ cause: 'starved' });
    }
  }

  /** What the check that is over has cost. */
  #closeCheck(): void {
    this.#spentMs = this.spentMs;
    this.#check = undefined;
  }

  #serveUntilIdle(check: CheckTime, silence: Silence, take: TakeFrame): void {
    for (let frames = 0; frames < budget.framesPerTurn; frames++) {
      const frame = this.#frameOf(this.#hear(check, silence));
      if (frame?.['t'] === 'idle' && this.#depth === 1) return;
      if (frame?.['t'] === 'stuck') {
        // A word from the watchdog, not a sign of life.
        this.#stuck = this.#guard(() => readStuck(frame));
        // Whoever hangs will be replaced: let that begin before it is needed.
        if (this.#starts < budget.starts) this.#channel.prepare();
        continue;
      }
      if (frame?.['t'] === 'alive') continue;
      if (frame?.['t'] === 'where') {
        this.#stuck = { location: this.#guard(() => asPlace(frame['place'])) };
        continue;
      }
      if (frame && this.#guard(() => take(frame)) === 'answer') {
        // Within another turn the student's side is not idle before that one's end.
        if (this.#depth > 1) return;
      } else if (frame) {
        this.#guard(() => this.#serve(frame));
      }
      silence.break(Channel.now());
    }
    this.#die({ cause: 'flood', ...this.#stuck });
  }

  /** What arrives next. @throws StudentGone when nothing does, though there was the time for it */
  #hear(check: CheckTime, silence: Silence): Exclude<Arrival, { t: 'timeout' }> {
    for (;;) {
      const arrival = this.#channel.receive(Math.min(silence.lookAt, check.lookAt));
      if (arrival.t !== 'timeout') return arrival;
      const now = Channel.now();
      this.#requireGoing(silence.standing(now), (how) => ({ cause: how === 'worked' ? 'hang' : 'standstill', ...this.#findPlace() }));
      this.#requireGoing(check.standing(now), () => ({ cause: 'hang', ...this.#findPlace() }));
    }
  }

  #serve(frame: WireRecord): void {
    if (frame['t'] === 'exit') this.#die({ cause: 'exit', ...(frame['place'] !== undefined && { location: asPlace(frame['place']) }) });
    this.#listener.onFrame(frame);
  }

  /** What is malformed or too much ends the process. */
  #guard<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      if (error instanceof Refused) this.refuse(error.message);
      throw error;
    }
  }

  /** The frame that arrived; undefined for something else that arrived; does not return when the process is at its end. */
  #frameOf(arrival: Exclude<Arrival, { t: 'timeout' }>): WireRecord | undefined {
    switch (arrival.t) {
      case 'frame':
        return arrival.frame;
      case 'noise':
        // Node's own last words, with paths of this machine in them. What the submission prints comes in frames.
        this.#noise = (this.#noise + arrival.text).slice(-4000);
        return undefined;
      case 'malformed':
        return this.refuse('a malformed message');
      case 'process':
        return undefined;
      case 'end':
        return this.#die(this.#explainEnd(arrival));
    }
  }

  /** Where the code hangs: the watchdog may still be looking. */
  #findPlace(): StuckPlace {
    const deadline = Channel.now() + budget.findMs;
    for (;;) {
      if (this.#stuck.location) return this.#stuck;
      const arrival = this.#channel.receive(deadline);
      if (arrival.t === 'end' || arrival.t === 'timeout') return this.#stuck;
      if (arrival.t === 'frame' && arrival.frame['t'] === 'stuck') this.#stuck = this.#guard(() => readStuck(arrival.frame));
    }
  }

  #explainEnd({ why, detail }: Extract<Arrival, { t: 'end' }>): Death {
    if (why === 'start') return { cause: 'no-process', detail };
    if (why === 'flood') return { cause: 'flood' };
    if (/heap out of memory|allocation failed|Out of memory/i.test(this.#noise)) return { cause: 'memory' };
    return { cause: 'exit' };
  }

  #die(death: Death): never {
    this.#closeCheck();
    if (death.cause !== 'starved' && death.cause !== 'no-process') this.#endedOne = true;
    this.#meter = undefined;
    this.#channel.kill();
    const gone = new StudentGone(death);
    this.#listener.onDeath(gone);
    throw gone;
  }
}

function readStuck(frame: WireRecord): StuckPlace {
  const functionName = asText(frame['functionName'], 200);
  return { location: asPlace(frame['place']), ...(functionName && { functionName }) };
}
