import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { Meter } from '../../src/machine/meter.ts';

test.runIf(process.platform === 'linux')('A process that works is seen working, in a sandbox as well, and one that waits is not', async () => {
  const working = await started('for (;;);');
  const inside = await started('for (;;);', ['sh', '-c', '"$0" "$@"; :']);
  const waiting = await started('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)');
  try {
    await Promise.all([working, inside].map(async ({ meter, look }) => {
      while (meter.since(look).workedMs < 50) await new Promise((resolve) => setTimeout(resolve, 5));
    }));
    expect(waiting.meter.since(waiting.look)).toMatchObject({ workedMs: expect.closeTo(0, -1), mainMs: expect.closeTo(0, -1) });
    const [earlier, later] = [working.meter.since(working.look), working.meter.since(working.look)];
    expect(earlier.mainMs).toBeGreaterThan(0);
    // Threads are looked at one after another: only a later look has certainly seen all of it.
    expect(earlier.mainMs).toBeLessThanOrEqual(Math.ceil(later.workedMs));
  } finally {
    for (const { kill } of [working, inside, waiting]) kill();
  }
});

test('What a process that is gone had, or one that the system does not tell of, is never more than the time that passed', () => {
  const meter = new Meter(2 ** 22);
  const { realMs, workedMs, waitedMs } = meter.since(meter.look());
  expect(workedMs + waitedMs).toBeLessThanOrEqual(realMs);
});

/** A process of Node that has come to its program. */
async function started(program: string, around: readonly string[] = []) {
  const own = [process.execPath, '-e', `console.log('here'); ${program}`];
  const [command = '', ...args]: readonly string[] = [...around, ...own];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  await once(child.stdout, 'data');
  const meter = new Meter(child.pid ?? 0);
  return { meter, look: meter.look(), kill: () => process.kill(-(child.pid ?? 0), 'SIGKILL') };
}
