import type { Act } from './act.ts';

/** Who has waited for nothing but its turn runs that soon: on a real clock, and a busy machine, some time passes all the same. */
const soonMs = 50;

/**
 * The acts with those added in which a task becomes ready that had waited. They are found looking back from its next step: the
 * last of what had to happen for it.
 */
export function withWakes(acts: readonly Act[]): readonly Act[] {
  const looking = new LookingBack();
  const wakes = Map.groupBy(acts.flatMap((act, at) => looking.wakeBefore(act, at)), ({ after }) => after);
  return acts.flatMap((act, at) => [act, ...(wakes.get(at) ?? []).map(({ wake }) => wake)]);
}

interface Wake {
  /** The place of the act that it follows. */
  readonly after: number;
  readonly wake: Act;
}

interface Seen {
  readonly at: number;
  readonly t: number;
}

class LookingBack {
  readonly #paused = new Map<string, Seen & { readonly on: string | null }>();
  readonly #fired = new Map<string, Seen>();
  readonly #ended = new Map<string, Seen>();
  /** The last of what may have woken anybody. */
  #cause: Seen = { at: -1, t: 0 };
  /** Until when the thread was held up. */
  #free = 0;

  wakeBefore(act: Act, at: number): readonly Wake[] {
    const { t } = act;
    if (act.kind === 'block') this.#free = act.until;
    if (act.kind === 'pause') this.#paused.set(act.task, { at, t, on: act.on });
    if (act.kind === 'end') this.#ended.set(act.task, { at, t });
    if (act.kind === 'fire' && act.task !== null) this.#fired.set(act.task, { at, t });
    if (act.kind === 'end' || (act.kind === 'fire' && act.task === null)) this.#cause = { at, t };
    return act.kind === 'run' ? this.#wakeOf(act.task, { at, t }) : [];
  }

  #wakeOf(task: string, run: Seen): readonly Wake[] {
    const pause = this.#paused.get(task);
    if (pause === undefined) return [];
    const since = (seen: Seen | undefined): Seen | undefined => (seen !== undefined && seen.at > pause.at ? seen : undefined);
    const known = since(this.#fired.get(task)) ?? (pause.on === null ? undefined : since(this.#ended.get(pause.on)));
    // Nobody has seen what it was: something that ended just then, or nothing at all, or what comes from outside.
    const soon = (seen: Seen): boolean => run.t - Math.max(seen.t, this.#free) <= soonMs;
    const guessed = [since(this.#cause), pause].find((seen) => seen !== undefined && soon(seen));
    const { at, t } = known ?? guessed ?? { at: run.at - 1, t: run.t };
    return [{ after: at, wake: { t, kind: 'wake', task } }];
  }
}
