import { fail, type FailureDetails, type Lab } from '@teatime/grader/kit';
import { askedOf, drawOf, grown, type PausePlan, pauseOf } from './plan.ts';
import { type Reckoning, says } from './says.ts';
import { suspects } from './suspects.ts';
import type { Work } from './work.ts';

/** When each attempt has to begin. An attempt takes as long as is planned, or, where it is stopped, as `took` says. */
export function beginsOf(work: Work, plan: PausePlan, begin: number, took: readonly number[] = work.plans.map(({ ms }) => ms)): readonly number[] {
  let at = begin;
  return work.plans.map((_, i) => {
    const from = at;
    at += (took[i] ?? 0) + pauseOf(plan, i);
    return from;
  });
}

/** Every pause is as long as it has to be. What is seen of a wrong one is told by all of them: they show how they were reckoned. */
export function requirePauses({ attempts }: Work, plan: PausePlan, drawing?: FailureDetails): void {
  const seen = attempts.slice(1).map(({ calledAt }, i) => calledAt - (attempts[i]?.endedAt ?? calledAt));
  const due = seen.map((_, i) => pauseOf(plan, i));
  const wrong = seen.findIndex((ms, i) => !same(ms, due[i] ?? 0));
  if (wrong < 0) return;
  const took = attempts.map(({ calledAt, endedAt = calledAt }) => endedAt - calledAt);
  const suspect = suspects.find(({ pause }) => seen.every((ms, i) => same(ms, pause(plan, i, took[i] ?? 0))));
  const isLate = seen.every((ms, i) => ms >= (due[i] ?? 0) && ms < (due[i] ?? 0) + aMoment);
  const hint = suspect?.text(plan) ?? (isLate ? says.looksNowAndThen : says.reckoned(reckoningOf(plan, wrong)));
  fail(says.otherPause({ number: wrong + 1, due: due[wrong] ?? 0, ms: seen[wrong] ?? 0 }, hint), drawing);
}

/** How long somebody may sleep who looks every now and then whether a pause is over, in milliseconds. */
const aMoment = 30;

function reckoningOf(plan: PausePlan, index: number): Reckoning {
  return { maxMs: plan.maxMs, grown: grown(plan, index), draw: drawOf(plan, index), asked: askedOf(plan, index) };
}

/** A `random` that gives these numbers, one for each call, and then the last of them again and again. */
export function randomOf(draws: readonly number[]): () => number {
  let calls = 0;
  return () => {
    const draw = draws[Math.min(calls, draws.length - 1)] ?? 1;
    calls += 1;
    return draw;
  };
}

/** Pauses that divide into halves, quarters and eighths, and, three times, by a factor of a half more. */
export function someBase(lab: Lab, from = 1, to = 4): number {
  return 64 * lab.random.int(from, to);
}

/** `setTimeout` knows no pause of nothing: it makes a millisecond of it. */
function same(ms: number, due: number): boolean {
  return ms === due || (due < 1 && ms === 1);
}
