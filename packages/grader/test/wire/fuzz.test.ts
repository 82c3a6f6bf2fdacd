import { coroutine, createTask, sleep } from '@teatime/core';
import { describe, expect, test } from 'vitest';
import { StudentGone } from '../../src/bridge/death.ts';
import { type Turns, Visit } from '../../src/bridge/visit.ts';
import { sameValue } from '../../src/judge/kit/same-value.ts';
import { show } from '../../src/messages/show.ts';
import { Refused } from '../../src/wire/refused.ts';
import { isRecord, type WireRecord } from '../../src/wire/shape.ts';
import { Dice, mutated, randomFrame, randomWire } from './random-frames.ts';
import { timesOf } from '../support/thorough.ts';

const frames = timesOf(100_000, 10_000);
const seed = Math.floor(Math.random() * 2 ** 31);

/** What a suite expects and the submission was never given. */
const awaited = crypto.randomUUID();
const expected: readonly unknown[] = [
  awaited, [awaited], { tea: awaited }, [[{ tea: [awaited] }]], new Map([['tea', awaited]]), new Set([awaited]),
  new Date(8.64e15 - 12_345), new Uint8Array([...Buffer.from(awaited)]), BigInt(`0x${awaited.replaceAll('-', '')}`), new Error(awaited),
  Symbol(awaited), () => awaited, Promise.resolve(awaited), Object.freeze([awaited]), 1e300 / 7,
];

/** A visit whose other side says what a test makes up. */
function visitOf(say: () => WireRecord): Visit {
  const conversation: Turns = {
    busy: true,
    ask: (_frame, _answer, read) => read(say()),
    tell: () => {},
    reply: (frame) => void JSON.stringify(frame),
    end: (death) => {
      throw new StudentGone(death);
    },
  };
  return new Visit({ conversation, world: { files: {}, readMs: 1, hashMs: 1 }, onOutput: () => {}, onUse: () => {} });
}

/** Things of the suite that the other side has references to, and may do anything with. */
function given(): readonly unknown[] {
  const work = coroutine(async () => sleep(0));
  const task = createTask(coroutine(async () => 'tea')());
  return [(x: unknown) => x, Promise.resolve('tea'), work(), task, { next: () => ({ done: true, value: 1 }) }, new AbortController().signal, new Error('e')];
}

function throughJson(value: unknown): WireRecord {
  const parsed: unknown = JSON.parse(JSON.stringify(value));
  return isRecord(parsed) ? parsed : { t: 'not a frame' };
}

/** Runs `act`; whatever it throws has to be one of the ways in which a submission is refused. */
function withstand(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof Refused || error instanceof StudentGone) return false;
    throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
  }
}

describe('Whatever a student process says', () => {
  test(`is understood or refused, ${frames} times (seed ${seed})`, () => {
    const dice = new Dice(seed);
    let understood = 0;
    let frame: unknown = randomFrame(dice);
    for (let count = 0; count < frames; ) {
      const answer = { ok: true, value: { $: 'object', id: 1, members: [{ name: 'tea', kind: 'method' }] } };
      const visit = visitOf(() => throughJson(answer));
      withstand(() => void visit.invoke({ id: 1, op: 'call', args: given() }));
      for (let round = 0; round < 100; round++, count++) {
        frame = dice.roll(4) === 0 ? mutated(frame, dice) : randomFrame(dice);
        // What the suite's own functions throw is told to the other side; what they do is up to them.
        if (withstand(() => visit.onFrame(throughJson(frame)))) understood++;
      }
      visit.end();
    }
    // Both happen often enough for the test to mean something.
    expect(understood / frames).toBeGreaterThan(0.02);
    expect(understood / frames).toBeLessThan(0.9);
  });

  test('never equals what a suite expects, unless it is that', () => {
    const dice = new Dice(seed);
    for (let count = 0; count < 5000; count++) {
      const wire = randomWire(dice, 5);
      const visit = visitOf(() => ({ ok: dice.roll(5) > 0, value: throughJson(wire) }));
      const things = given();
      let value: unknown;
      withstand(() => {
        try {
          value = visit.invoke({ id: 1, op: 'call', args: things });
        } catch (error) {
          if (error instanceof Refused) throw error;
          value = error;
        }
      });
      for (const one of expected) if (sameValue(value, one) || sameValue([value], [one])) throw new Error(`seed ${seed}: ${show(wire)}`);
      for (const thing of things) if (typeof thing === 'object' && sameValue(value, thing)) expect(value).toBe(thing);
      // Nor can it be printed to any effect.
      expect(show(value).length).toBeLessThanOrEqual(300);
    }
  });
});
