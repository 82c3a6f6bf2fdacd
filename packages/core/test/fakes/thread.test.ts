import { Worker } from 'node:worker_threads';
import { runVirtual, sleep, stopwatch, thread, type Thread, type ThreadScript } from '@teatime/core';
import { describe, expect, test } from 'vitest';

/** Takes as long as the message says, and gives it back in a box. */
const boxes: ThreadScript<string> = async (message, { signal }) => {
  await sleep(Number(message), { signal });
  return `[${String(message)}]`;
};

/** What is heard of a thread, and when. */
function heardOf(one: Thread): readonly string[] {
  const elapsed = stopwatch();
  const heard: string[] = [];
  const note = (what: string) => (value: unknown): void => {
    heard.push(`${elapsed()} ${what} ${String(value)}`);
  };
  one.on('message', note('message'));
  one.on('error', note('error'));
  one.on('exit', note('exit'));
  return heard;
}

test('a thread takes one message at a time, and holds nobody up', async () => {
  await runVirtual(async () => {
    const [one, other] = [thread(boxes), thread(boxes)];
    const [heard, alongside] = [heardOf(one), heardOf(other)];
    for (const ms of [30, 20]) one.postMessage(ms);
    other.postMessage(40);
    expect(heard).toEqual([]);
    await sleep(100);
    expect(heard).toEqual(['30 message [30]', '50 message [20]']);
    expect(alongside).toEqual(['40 message [40]']);
    one.postMessage(10);
    await sleep(10);
    expect(heard.at(-1)).toBe('110 message [10]');
  });
});

test('who begins to listen while an answer is told hears the next one', async () => {
  await runVirtual(async () => {
    const one = thread(boxes);
    const heard: string[] = [];
    one.on('message', () => one.on('message', (answer) => heard.push(answer)));
    for (const ms of [10, 20]) one.postMessage(ms);
    await sleep(50);
    expect(heard).toEqual(['[20]']);
  });
});

test('it gets a copy, made when it is posted; what cannot be copied is refused there and then', async () => {
  await runVirtual(async () => {
    const got: unknown[] = [];
    const one = thread((message) => void got.push(message));
    const recipe = { tea: ['oolong'] };
    one.postMessage(recipe);
    recipe.tea.push('assam');
    for (const message of [() => {}, Symbol('tea'), Promise.resolve(), { inside: () => {} }]) {
      expect(() => one.postMessage(message)).toThrow(expect.objectContaining({ name: 'DataCloneError' }));
    }
    one.postMessage('the next');
    await sleep(0);
    expect(got).toEqual([{ tea: ['oolong'] }, 'the next']);
  });
});

test('it dies of what nobody catches in it: an error, an exit, and silence from then on', async () => {
  await runVirtual(async () => {
    const one = thread(async () => {
      await sleep(20);
      throw new Error('out of paper');
    });
    const heard = heardOf(one);
    for (const message of [1, 2]) one.postMessage(message);
    await sleep(50);
    one.postMessage(3);
    await sleep(50);
    expect(heard).toEqual(['20 error Error: out of paper', '20 exit 1']);
  });
});

test('it may end by itself, in the middle of its work and after it', async () => {
  await runVirtual(async () => {
    const one = thread(async (message, { exit }) => {
      if (message === 'later') setTimeout(() => exit(3), 20);
      else exit();
      await sleep(10);
      return message;
    });
    const heard = heardOf(one);
    one.postMessage('later');
    await sleep(50);
    expect(heard).toEqual(['10 message later', '20 exit 3']);
    const other = thread<string>((_, { exit }) => {
      exit();
      return 'never seen';
    });
    const alongside = heardOf(other);
    other.postMessage('now');
    await sleep(50);
    expect(alongside).toEqual(['0 exit 0']);
  });
});

test('terminated, it stops in the middle of its work, and is gone a while later', async () => {
  await runVirtual(async () => {
    const elapsed = stopwatch();
    const stopped: number[] = [];
    const one = thread(
      async (message, side) => {
        side.signal.addEventListener('abort', () => stopped.push(elapsed()));
        return await boxes(message, side);
      },
      { endMs: 5 },
    );
    const heard = heardOf(one);
    for (const message of [100, 10]) one.postMessage(message);
    await sleep(20);
    const [first, second] = [one.terminate(), one.terminate()];
    expect(await Promise.all([first, second])).toEqual([1, 1]);
    expect([elapsed(), stopped]).toEqual([25, [20]]);
    one.postMessage(10);
    await sleep(200);
    expect(heard).toEqual(['25 exit 1']);
    expect(await one.terminate()).toBe(1);
  });
});

describe('what nobody catches is uncaught', () => {
  test('an error of a thread that nobody listens to', async () => {
    const program = async (): Promise<void> => {
      thread(() => Promise.reject(new Error('out of paper'))).postMessage('print');
      await sleep(50);
    };
    await expect(runVirtual(program)).rejects.toThrow('out of paper');
  });

  test('what a listener throws; the others hear all the same', async () => {
    const heard: string[] = [];
    const program = async (): Promise<void> => {
      const one = thread(boxes);
      one.on('message', () => {
        throw new Error('a slip');
      });
      one.on('message', (answer) => heard.push(answer));
      one.postMessage(10);
      await sleep(50);
    };
    await expect(runVirtual(program)).rejects.toThrow('a slip');
    expect(heard).toEqual(['[10]']);
  });
});

test('a real thread can stand in its place', async () => {
  const code = `const { parentPort } = require('node:worker_threads'); parentPort.on('message', (message) => parentPort.postMessage('[' + message + ']'));`;
  const real: Thread = new Worker(code, { eval: true });
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  real.on('message', resolve);
  real.on('error', reject);
  real.postMessage(7);
  expect(await promise).toBe('[7]');
  expect(await real.terminate()).toBe(1);
});
