import type { Act } from './act.ts';

/**
 * The acts with those added in which a task becomes ready that had waited. They are found looking back from its next step: the
 * last of what had to happen for it.
 */
export function withWakes(acts: readonly Act[]): readonly Act[] {
  /** By the place of the act that they follow, in the order in which those who are woken then run. */
  const wakes = new Map<number, Act[]>();
  const paused = new Map<string, Pause>();
  const fired = new Map<string, number>();
  const ended = new Map<string, number>();
  let cause = -1;
  for (const [at, act] of acts.entries()) {
    if (act.kind === 'pause') paused.set(act.task, { at, t: act.t, on: act.on });
    if (act.kind === 'end') ended.set(act.task, at);
    if (act.kind === 'fire' && act.task !== null) fired.set(act.task, at);
    if (act.kind === 'end' || (act.kind === 'fire' && act.task === null)) cause = at;
    const pause = act.kind === 'run' ? paused.get(act.task) : undefined;
    if (act.kind !== 'run' || pause === undefined) continue;
    const since = (index = -1): number | undefined => (index > pause.at ? index : undefined);
    const seen = since(fired.get(act.task)) ?? (pause.on === null ? undefined : since(ended.get(pause.on))) ?? since(cause);
    // Nothing had to happen, or nobody has seen what it was.
    const wokenBy = seen ?? (act.t > pause.t ? at - 1 : pause.at);
    const t = seen === undefined ? act.t : (acts[seen]?.t ?? act.t);
    wakes.set(wokenBy, [...(wakes.get(wokenBy) ?? []), { t, kind: 'wake', task: act.task }]);
  }
  return acts.flatMap((act, at) => [act, ...(wakes.get(at) ?? [])]);
}

interface Pause {
  readonly at: number;
  readonly t: number;
  readonly on: string | null;
}
