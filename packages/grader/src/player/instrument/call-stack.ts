import { Task } from '@teatime/core';
import type { TimelineEntry } from '@teatime/core';
import { isJob } from '../is-job.ts';
import type { Place, StandEvent } from '../replay.ts';
import type { Call } from './call.ts';

/** Taken before anybody could replace it. */
const soon = queueMicrotask;

type Entry = TimelineEntry | Pick<StandEvent, 'type' | 'task' | 'place'>;

/**
 * The calls of instrumented functions, and with them which task runs, also after its first step, and where each one stands. It
 * notes down what core could not see.
 */
export class CallStack {
  readonly #note: (entry: Entry) => void;
  /** From the outermost to the one that runs. */
  #calls: Call[] = [];
  /** The task whose step core has noted down. */
  #coreStep: string | undefined;
  /** The task whose step is noted down here. */
  #ownStep: string | undefined;
  /** Awaits something that may begin only by being awaited. */
  #beginner: Call | undefined;
  readonly #waiting = new Map<string, Set<Call>>();
  readonly #places = new Map<string, Place | null>();
  readonly #names = new Map<string, string>();

  constructor(note: (entry: Entry) => void) {
    this.#note = note;
  }

  /** What the tasks consist of: the name of the function that each began with. */
  get names(): ReadonlyMap<string, string> {
    return this.#names;
  }

  enter(place: Place, name: string, isGenerator: boolean): Call {
    const caller = this.#calls.at(-1);
    const task = caller?.task ?? this.#coreStep ?? this.#beginner?.task;
    if (caller === undefined && this.#coreStep !== undefined && name !== '' && !this.#names.has(this.#coreStep)) this.#names.set(this.#coreStep, name);
    const call: Call = { task, depth: (caller ?? this.#beginner)?.depth ?? 0, place, state: 'waits', awaits: undefined, isGenerator, isTask: false, done: undefined };
    call.depth += 1;
    this.back(call);
    return call;
  }

  at(place: Place): void {
    const call = this.#calls.at(-1);
    if (call !== undefined) call.place = place;
  }

  leave(call: Call, place: Place, awaited: unknown): void {
    if (call.state !== 'runs') return;
    call.awaits = awaited instanceof Task ? awaited.name : undefined;
    call.place = place;
    this.#stop(call, 'waits');
    if (!call.isGenerator && mayBegin(awaited)) this.#expect(call);
  }

  back(call: Call): void {
    if (call.state !== 'waits') return;
    const caller = this.#calls.at(-1);
    if (caller !== undefined) call.depth = caller.depth + 1;
    if (caller !== undefined && !call.isTask) call.task = caller.task;
    if (caller === undefined && this.#coreStep === undefined) this.#beginStep(call.task);
    if (call.task !== undefined) this.#waiting.get(call.task)?.delete(call);
    if (call.isTask && call.task !== undefined) this.#note({ type: 'task.step.begin', task: call.task });
    call.state = 'runs';
    this.#calls.push(call);
    if (caller === undefined) this.#stand(call.task);
  }

  exit(call: Call): void {
    this.back(call);
    this.#stop(call, 'over');
  }

  /** Something is about to be noted down. */
  before(entry: TimelineEntry): void {
    if (entry.type === 'task.step.begin' || entry.type === 'timer.fire') {
      // A turn of its own, in which nobody has run yet.
      this.#calls = [];
      this.#beginner = undefined;
      this.#endStep();
    } else if (entry.type === 'task.done' && this.#calls.length === 0 && entry.task === this.#ownStep) {
      this.#endStep();
    } else if (this.#calls.length === 0 && this.#coreStep === undefined && this.#beginner !== undefined) {
      this.#beginStep(this.#beginner.task);
    }
    this.#stand(this.#calls.at(-1)?.task);
    if (entry.type === 'task.step.end') this.#awaits(entry.task);
  }

  after(entry: TimelineEntry): void {
    if (entry.type === 'task.step.begin') this.#coreStep = entry.task;
    if (entry.type === 'task.step.end') this.#coreStep = undefined;
    const call = this.#calls.at(-1);
    if (entry.type !== 'task.create' || call?.isGenerator !== true || call.isTask || !isJob(entry.task)) return;
    const caller = call.task;
    call.isTask = true;
    call.task = entry.task;
    this.#stand(caller);
    this.#note({ type: 'task.step.begin', task: entry.task });
  }

  /** @returns whether the end of a task is to be noted down only when its call has ended */
  holdsBack(entry: TimelineEntry): boolean {
    const call = this.#calls.at(-1);
    if (entry.type !== 'task.done' || call?.isTask !== true || call.task !== entry.task) return false;
    call.done = entry;
    return true;
  }

  #stop(call: Call, state: 'waits' | 'over'): void {
    call.state = state;
    this.#calls = this.#calls.filter((other) => other !== call);
    if (call.task !== undefined && state === 'waits') {
      const waiting = this.#waiting.get(call.task) ?? new Set();
      this.#waiting.set(call.task, waiting.add(call));
    }
    this.#stand(call.task);
    if (call.isTask && call.task !== undefined) this.#note({ type: 'task.step.end', task: call.task });
    if (state === 'over' && call.done !== undefined) this.#note(call.done);
    if (this.#calls.length === 0) this.#endStep();
  }

  /** What a call awaits is asked for in a turn that comes right after this one's; what begins in it is on the call's behalf. */
  #expect(call: Call): void {
    soon(() => {
      this.#beginner = call;
      soon(() => {
        if (this.#beginner !== call) return;
        this.#beginner = undefined;
        if (this.#calls.length === 0) this.#endStep();
      });
    });
  }

  #beginStep(task: string | undefined): void {
    if (this.#ownStep === task) return;
    this.#endStep();
    this.#ownStep = task;
    if (task !== undefined) this.#note({ type: 'task.step.begin', task });
  }

  #endStep(): void {
    const task = this.#ownStep;
    this.#ownStep = undefined;
    if (task === undefined) return;
    this.#awaits(task);
    this.#note({ type: 'task.step.end', task });
  }

  /** What a task waits for when several of its calls wait at once, cannot be said in a word. */
  #awaits(task: string): void {
    const [call, ...others] = innermost(this.#waiting.get(task));
    if (call?.awaits !== undefined && others.length === 0) this.#note({ type: 'task.await', task, on: call.awaits });
  }

  #stand(task: string | undefined): void {
    if (task === undefined) return;
    const call = this.#calls.findLast((running) => running.task === task) ?? innermost(this.#waiting.get(task)).at(-1);
    const place = call?.place ?? null;
    const before = this.#places.get(task) ?? null;
    if (place?.file === before?.file && place?.line === before?.line) return;
    this.#places.set(task, place);
    this.#note({ type: 'stand', task, place });
  }
}

/** Those of the calls that are deepest inside, in the order in which they began to wait. */
function innermost(calls: ReadonlySet<Call> = new Set()): readonly Call[] {
  const depth = Math.max(...Array.from(calls, (call) => call.depth));
  return [...calls].filter((call) => call.depth === depth);
}

/** A promise and a task have begun already. */
function mayBegin(awaited: unknown): boolean {
  return typeof awaited === 'object' && awaited !== null && !(awaited instanceof Promise) && !(awaited instanceof Task);
}
