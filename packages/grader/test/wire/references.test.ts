import { Coroutine, coroutine, createTask, Task } from '@teatime/core';
import { describe, expect, test } from 'vitest';
import { loopback } from './loopback.ts';

/** The far side's view of a value, typed by what the test does with it. */
function seenFromThere<T>(value: T, { carry } = loopback()): T {
  const seen = carry(value);
  const isT = (candidate: unknown): candidate is T => typeof candidate === typeof value;
  if (!isT(seen)) throw new Error('it changed its type on the way');
  return seen;
}

describe('A function', () => {
  test('runs where it began, with copies of its arguments', () => {
    const calls: unknown[] = [];
    const far = seenFromThere((...args: unknown[]) => calls.push(args));
    expect(far(1, { a: [2] })).toBe(1);
    expect(calls).toEqual([[1, { a: [2] }]]);
  });

  test('keeps its name and its number of parameters', () => {
    function brew(_leaves: string, _ms: number): void {}
    const far = seenFromThere(brew);
    expect([far.name, far.length]).toEqual(['brew', 2]);
  });

  test('throws there what it throws here', () => {
    const far = seenFromThere(() => {
      throw new TypeError('cold');
    });
    expect(far).toThrow(new TypeError('cold'));
  });

  test('comes back as itself, also inside of data', () => {
    const wire = loopback();
    const original = (): void => {};
    expect(wire.carryBack([{ f: wire.carry(original) }])).toEqual([{ f: original }]);
  });

  test('gets its `this`', () => {
    const wire = loopback();
    const kettle = {
      degrees: 20,
      heat: seenFromThere(function (this: { degrees: number }) {
        this.degrees += 80;
        return this.degrees;
      }, wire),
    };
    // The function lives on the near side, the kettle on the far one.
    expect(kettle.heat()).toBe(100);
    expect(kettle.degrees).toBe(100);
  });

  test('may be a class', () => {
    class Cup {
      readonly size: number;
      constructor(size: number) {
        this.size = size;
      }
      double(): number {
        return this.size * 2;
      }
    }
    const FarCup = seenFromThere(Cup);
    const cup = new FarCup(3);
    expect([cup.size, cup.double()]).toEqual([3, 6]);
  });
});

describe('A promise', () => {
  test('settles there when it settles here', async () => {
    const { promise, resolve } = Promise.withResolvers<{ tea: string }>();
    const far = seenFromThere(promise);
    resolve({ tea: 'oolong' });
    await expect(far).resolves.toEqual({ tea: 'oolong' });
  });

  test('rejects there with the error of here, which comes back as itself', async () => {
    const wire = loopback();
    const error = new Error('spilt');
    const far = seenFromThere(Promise.reject(error), wire);
    const seen: unknown = await far.catch((reason: unknown) => reason);
    expect(seen).toMatchObject({ message: 'spilt' });
    expect(wire.carryBack(seen)).toBe(error);
  });

  test('is the same promise when it crosses twice', () => {
    const wire = loopback();
    const promise = Promise.resolve(1);
    expect(wire.carry(promise)).toBe(wire.carry(promise));
    expect(wire.carryBack(wire.carry(promise))).toBe(promise);
  });
});

describe('What is lazy stays lazy', () => {
  test('a coroutine starts here when it is awaited there, and only once', async () => {
    let starts = 0;
    const brew = coroutine(async (cups: number) => {
      starts++;
      return cups * 2;
    });
    const far = seenFromThere(brew(2));
    expect(far).toBeInstanceOf(Coroutine);
    await Promise.resolve();
    expect(starts).toBe(0);
    expect(await far).toBe(4);
    await expect(Promise.resolve(far)).rejects.toThrow('cannot reuse already awaited coroutine');
    expect(starts).toBe(1);
  });

  test('a thenable hears of `then` when somebody awaits it', async () => {
    let asked = 0;
    const thenable = {
      then(resolve: (value: string) => void) {
        asked++;
        resolve('ready');
      },
    };
    const far = seenFromThere(thenable);
    expect(asked).toBe(0);
    expect(await far).toBe('ready');
    expect(asked).toBe(1);
  });

  test('a function with a `then` is a thenable there', async () => {
    const thenable = Object.assign(() => 'called', { then: (resolve: (value: string) => void) => resolve('awaited') });
    expect(await loopback().carry(thenable)).toBe('awaited');
  });
});

describe('A task', () => {
  test('is a task there, by its name, and comes back as itself', async () => {
    const wire = loopback();
    const task = createTask(coroutine(async () => 'done')(), { name: 'kettle' });
    const far = seenFromThere(task, wire);
    expect(far).toBeInstanceOf(Task);
    expect(far.name).toBe('kettle');
    expect(await far).toBe('done');
    expect(far.done()).toBe(true);
    expect(wire.carryBack({ task: far })).toEqual({ task });
  });
});

describe('An iterator', () => {
  test('may be a generator, driven from the far side', () => {
    const received: unknown[] = [];
    const far = seenFromThere(
      (function* () {
        received.push(yield 1);
        try {
          yield 2;
        } catch (error) {
          received.push(error);
        }
        return 'end';
      })(),
    );
    expect(far.next()).toEqual({ value: 1, done: false });
    expect(far.next('a')).toEqual({ value: 2, done: false });
    expect(far.throw('b')).toEqual({ value: 'end', done: true });
    expect(received).toEqual(['a', 'b']);
  });

  test('may be an async generator, left early', async () => {
    let closed = false;
    const far = seenFromThere(
      (async function* () {
        try {
          for (let i = 0; ; i++) yield i;
        } finally {
          closed = true;
        }
      })(),
    );
    const seen: number[] = [];
    for await (const i of far) {
      seen.push(i);
      if (i === 2) break;
    }
    expect([seen, closed]).toEqual([[0, 1, 2], true]);
  });

  test('may be written by hand', () => {
    let left = 3;
    const far = seenFromThere({
      [Symbol.iterator]() {
        return this;
      },
      next: () => ({ value: left, done: left-- === 0 }),
    });
    expect([...far]).toEqual([3, 2, 1]);
  });
});

describe('An object with a class', () => {
  class Teapot {
    cups = 2;
    get empty(): boolean {
      return this.cups === 0;
    }
    pour(): this {
      this.cups--;
      return this;
    }
  }

  test('acts where it lives: methods, getters and properties', () => {
    const pot = new Teapot();
    const far = seenFromThere(pot);
    expect(far.pour()).toBe(far);
    far.pour();
    expect([far.cups, far.empty, pot.cups]).toEqual([0, true, 0]);
    far.cups = 5;
    expect(pot.cups).toBe(5);
  });

  test('shows members that it got later, once it crosses again', () => {
    const wire = loopback();
    const pot: Teapot & { lid?: string } = new Teapot();
    const far = seenFromThere(pot, wire);
    pot.lid = 'blue';
    wire.carry(pot);
    expect(far.lid).toBe('blue');
  });

  test('never offers its constructor, nor what libraries look for', () => {
    const far = seenFromThere(new Teapot());
    expect(Object.getOwnPropertyNames(far)).not.toContain('constructor');
    expect(far.constructor).toBe(Object);
  });
});

describe('A plain object with methods', () => {
  const ofAnswer = (): ReturnType<typeof loopback> => loopback(undefined, true);
  const kettle = () => ({
    degrees: 20,
    get boils(): boolean {
      return this.degrees >= 100;
    },
    heat(by: number) {
      this.degrees += by;
      return this;
    },
  });

  test('of an answer acts where it lives, and has its `this`', () => {
    const original = kettle();
    const far = seenFromThere(original, ofAnswer());
    expect(far.heat(80)).toBe(far);
    expect([far.degrees, far.boils, original.degrees]).toEqual([100, true, 100]);
    const { degrees, heat } = far;
    heat(1);
    expect([degrees, far.degrees]).toEqual([100, 101]);
  });

  test('of an answer comes back as itself, also from inside of data, and is one however often it crosses', () => {
    const wire = ofAnswer();
    const original = kettle();
    const far = wire.carry([original]);
    expect(wire.carry([original])).toEqual(far);
    expect(Array.isArray(far) && wire.carryBack({ kettle: far[0] })).toEqual({ kettle: original });
    expect(Array.isArray(far) && wire.carryBack(far[0])).toBe(original);
  });

  test('of a suite is a copy, and goes back as one', () => {
    const wire = ofAnswer();
    const steps = Object.freeze([Object.freeze({ name: 'fill', start: () => 'filled' })]);
    const copy = wire.carryBack(steps);
    expect(copy).toEqual([{ name: 'fill', start: expect.any(Function) }]);
    expect(Array.isArray(copy) && Object.isFrozen(copy[0])).toBe(true);
    expect(wire.carry(copy)).toEqual(steps);
  });

  test('is none when all that it has is data', () => {
    const cup = { tea: 'oolong', inside: [{ leaves: 3 }] };
    expect(seenFromThere(cup, ofAnswer())).toStrictEqual(cup);
  });
});

describe('Something to dispose of', () => {
  test('is disposed of where it lives, also when it has no class', async () => {
    const log: string[] = [];
    const { cup, kettle } = seenFromThere({
      cup: { [Symbol.dispose]: () => void log.push('cup') },
      kettle: { [Symbol.asyncDispose]: async () => void log.push('kettle') },
    });
    {
      await using _boiling = kettle;
      using _drinking = cup;
      log.push('tea');
    }
    expect(log).toEqual(['tea', 'cup', 'kettle']);
  });
});

describe('A signal', () => {
  test('aborts there with the reason of here', () => {
    const controller = new AbortController();
    const far = seenFromThere(controller.signal);
    const reasons: unknown[] = [];
    far.addEventListener('abort', () => reasons.push(far.reason));
    controller.abort(new Error('enough'));
    expect(reasons).toMatchObject([{ message: 'enough' }]);
  });
});

describe('A symbol', () => {
  test('keeps its identity both ways', () => {
    const wire = loopback();
    const nothing = Symbol('nothing');
    expect(wire.carry(nothing)).toBe(wire.carry(nothing));
    expect(wire.carryBack(wire.carry(nothing))).toBe(nothing);
  });
});

describe('The far side may not', () => {
  test('touch members that were not shown to it', () => {
    const { here } = loopback();
    const wire = here.encode(new (class Box { value = 1; })());
    const id = typeof wire === 'object' && wire !== null && 'id' in wire ? wire.id : 0;
    for (const member of ['constructor', '__proto__', 'hasOwnProperty', 'toString']) {
      expect(() => here.prepare({ id, op: 'get', member, args: [] })).toThrow('a member that is not there');
    }
  });

  test('call what it was never given', () => {
    const { here } = loopback();
    expect(() => here.prepare({ id: 7, op: 'call', args: [] })).toThrow('something that is not there');
    expect(() => here.decode({ $: 'mine', id: 7 })).toThrow('something that was never there');
  });

  test('settle a promise twice', () => {
    const { here } = loopback();
    here.decode({ $: 'promise', id: 1 });
    here.settle(1, true, 'a');
    expect(() => here.settle(1, true, 'b')).toThrow('a promise that is not pending');
  });

  test('hold more references than there is room for', () => {
    const { carry } = loopback(10);
    expect(() => carry(Array.from({ length: 11 }, () => () => {}))).toThrow('far too many');
  });
});
