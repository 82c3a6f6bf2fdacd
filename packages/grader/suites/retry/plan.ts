/** How the pauses between attempts are to be. Times are milliseconds. */
export interface PausePlan {
  readonly baseMs: number;
  readonly factor: number;
  readonly maxMs: number;
  /** What `random` gives, pause by pause. */
  readonly draws: readonly number[];
  /** What the errors ask for, attempt by attempt, in their `retryAfterMs`. */
  readonly asked?: readonly (number | undefined)[];
}

/** Pause number `index`, from 0, without cap and chance. */
export function grown({ baseMs, factor }: PausePlan, index: number): number {
  return baseMs * factor ** index;
}

/** The longest that it can be. */
export function most(plan: PausePlan, index: number): number {
  return Math.min(plan.maxMs, grown(plan, index));
}

/** The share of it that chance gives. */
export function drawOf({ draws }: PausePlan, index: number): number {
  return draws[index] ?? draws.at(-1) ?? 1;
}

/** What the error before it asks for. */
export function askedOf({ asked = [] }: PausePlan, index: number): number {
  return asked[index] ?? 0;
}

/** The pause as it has to be. */
export function pauseOf(plan: PausePlan, index: number): number {
  return Math.max(most(plan, index) * drawOf(plan, index), askedOf(plan, index));
}

/** No jitter: pauses are as long as they can be. */
export const whole: readonly number[] = [1];
