import { playerTexts } from '../messages/player.ts';
import type { Act } from './act.ts';
import { actsOf } from './acts-of.ts';
import { Lanes } from './lanes.ts';
import { LoopState } from './loop-state.ts';
import type { ChartNode, Moment, PrintedLine, Recording, Replay } from './replay.ts';
import { nodeOf, stepOf } from './step.ts';
import { textOf } from './step-text.ts';
import { withoutDetours } from './detours.ts';
import { withWakes } from './woken.ts';

/** As many steps as anybody goes through: each has a picture of the whole. */
const mostMoments = 2000;

/** A run as it can be gone through. It is the same for the same recording, whatever is in that. */
export function replayOf({ events, files }: Recording): Replay {
  const play = new Play(withoutDetours(withWakes(actsOf(events))));
  return { ...play.replay(), files };
}

class Play {
  readonly #acts: readonly Act[];
  readonly #lanes = new Lanes();
  readonly #loop: LoopState;
  readonly #printed: PrintedLine[] = [];
  readonly #moments: Moment[] = [];
  readonly #ran = new Set<string>();
  readonly #nextRuns: ReadonlyMap<string, number[]>;
  #until = 0;

  constructor(acts: readonly Act[]) {
    this.#acts = acts;
    this.#loop = new LoopState((task, state, t) => this.#lanes.change(task, state, t));
    this.#nextRuns = runsOf(acts);
    this.#show('start', playerTexts.starts);
  }

  replay(): Omit<Replay, 'files'> {
    let at = 0;
    while (at < this.#acts.length && this.#moments.length < mostMoments) at += this.#step(at);
    if (at < this.#acts.length) this.#show('run', playerTexts.cut);
    return { lanes: this.#lanes.drawn(this.#until), printed: this.#printed, moments: this.#moments, until: this.#until };
  }

  /** @returns how many acts it took */
  #step(at: number): number {
    const act = this.#acts[at];
    if (act === undefined) return 1;
    const before = this.#until;
    const due = act.kind === 'fire' ? this.#loop.timer(act.timer)?.at : undefined;
    this.#do(act);
    const step = stepOf(act);
    if (step === undefined) return 1;
    const woken = this.#wokenBy(at);
    const place = act.kind === 'run' ? this.#placeOf(act.task, at + 1) : [];
    for (const other of [...woken, ...place]) this.#do(other);
    const again = act.kind === 'run' && this.#ran.has(act.task);
    if (act.kind === 'run') this.#ran.add(act.task);
    const names = woken.map(({ task }) => this.#loop.nameOf(task));
    this.#show(nodeOf(step), textOf(step, { loop: this.#loop, before, due, again, woken: names }));
    if (act.kind === 'block') this.#until = act.until;
    return 1 + woken.length + place.length;
  }

  /** Whom a task wakes by its end is ready at once; a timer and its task are two nodes of the chart, and two steps. */
  #wokenBy(at: number): readonly Extract<Act, { kind: 'wake' }>[] {
    const step = this.#acts[at];
    if (step?.kind !== 'end' && step?.kind !== 'pause') return [];
    const woken = [];
    for (let next = this.#acts[at + 1]; next?.kind === 'wake' && next.t === step.t; next = this.#acts[at + 1 + woken.length]) woken.push(next);
    return woken;
  }

  /** Whoever begins to run is seen where it does. */
  #placeOf(task: string, at: number): readonly Act[] {
    const next = this.#acts[at];
    return next?.kind === 'stand' && next.task === task ? [next] : [];
  }

  #do(act: Act): void {
    this.#until = Math.max(this.#until, act.t);
    if (act.kind === 'make') this.#lanes.make(act.task, act.name);
    if (act.kind === 'name') this.#lanes.rename(act.task, act.name);
    if (act.kind === 'run') this.#nextRuns.get(act.task)?.shift();
    if (act.kind === 'fire' && act.task !== null) this.#lanes.fire(act.task, { at: this.#loop.timer(act.timer)?.at ?? act.t, t: act.t });
    if (act.kind === 'print') this.#printed.push({ t: act.t, task: act.task, text: act.text });
    this.#loop.do(act, (task) => this.#nextRuns.get(task)?.[0] ?? Infinity);
  }

  #show(node: ChartNode, says: Moment['says']): void {
    const { tasks, ready, timers, printed } = this.#loop;
    this.#moments.push({ t: this.#until, tasks, ready, timers, printed, node, says });
  }
}

/** The places of each task's steps among the acts. */
function runsOf(acts: readonly Act[]): ReadonlyMap<string, number[]> {
  const runs = acts.flatMap((act, at) => (act.kind === 'run' ? [{ task: act.task, at }] : []));
  return new Map([...Map.groupBy(runs, ({ task }) => task)].map(([task, steps]) => [task, steps.map(({ at }) => at)]));
}
