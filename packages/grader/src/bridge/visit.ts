import { currentClock } from '@teatime/core';
import type { FrameToStudent, StudentModule } from '../wire/frames.ts';
import type { Invocation, Link } from '../wire/link.ts';
import { limits } from '../wire/limits.ts';
import { Refused } from '../wire/refused.ts';
import { References } from '../wire/references.ts';
import { asCount, asList, asNumber, asPair, asPlace, asText, type WireRecord } from '../wire/shape.ts';
import type { WirePlace } from '../wire/wire-value.ts';
import { budget } from './budget.ts';
import type { Conversation, Listener } from './conversation.ts';
import { StudentGone } from './death.ts';
import type { World } from './student-session.ts';
import { StudentTimers } from './student-timers.ts';
import { timeOf } from './time.ts';

/** What a visit needs of the conversation that it is part of. */
export type Turns = Pick<Conversation, 'ask' | 'tell' | 'reply' | 'end' | 'busy'>;

export interface VisitOptions {
  readonly conversation: Turns;
  readonly world: World;
  readonly onOutput: (text: string) => void;
  /** Told of what the submission called although it may not. */
  readonly onUse: (name: string) => void;
}

/** A fresh copy of the submission's module within the student process: what one check meets. */
export class Visit implements Listener, Link {
  readonly #conversation: Turns;
  readonly #references: References;
  readonly #timers: StudentTimers;
  readonly #onOutput: (text: string) => void;
  readonly #onUse: (name: string) => void;
  readonly #exports = new Map<string, unknown>();
  readonly #unhandled: unknown[] = [];
  #waiting: (() => void)[] = [];
  /** Calls that are to be one turn, until the student's side asks for them. */
  #together: (() => void) | undefined;
  #world: World;
  #gone: StudentGone | undefined;
  #over = false;
  #spunMs = 0;
  #spunAt: WirePlace | undefined;
  #fired = 0;
  #logs = 0;

  constructor({ conversation, world, onOutput, onUse }: VisitOptions) {
    this.#conversation = conversation;
    this.#world = world;
    this.#onOutput = onOutput;
    this.#onUse = onUse;
    this.#timers = new StudentTimers((id) => this.#whenFree(() => this.#fire(id)));
    this.#references = new References({
      link: this,
      capacity: budget.references,
      // Who awaits it hears of the rejection; who does not is the student's side, and that counts over there.
      onPromise: (promise) => void promise.catch(() => {}),
    });
  }

  /** How many timers of the submission are set. */
  get timers(): number {
    return this.#timers.awaited;
  }

  /** Where one of them was set, as long as the check goes on. */
  get timerAt(): WirePlace | undefined {
    return this.#timers.place;
  }

  get unhandled(): readonly unknown[] {
    return this.#unhandled;
  }

  /** Virtual milliseconds in loops that watch the clock. */
  get spunMs(): number {
    return this.#spunMs;
  }

  /** Where the first of them was. */
  get spunAt(): WirePlace | undefined {
    return this.#spunAt;
  }

  get gone(): StudentGone | undefined {
    return this.#gone;
  }

  /** Loads the module. @throws StudentGone, or whatever the module threw */
  load(module: StudentModule): void {
    const frame = { t: 'load', now: now(), world: this.#world, ...module } as const;
    const failure = this.#conversation.ask(frame, 'loaded', (answer) => this.#readExports(answer), budget.loadMs);
    if (failure) throw failure.error;
  }

  /** As its process tells them: texts of any kind. */
  get exportedNames(): readonly string[] {
    return [...this.#exports.keys()];
  }

  exported(name: string): unknown {
    return this.#exports.get(name);
  }

  setWorld(world: World): void {
    this.#world = world;
    this.#whenFree(() => this.#tell({ t: 'world', world, now: now() }));
  }

  /** Lets real work go on. True when something moved. @throws StudentGone */
  nudge(): boolean {
    return this.#conversation.ask({ t: 'nudge', now: now() }, 'nudged', ({ moved }) => moved === true, budget.nudgeMs);
  }

  /** Where an error of the student's side was thrown; undefined for errors that never were over there. */
  origin(error: Error): ReturnType<References['origin']> {
    return this.#references.origin(error);
  }

  /** Nothing of this copy is heard from now on. */
  end(): void {
    this.#over = true;
    this.#timers.clearAll();
    this.#waiting = [];
  }

  invoke(invocation: Invocation): unknown {
    // A promise that is resolved late with something of the student's asks it for its `then`. Nobody hears an error of that.
    if (this.#over && invocation.op === 'get') return undefined;
    this.#requireLife();
    const frame = { t: 'call', now: now(), ...this.#references.encodeInvocation(invocation) } as const;
    const { ok, value } = this.#conversation.ask(frame, 'return', (answer) => ({
      ok: answer['ok'] === true,
      value: this.#references.decode(answer['value']),
    }));
    this.#beginWaiting();
    if (ok) return value;
    throw value;
  }

  /** Makes all calls one turn: the student's microtasks run only after the last of them. @throws StudentGone, or what `calls` throws */
  atOnce<T>(calls: () => T): T {
    if (this.#conversation.busy) return calls();
    this.#requireLife();
    let outcome: { readonly value: T } | { readonly error: unknown } | undefined;
    this.#together = () => {
      try {
        outcome = { value: calls() };
      } catch (error) {
        if (error instanceof StudentGone) throw error;
        outcome = { error };
      }
    };
    this.#conversation.tell({ t: 'together', now: now() });
    this.#beginWaiting();
    if (!outcome) return this.#conversation.end({ cause: 'refused', what: 'a message out of order' });
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  }

  settle(id: number, ok: boolean, value: unknown): void {
    this.#whenFree(() => this.#tell({ t: 'settle', id, now: now(), ok, value: this.#references.encode(value) }));
  }

  /** Who listens hears of it before this returns, as with any signal. */
  abort(id: number, reason: unknown): void {
    if (this.#gone || this.#over) return;
    const frame = { t: 'abort', id, now: now(), reason: this.#references.encode(reason) } as const;
    this.#survive(() => this.#conversation.ask(frame, 'return', () => undefined));
    this.#beginWaiting();
  }

  onFrame(frame: WireRecord): void {
    switch (frame['t']) {
      case 'call':
        return this.#answer(frame);
      case 'together':
        return this.#makeCalls();
      case 'settle':
        return this.#references.settle(asCount(frame['id']), frame['ok'] === true, frame['value']);
      case 'abort':
        return this.#references.abort(asCount(frame['id']), frame['reason']);
      case 'timer':
        return this.#setTimer(frame);
      case 'clear':
        return this.#timers.clear(asCount(frame['id']));
      case 'waiting':
        return this.#timers.keepWaiting(asCount(frame['id']), frame['keeps'] === true);
      case 'block':
        return this.#block(frame);
      case 'log':
        if (++this.#logs > budget.logs) this.#conversation.end({ cause: 'flood', of: 'output' });
        return this.#onOutput(`${asText(frame['text'])}\n`);
      case 'used':
        return this.#onUse(asText(frame['name'], 200));
      case 'unhandled':
        if (this.#unhandled.length < budget.unhandled) this.#unhandled.push(this.#references.decode(frame['error']));
        return undefined;
      default:
        throw new Refused('an unknown message');
    }
  }

  onDeath(gone: StudentGone): void {
    this.#gone = gone;
    this.#timers.clearAll();
    this.#waiting = [];
    this.#references.rejectAll(gone);
  }

  #requireLife(): void {
    if (this.#gone) throw this.#gone;
    if (this.#over) throw new Error('this check is over');
  }

  /** Runs what the student's side asked for, on a value of this side, and sends back what came of it. */
  #answer(frame: WireRecord): void {
    const act = this.#references.prepare(frame);
    let ok = true;
    let result: unknown;
    try {
      result = act();
    } catch (error) {
      if (error instanceof StudentGone) throw error;
      ok = false;
      result = error;
    }
    this.#conversation.reply({ t: 'return', now: now(), ok, value: this.#references.encode(result) });
  }

  #makeCalls(): void {
    const calls = this.#together;
    this.#together = undefined;
    if (!calls) throw new Refused('a message out of order');
    calls();
    this.#conversation.reply({ t: 'return', now: now(), ok: true, value: this.#references.encode(undefined) });
  }

  #setTimer({ id, ms, place }: WireRecord): void {
    if (this.#timers.size >= budget.timers) throw new Refused('far too many timers');
    const delay = asNumber(ms);
    if (!(delay >= 0 && delay < 2 ** 31)) throw new Refused('a malformed timer');
    this.#timers.set(asCount(id), delay, place === undefined ? undefined : asPlace(place));
  }

  #block({ ms, spinning, place }: WireRecord): void {
    const blocked = asNumber(ms);
    if (!(blocked >= 0 && blocked < 2 ** 31)) throw new Refused('a malformed time');
    currentClock().block(blocked);
    if (spinning !== true) return;
    this.#spunMs += blocked;
    if (place !== undefined) this.#spunAt ??= asPlace(place);
  }

  #readExports(answer: WireRecord): { readonly error: unknown } | undefined {
    if (answer['waits'] === true) return { error: new StudentGone({ cause: 'load-waits' }) };
    if (answer['ok'] !== true) return { error: this.#references.decode(answer['error']) };
    for (const entry of asList(answer['exports'], limits.exports)) {
      const [name, value] = asPair(entry);
      this.#exports.set(asText(name, 200), this.#references.decode(value));
    }
    return undefined;
  }

  /** Begins turns of their own, one after another, once no other turn is under way. */
  #whenFree(begin: () => void): void {
    if (this.#gone || this.#over) return;
    this.#waiting.push(begin);
    this.#beginWaiting();
  }

  #beginWaiting(): void {
    while (!this.#conversation.busy) {
      const begin = this.#waiting.shift();
      if (!begin) return;
      begin();
    }
  }

  #fire(id: number): void {
    if (++this.#fired <= budget.timersFired) return this.#tell({ t: 'fire', id, now: now() });
    return this.#survive(() => this.#conversation.end({ cause: 'endless-timer' }));
  }

  #tell(frame: FrameToStudent): void {
    this.#survive(() => this.#conversation.tell(frame));
  }

  /** Whatever nobody waits for may be the end of the process; `onDeath` tells of it. */
  #survive(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof StudentGone)) throw error;
    }
  }
}

function now(): number {
  return timeOf(currentClock());
}
