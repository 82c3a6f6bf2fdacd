import { sleep, type Span } from '@teatime/core';
import type { Jar, TeaFund } from '@teatime/exercises/lock';
import { assert, call, made, type Call, type Lab, type Text } from '@teatime/grader/kit';
import { requireMethods, settled } from './moves.ts';
import { saysOfFund } from './says-fund.ts';
import { says } from './says.ts';

/** What goes wrong at the jar, once. */
export interface Mishap {
  readonly at: 'read' | 'write';
  /** Whether it is thrown before there is anything to wait for. */
  readonly atOnce: boolean;
  readonly reason: unknown;
}

export interface JarPlan {
  readonly coins: number;
  /** Milliseconds; with 0 the promise is decided at once. */
  readonly readMs: number;
  readonly writeMs: number;
  /** What the jar waits for before it does anything. */
  readonly answered?: Promise<unknown>;
}

/**
 * A jar as it is the hardest: what is read was seen in the beginning, and what is written is in there in the end. Its coins can be
 * counted, and changed, from outside.
 */
export class TestedJar {
  coins: number;
  readonly readMs: number;
  readonly writeMs: number;
  readonly #answered: Promise<unknown> | undefined;
  #mishap: Mishap | undefined;

  constructor({ coins, readMs, writeMs, answered }: JarPlan) {
    this.#answered = answered;
    this.coins = coins;
    this.readMs = readMs;
    this.writeMs = writeMs;
  }

  /** How long one `add` needs the jar. */
  get addMs(): number {
    return this.readMs + this.writeMs;
  }

  /** The next read, or write, goes wrong. */
  breaks(mishap: Mishap): void {
    this.#mishap = mishap;
  }

  /** What the fund is given. Its methods do without `this`: an answer may keep them alone. */
  get jar(): Jar {
    return {
      read: () => this.#does('read', this.readMs, this.coins),
      write: (coins) => this.#does('write', this.writeMs, undefined, () => void (this.coins = coins)),
    };
  }

  /** Takes its time, and gives what it is to give, unless something goes wrong. */
  #does<T>(what: Mishap['at'], ms: number, gives: T, end = (): void => {}): Promise<T> {
    const mishap = this.#mishap?.at === what ? this.#mishap : undefined;
    if (mishap) this.#mishap = undefined;
    if (mishap?.atOnce) throw mishap.reason;
    const waited = ms === 0 ? (this.#answered ?? Promise.resolve()) : sleep(ms);
    return waited.then(() => {
      if (mishap) throw mishap.reason;
      end();
      return gives;
    });
  }
}

export function jarOf(lab: Lab, plan: Partial<JarPlan> = {}): TestedJar {
  const [readMs = 0, writeMs = 0] = lab.random.shuffle(lab.durations(2, { to: 400 }));
  return new TestedJar({ coins: lab.random.int(5, 50), readMs, writeMs, ...plan });
}

/** A new one of the answer's class. */
export function fundOf(Class: typeof TeaFund, { jar }: TestedJar): TeaFund {
  const fund = made(() => new Class(jar), says.noClass('TeaFund'));
  requireMethods('TeaFund', fund, ['add', 'total']);
  return fund;
}

/** Coins of different worth, so that it can be told whose are lost. */
export function coinsOf(lab: Lab, count: number): readonly number[] {
  return lab.random.shuffle(Array.from({ length: count }, (_, index) => 2 ** index));
}

/** All come in one breath. */
export function addAll(lab: Lab, fund: TeaFund, coins: readonly number[], who = ''): readonly Call<unknown>[] {
  return lab.atOnce(() => coins.map((amount) => add(lab, fund, amount, who)));
}

export function add(lab: Lab, fund: TeaFund, coins: number, who = ''): Call<unknown> {
  return call(lab, async () => await fund.add(coins), `${who}add(${coins})`);
}

/** When each of them has to be done: one after the other. */
export function planOf(coins: readonly number[], { addMs }: TestedJar, from = 0, who = ''): readonly Span[] {
  return coins.map((amount, index) => ({ task: `${who}add(${amount})`, from, to: from + (index + 1) * addMs }));
}

interface Sums {
  /** When they came. */
  readonly begin: number;
  /** What was in the jar then. */
  readonly before: number;
  readonly who?: string;
  readonly late?: (amount: number, due: number, at: number) => Text;
  readonly hangs?: Text;
}

/** Each of them gives what the jar held then, and none is late. */
export async function requireSums(calls: readonly Call<unknown>[], coins: readonly number[], tested: TestedJar, { begin, before, who, late = saysOfFund.addIsLate, hangs = saysOfFund.addHangs }: Sums): Promise<void> {
  const expected = planOf(coins, tested, begin, who);
  const all = before + coins.reduce((one, other) => one + other, 0);
  await settled(calls);
  // No coin may be lost, and yet the turns be in another order.
  const otherSum = tested.coins === all ? saysOfFund.otherTurn : saysOfFund.otherSum;
  let sum = before;
  for (const [index, each] of calls.entries()) {
    const { value, at } = await each.fulfilled(hangs);
    const amount = coins[index] ?? 0;
    sum += amount;
    assert(value === sum, otherSum({ before, coins, amount, sum, gave: value }), { expected });
    const due = begin + (index + 1) * tested.addMs;
    assert(at <= due, late(amount, due, at), { expected });
  }
  assert(tested.coins === sum, saysOfFund.otherCoins({ before, coins, sum, left: tested.coins }), { expected });
}
