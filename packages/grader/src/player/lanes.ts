import type { Bar, Lane, TaskState } from './replay.ts';

/** Draws the lanes while the run goes on. */
export class Lanes {
  readonly #lanes = new Map<string, Draft>();

  make(task: string, name: string): void {
    this.#lanes.set(task, { task, name, bars: [], timers: [], open: undefined });
  }

  rename(task: string, name: string): void {
    const lane = this.#lanes.get(task);
    if (lane !== undefined) lane.name = name;
  }

  change(task: string, state: TaskState, t: number): void {
    const lane = this.#lanes.get(task);
    if (lane === undefined) return;
    close(lane, t);
    lane.open = isBar(state) ? { from: t, state } : undefined;
  }

  /** A timer of the task goes off: who waited for it could have gone on since it was due. */
  fire(task: string, { at, t }: { readonly at: number; readonly t: number }): void {
    const lane = this.#lanes.get(task);
    if (lane === undefined) return;
    lane.timers.push(t);
    if (lane.open?.state === 'waiting' && at < t) this.change(task, 'ready', Math.max(at, lane.open.from));
  }

  drawn(until: number): readonly Lane[] {
    return Array.from(this.#lanes.values(), (lane) => {
      close(lane, until);
      return { task: lane.task, name: lane.name, bars: lane.bars, timers: lane.timers };
    });
  }
}

interface Draft {
  readonly task: string;
  name: string;
  readonly bars: Bar[];
  readonly timers: number[];
  open: Pick<Bar, 'from' | 'state'> | undefined;
}

function close(lane: Draft, to: number): void {
  if (lane.open === undefined) return;
  const bar = { ...lane.open, to };
  const last = lane.bars.at(-1);
  // Of what takes no time, only that the task ran is worth a line.
  if (bar.from === to && bar.state !== 'running') return;
  if (last?.state === bar.state && last.to === bar.from) lane.bars.splice(-1, 1, { ...last, to });
  else lane.bars.push(bar);
}

function isBar(state: TaskState): state is Bar['state'] {
  return state === 'running' || state === 'ready' || state === 'waiting' || state === 'blocking';
}
