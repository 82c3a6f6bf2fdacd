import type { Act } from './act.ts';
import type { PendingTimer, Place, TaskMoment, TaskState } from './replay.ts';

/** The loop and its tasks after the acts that were done so far. */
export class LoopState {
  /** In the order in which they were made. A moment of a task is never changed: pictures of the loop share it. */
  readonly #tasks = new Map<string, TaskMoment>();
  readonly #names = new Map<string, string>();
  readonly #timers = new Map<number, PendingTimer>();
  /** The last one runs; the others have called it. */
  #running: readonly string[] = [];
  #ready: readonly string[] = [];
  #printed = 0;
  #t = 0;
  readonly #onChange: (task: string, state: TaskState, t: number) => void;

  constructor(onChange: (task: string, state: TaskState, t: number) => void) {
    this.#onChange = onChange;
  }

  /** @param runsNext for each task that is ready, when it will run: who runs first is the first in the queue */
  do(act: Act, runsNext: (task: string) => number): void {
    this.#t = act.t;
    this.#endBlock();
    switch (act.kind) {
      case 'make':
        this.#names.set(act.task, act.name);
        this.#tasks.set(act.task, { task: act.task, state: 'waiting', place: null });
        this.#onChange(act.task, 'waiting', act.t);
        return act.runs ? this.#makeReady(act.task, runsNext) : undefined;
      case 'name':
        this.#names.set(act.task, act.name);
        return;
      case 'run':
        for (const caller of this.#running) this.#set(caller, 'waiting');
        this.#leaveQueue(act.task);
        this.#running = [...this.#running, act.task];
        return this.#set(act.task, 'running');
      case 'pause':
        this.#stop(act.task);
        return this.#set(act.task, 'waiting');
      case 'wake':
        return this.#makeReady(act.task, runsNext);
      case 'end':
        this.#stop(act.task);
        this.#leaveQueue(act.task);
        this.#set(act.task, act.status);
        return this.#stand(act.task, null);
      case 'set':
        this.#timers.set(act.timer, { task: act.task, at: act.at });
        return;
      case 'fire':
      case 'clear':
        this.#timers.delete(act.timer);
        return;
      case 'block':
        if (act.task !== null && this.#running.at(-1) === act.task) this.#set(act.task, 'blocking');
        return;
      case 'print':
        this.#printed += 1;
        return;
      case 'stand':
        return this.#stand(act.task, act.place);
      case 'cancel':
        return;
    }
  }

  nameOf(task: string): string {
    return this.#names.get(task) ?? task;
  }

  stateOf(task: string): TaskState | undefined {
    return this.#tasks.get(task)?.state;
  }

  get printed(): number {
    return this.#printed;
  }

  get tasks(): readonly TaskMoment[] {
    return [...this.#tasks.values()];
  }

  get ready(): readonly string[] {
    return this.#ready;
  }

  get timers(): readonly PendingTimer[] {
    return [...this.#timers.values()].toSorted((one, other) => one.at - other.at);
  }

  /** When the soonest of the task's timers goes off. */
  nextTimerOf(task: string): number | undefined {
    return this.timers.find((timer) => timer.task === task)?.at;
  }

  timer(id: number): PendingTimer | undefined {
    return this.#timers.get(id);
  }

  #makeReady(task: string, runsNext: (task: string) => number): void {
    this.#set(task, 'ready');
    this.#ready = [...this.#ready, task].toSorted((one, other) => runsNext(one) - runsNext(other));
  }

  #leaveQueue(task: string): void {
    this.#ready = this.#ready.filter((ready) => ready !== task);
  }

  #stop(task: string): void {
    this.#running = this.#running.filter((running) => running !== task);
    const caller = this.#running.at(-1);
    if (caller !== undefined) this.#set(caller, 'running');
  }

  #endBlock(): void {
    const last = this.#running.at(-1);
    if (last !== undefined && this.stateOf(last) === 'blocking') this.#set(last, 'running');
  }

  #stand(task: string, place: Place | null): void {
    const moment = this.#tasks.get(task);
    if (moment !== undefined && moment.place !== place) this.#tasks.set(task, { ...moment, place });
  }

  #set(task: string, state: TaskState): void {
    const moment = this.#tasks.get(task);
    if (moment === undefined || moment.state === state) return;
    this.#tasks.set(task, { ...moment, state });
    this.#onChange(task, state, this.#t);
  }
}
