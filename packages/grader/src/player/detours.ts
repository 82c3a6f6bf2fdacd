import type { Act } from './act.ts';

/**
 * The acts without those that only show how deep inside of a task somebody waits: when a function ends that another one awaits, that
 * goes on a turn later, and for the task nothing has happened. Who runs, does nothing and is ready as before has not run; and who could
 * go on at once, and did before anybody else, has not paused.
 */
export function withoutDetours(acts: readonly Act[]): readonly Act[] {
  return without(without(acts, emptyStep), briefPause);
}

/** @param detourAt the places of the acts that are none, where one begins at this place */
function without(acts: readonly Act[], detourAt: (acts: readonly Act[], at: number) => readonly number[]): readonly Act[] {
  const left = new Set(acts.flatMap((_, at) => detourAt(acts, at)));
  return acts.filter((_, at) => !left.has(at));
}

function emptyStep(acts: readonly Act[], at: number): readonly number[] {
  const [run] = acts.slice(at, at + 1);
  if (run?.kind !== 'run') return [];
  const end = pastPlaces(acts, at + 1);
  return isPauseOf(run.task, acts, end) ? [at, end, end + 1] : [];
}

function briefPause(acts: readonly Act[], at: number): readonly number[] {
  const [pause] = acts.slice(at, at + 1);
  if (pause?.kind !== 'pause' || !isPauseOf(pause.task, acts, at)) return [];
  const end = pastPlaces(acts, at + 2);
  const run = acts[end];
  return run?.kind === 'run' && run.task === pause.task ? [at, at + 1, end] : [];
}

/** Whether the task pauses here, and is ready again with that. */
function isPauseOf(task: string, acts: readonly Act[], at: number): boolean {
  const [pause, wake] = acts.slice(at, at + 2);
  return pause?.kind === 'pause' && pause.task === task && wake?.kind === 'wake' && wake.task === task && wake.t === pause.t;
}

function pastPlaces(acts: readonly Act[], at: number): number {
  let end = at;
  while (acts[end]?.kind === 'stand') end += 1;
  return end;
}
