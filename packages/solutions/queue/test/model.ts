import fc from 'fast-check';
import { apart } from '../../test/programs.ts';
import { valueOf, type Result } from '../../test/stoppable.ts';

/** Somebody who comes to the queue. Who puts something in puts the value of their own number. */
export interface Call {
  readonly at: number;
  readonly does: 'put' | 'get' | 'putNowait' | 'getNowait' | 'join' | 'shutdown';
  /** How long after that they give up in `put` and `get`; -1: before they come. */
  readonly patience: number;
  /** How long they work on what they got, until `taskDone`. Who fails in that never says so: Infinity. */
  readonly workMs: number;
}

export interface Program {
  readonly maxsize: number;
  readonly calls: readonly Call[];
}

/** Few moments, so that much happens at once, and is handed over to somebody who gives up. */
const someCall: fc.Arbitrary<Call> = fc.record({
  at: fc.integer({ min: 0, max: 8 }),
  does: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom('put', 'get') },
    { weight: 5, arbitrary: fc.constantFrom('putNowait', 'getNowait', 'join') },
    { weight: 1, arbitrary: fc.constant('shutdown') },
  ),
  patience: fc.oneof({ weight: 2, arbitrary: fc.integer({ min: -1, max: 6 }) }, { weight: 2, arbitrary: fc.constant(Infinity) }),
  workMs: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 5 }) }, { weight: 1, arbitrary: fc.constant(Infinity) }),
});

export const tied: fc.Arbitrary<Program> = fc.record({
  maxsize: fc.integer({ min: 0, max: 2 }),
  calls: fc.array(someCall, { maxLength: 8 }),
});

/** Nothing happens at the moment of something else, so that the model need not say who is first. */
export const untied: fc.Arbitrary<Program> = tied.map(({ maxsize, calls }) => {
  const time = apart();
  return {
    maxsize,
    calls: calls.map(({ at, does, patience, workMs }) => ({
      at: time(at),
      does,
      patience: patience < 0 ? patience : time(patience),
      workMs: time(workMs),
    })),
  };
});

export const gaveUp = (id: number): string => `${id} has gone`;

/** What came of it all. */
export interface Outcome {
  /** What each call came to; undefined when it waits for ever. */
  readonly results: readonly (Result | undefined)[];
  /** How many items each of them found. */
  readonly found: readonly number[];
  readonly left: readonly unknown[];
  readonly unfinished: number;
}

type End = { readonly gave: unknown } | { readonly threw: string };

/**
 * A counter with a crowd around it. Whenever something has happened, the first of the crowd who can do what they came for does it,
 * until nobody can.
 */
export function expected({ maxsize, calls }: Program): Outcome {
  const results: (Result | undefined)[] = calls.map(() => undefined);
  const found = calls.map(() => 0);
  const left: unknown[] = [];
  let unfinished = 0;
  let isShut = false;

  let now = 0;
  const crowd = new Set<number>();
  const events = calls.flatMap(({ at, patience }, id) => [
    { at, happens: () => come(id) },
    { at: at + Math.max(0, patience), happens: () => giveUp(id) },
  ]);

  const come = (id: number): void => {
    found[id] = left.length;
    crowd.add(id);
    if (calls[id].patience < 0) giveUp(id);
  };
  const giveUp = (id: number): void => {
    if (crowd.has(id) && waits(calls[id])) leave(id, { threw: gaveUp(id) });
  };
  const leave = (id: number, end: End): void => {
    crowd.delete(id);
    results[id] = { ...end, at: now };
  };
  /** What the call comes to, if anything, now. */
  const attempt = (id: number): End | undefined => {
    const { does, workMs } = calls[id];
    switch (does) {
      case 'put':
      case 'putNowait':
        if (isShut) return { threw: 'QueueShutDown' };
        if (maxsize > 0 && left.length >= maxsize) return does === 'put' ? undefined : { threw: 'QueueFull' };
        left.push(valueOf(id));
        unfinished += 1;
        return { gave: undefined };
      case 'get':
      case 'getNowait':
        if (left.length === 0 && isShut) return { threw: 'QueueShutDown' };
        if (left.length === 0) return does === 'get' ? undefined : { threw: 'QueueEmpty' };
        events.push({ at: now + workMs, happens: () => (unfinished -= 1) });
        return { gave: left.shift() };
      case 'join':
        return unfinished === 0 ? { gave: undefined } : undefined;
      case 'shutdown':
        isShut = true;
        return { gave: undefined };
    }
  };
  const somebodyLeaves = (): boolean =>
    [...crowd].some((id) => {
      const end = attempt(id);
      if (end) leave(id, end);
      return end !== undefined;
    });

  for (;;) {
    const [next] = events.toSorted((one, other) => one.at - other.at);
    if (!next || next.at === Infinity) return { results, found, left, unfinished };
    events.splice(events.indexOf(next), 1);
    now = next.at;
    next.happens();
    while (somebodyLeaves());
  }
}

/** Whether the call is one that waits until its signal aborts. */
export function waits({ does }: Call): boolean {
  return does === 'put' || does === 'get';
}
