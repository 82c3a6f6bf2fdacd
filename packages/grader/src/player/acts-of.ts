import type { TaskStatus } from '@teatime/core';
import type { Act } from './act.ts';
import { isJob } from './is-job.ts';
import type { RecordedEvent } from './replay.ts';
import { Running } from './running.ts';

/** What was done in a run, one thing after the other, as far as its events tell. An event that makes no sense is passed over. */
export function actsOf(events: readonly RecordedEvent[]): readonly Act[] {
  const reading = new Reading(events);
  for (const [at, event] of events.entries()) reading.read(event, at);
  return reading.acts;
}

class Reading {
  readonly acts: Act[] = [];
  readonly #events: readonly RecordedEvent[];
  readonly #endsNext: readonly (string | undefined)[];
  readonly #runs: ReadonlySet<string>;
  readonly #running = new Running();
  /** Of the tasks that were made, and have not ended. */
  readonly #names = new Map<string, string>();
  readonly #ended = new Set<string>();
  readonly #awaited = new Map<string, string>();
  #t = 0;

  constructor(events: readonly RecordedEvent[]) {
    this.#events = events;
    this.#endsNext = nextEnds(events);
    this.#runs = new Set(events.flatMap((event) => (event.type === 'task.step.begin' ? [event.task] : [])));
  }

  read(event: RecordedEvent, at: number): void {
    if (event.t > this.#t && Number.isFinite(event.t)) this.#t = event.t;
    const t = this.#t;
    switch (event.type) {
      case 'task.create':
        return this.#make(event.task, event.name, this.#known(event.by) ?? this.#runner(at) ?? null);
      case 'task.rename':
        if (!this.#names.has(event.task)) return;
        this.#names.set(event.task, event.name);
        return this.#add({ t, kind: 'name', task: event.task, name: event.name });
      case 'task.step.begin':
        return this.#begin(event.task);
      case 'task.step.end':
        return this.#stop(event.task, at);
      case 'task.await':
        this.#awaited.set(event.task, event.on);
        return;
      case 'task.cancel':
        return this.#names.has(event.task) ? this.#add({ t, kind: 'cancel', task: event.task }) : undefined;
      case 'task.done':
        return this.#end(event.task, event.status);
      case 'timer.set': {
        const task = this.#known(event.task) ?? this.#runner(at);
        this.#running.setTimer(event.id, task);
        if (Number.isFinite(event.at)) this.#add({ t, kind: 'set', task: task ?? null, timer: event.id, at: event.at });
        return;
      }
      case 'timer.fire': {
        this.#pauseConcluded();
        const task = this.#running.clearTimer(event.id) ?? this.#known(event.task);
        this.#running.wake(task);
        return this.#add({ t, kind: 'fire', task: task ?? null, timer: event.id });
      }
      case 'timer.clear':
        this.#running.clearTimer(event.id);
        return this.#add({ t, kind: 'clear', timer: event.id });
      case 'block':
        return this.#block(this.#known(event.task) ?? this.#runner(at) ?? null, event.ms);
      case 'log':
        return this.#add({ t, kind: 'print', task: this.#runner(at) ?? null, text: event.text });
      case 'stand':
        return event.task !== null && this.#names.has(event.task) ? this.#add({ t, kind: 'stand', task: event.task, place: event.place }) : undefined;
    }
  }

  #make(task: string, name: string, by: string | null): void {
    if (this.#names.has(task) || this.#ended.has(task)) return;
    this.#names.set(task, name);
    this.#add({ t: this.#t, kind: 'make', task, name, by, runs: this.#canRun(task) });
  }

  #begin(task: string): void {
    if (!this.#names.has(task)) return;
    if (this.#running.concluded !== task) {
      this.#pauseConcluded();
      if (this.#running.has(task)) return;
      this.#add({ t: this.#t, kind: 'run', task });
    }
    this.#running.begin(task);
  }

  #stop(task: string, at: number): void {
    if (!this.#running.stop(task)) return;
    const status = this.#endsHere(task, at);
    if (status === undefined) this.#pause(task);
    else this.#noteEnd(task, status);
  }

  /** A function that has come to its end is noted a little later: with nothing in between, it has ended here. */
  #endsHere(task: string, from: number): TaskStatus | undefined {
    if (this.#running.hasTimer(task)) return undefined;
    for (let at = from + 1, event = this.#events[at]; event !== undefined; event = this.#events[++at]) {
      if (event.t > this.#t || event.type === 'timer.fire' || (event.type === 'log' && this.#running.task === undefined)) return undefined;
      if (event.type === 'task.step.begin' && event.task === task) return undefined;
      if (event.type === 'task.done') return event.task === task ? event.status : undefined;
    }
    return undefined;
  }

  #end(task: string, status: TaskStatus): void {
    if (!this.#names.has(task)) return;
    // Who is cancelled may never come to run.
    if (this.#canRun(task) && status !== 'cancelled' && this.#running.task === undefined) this.#conclude(task);
    else if (this.#running.concluded !== task && this.#canRun(task)) this.#pauseConcluded();
    this.#noteEnd(task, status);
  }

  #noteEnd(task: string, status: TaskStatus): void {
    this.#running.end(task);
    this.#names.delete(task);
    this.#ended.add(task);
    this.#add({ t: this.#t, kind: 'end', task, status });
  }

  #block(task: string | null, ms: number): void {
    const until = this.#t + Math.max(0, ms);
    if (!Number.isFinite(until)) return;
    this.#add({ t: this.#t, kind: 'block', task, until });
    this.#t = until;
  }

  #pause(task: string, t = this.#t): void {
    const name = this.#awaited.get(task);
    this.#awaited.delete(task);
    const on = [...this.#names].findLast(([, awaited]) => awaited === name)?.[0] ?? null;
    this.#add({ t, kind: 'pause', task, on });
  }

  #pauseConcluded(): void {
    const { concluded } = this.#running;
    if (concluded === undefined) return;
    this.#running.stop(concluded);
    // Since the last that was seen of it.
    this.#pause(concluded, this.acts.at(-1)?.t ?? this.#t);
  }

  #conclude(task: string): void {
    if (this.#running.concluded === task) return;
    this.#pauseConcluded();
    this.#running.conclude(task);
    this.#add({ t: this.#t, kind: 'run', task });
  }

  #runner(at: number): string | undefined {
    const { task } = this.#running;
    if (task !== undefined) return task;
    const guess = this.#running.guess(this.#endsNext[at]);
    if (guess !== undefined) this.#conclude(guess);
    return guess;
  }

  #known(task: string | null): string | undefined {
    return task !== null && this.#names.has(task) ? task : undefined;
  }

  /** A job has steps only where somebody has seen them. */
  #canRun(task: string): boolean {
    return !isJob(task) || this.#runs.has(task);
  }

  #add(act: Act): void {
    this.acts.push(act);
  }
}

/** For each event, the task that ends next before a timer goes off or a step begins that is known. */
function nextEnds(events: readonly RecordedEvent[]): readonly (string | undefined)[] {
  let next: string | undefined;
  return events
    .toReversed()
    .map((event) => {
      if (event.type === 'task.done' && !isJob(event.task)) next = event.task;
      else if (event.type === 'timer.fire' || event.type === 'task.step.begin') next = undefined;
      return next;
    })
    .toReversed();
}
