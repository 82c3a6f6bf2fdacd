import { coroutine, Coroutine, RuntimeError, sleep } from '@teatime/core';
import { expect, expectTypeOf, test, vi } from 'vitest';

test('calling a coroutine function runs nothing', async () => {
  const body = vi.fn(() => Promise.resolve('hot water'));
  const boilWater = coroutine(body);
  const boiling = boilWater();
  await Promise.resolve();

  expect(boiling).toBeInstanceOf(Coroutine);
  expect(body).not.toHaveBeenCalled();
});

test('awaiting a coroutine runs it and gives its result', async () => {
  const boilWater = coroutine((cups: number, from: string) => `${cups} cups from the ${from}`);
  expect(await boilWater(2, 'well')).toBe('2 cups from the well');
});

test('a coroutine runs once: the second await rejects', async () => {
  const body = vi.fn(() => Promise.resolve('hot water'));
  const boiling = coroutine(body)();

  expect(await boiling).toBe('hot water');
  await expect(boiling.then()).rejects.toThrow(new RuntimeError('cannot reuse already awaited coroutine'));
  expect(body).toHaveBeenCalledTimes(1);
});

test('two awaits at the same time are two awaits', async () => {
  const boiling = coroutine(() => 'hot water')();
  const outcomes = await Promise.allSettled([boiling, boiling]);

  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
});

test('a coroutine that fails rejects, whether its function is async or throws at once', async () => {
  const broken = new Error('the kettle is broken');
  const later = coroutine(() => Promise.reject(broken));
  const atOnce = coroutine(() => {
    throw broken;
  });

  await expect(later().then()).rejects.toBe(broken);
  await expect(atOnce().then()).rejects.toBe(broken);
});

test('a coroutine may return another coroutine, a promise or a plain value', async () => {
  const water = coroutine(() => 'water');
  const hotWater = coroutine(async () => `hot ${await water()}`);
  const forwarded = coroutine(() => hotWater());

  expect(await forwarded()).toBe('hot water');
});

test('`this` arrives in the body', async () => {
  const kettle = {
    cups: 3,
    boil: coroutine(function (this: { cups: number }) {
      return this.cups;
    }),
  };
  expect(await kettle.boil()).toBe(3);
});

test('a coroutine and its function carry the name and the length of what they were made of', () => {
  const boilWater = coroutine(function boilWater(cups: number) {
    return sleep(cups);
  });

  expect([boilWater.name, boilWater.length]).toEqual(['boilWater', 1]);
  expect(boilWater(1).name).toBe('boilWater');
});

test('a coroutine that was closed never runs', async () => {
  const body = vi.fn(async () => {});
  const closed = coroutine(body)();
  closed.close();

  await expect(closed.then()).rejects.toThrow(RuntimeError);
  expect(closed.isUsedUp).toBe(true);
  expect(body).not.toHaveBeenCalled();
});

test('types: arguments, `this` and the awaited result come through', () => {
  const boilWater = coroutine((cups: number, hot?: boolean) => Promise.resolve({ cups, hot }));
  expectTypeOf(boilWater).parameters.toEqualTypeOf<[cups: number, hot?: boolean | undefined]>();
  expectTypeOf(boilWater).returns.resolves.toEqualTypeOf<{ cups: number; hot: boolean | undefined }>();
  expectTypeOf(coroutine(() => 1)()).toEqualTypeOf<Coroutine<number>>();
  expectTypeOf<Awaited<Coroutine<string>>>().toEqualTypeOf<string>();
});
