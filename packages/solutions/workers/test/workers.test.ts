import { runVirtual, sleep, stopwatch, thread, type Thread } from '@teatime/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, WorkerPool } from '../workers.ts';
import { programs } from '../../test/programs.ts';

type Ending = 'gives' | 'fails' | 'dies' | 'quits';

/** Who asks for a job, and when; most have patience. */
interface Asking {
  readonly at: number;
  readonly ms: number;
  readonly ending: Ending;
  /** How long after asking they give up. */
  readonly patience: number | undefined;
}

const someAsking: fc.Arbitrary<Asking> = fc.record({
  at: fc.integer({ min: 0, max: 20 }),
  ms: fc.integer({ min: 1, max: 12 }),
  ending: fc.constantFrom('gives', 'gives', 'fails', 'dies', 'quits'),
  patience: fc.option(fc.integer({ min: 0, max: 16 }), { nil: undefined }),
});

const program = fc.record({
  size: fc.integer({ min: 1, max: 3 }),
  askings: fc.array(someAsking, { maxLength: 8 }).map((list) => list.map(apart)),
});

/** Nobody asks, ends or gives up at the moment of somebody else, so that the model need not say who is first. */
function apart({ at, ms, ending, patience }: Asking, index: number): Asking {
  const unit = 2 ** 16;
  const own = 2 ** (2 * index);
  return { at: at * unit + 2 * own, ms: ms * unit, ending, patience: patience === undefined ? undefined : patience * unit + own };
}

/** How each of them ends, and when. */
type Outcomes = readonly (readonly [how: Ending | 'given up', at: number])[];

function expected(size: number, askings: readonly Asking[]): Outcomes {
  const freeAt = Array.from({ length: size }, () => 0);
  const outcomes: (readonly [Ending | 'given up', number])[] = askings.map(() => ['given up', 0]);
  const inOrder = Array.from(askings.entries()).toSorted(([, one], [, other]) => one.at - other.at);
  for (const [index, { at, ms, ending, patience = Infinity }] of inOrder) {
    const soonest = Math.min(...freeAt);
    const begin = Math.max(at, soonest);
    const [end, isPatient] = [begin + ms, begin + ms <= at + patience];
    outcomes[index] = isPatient ? [ending, end] : ['given up', at + patience];
    if (begin <= at + patience) freeAt[freeAt.indexOf(soonest)] = isPatient ? end : at + patience;
  }
  return outcomes;
}

const reasons = { fails: new Error('it fails'), dies: new Error('it dies'), 'given up': new Error('it is given up') };

/** Starts workers that do what an asking says, and counts those that are there, and those that get a job at work. */
class Site {
  alive = 0;
  most = 0;
  overlaps = 0;

  readonly start = (): Thread<Answer> => {
    let atWork = 0;
    this.alive += 1;
    this.most = Math.max(this.most, this.alive);
    const worker = thread<Answer>(async (job, { signal, exit }) => {
      const { ms, ending } = readJob(job);
      atWork += 1;
      if (atWork > 1) this.overlaps += 1;
      await sleep(ms, { signal });
      atWork -= 1;
      if (ending === 'dies') throw reasons.dies;
      if (ending === 'quits') exit(3);
      return ending === 'fails' ? { ok: false, error: reasons.fails } : { ok: true, value: ending };
    });
    // Before the pool hears of it, and starts another.
    let isThere = true;
    const leave = (): void => {
      if (isThere) this.alive -= 1;
      isThere = false;
    };
    worker.on('error', leave);
    worker.on('exit', leave);
    return worker;
  };
}

function readJob(job: unknown): Pick<Asking, 'ms' | 'ending'> {
  if (isJob(job)) return job;
  throw new TypeError('this is no job');
}

function isJob(value: unknown): value is Pick<Asking, 'ms' | 'ending'> {
  return typeof value === 'object' && value !== null && 'ms' in value && 'ending' in value;
}

async function actual(pool: WorkerPool, askings: readonly Asking[]): Promise<Outcomes> {
  const elapsed = stopwatch();
  return await Promise.all(
    askings.map(async ({ at, ms, ending, patience }) => {
      await sleep(at);
      const stop = new AbortController();
      const timer = patience === undefined ? undefined : setTimeout(() => stop.abort(reasons['given up']), patience);
      const how = await pool.run({ ms, ending }, { signal: stop.signal }).then(
        () => 'gives' as const,
        (reason: unknown) => (['fails', 'dies', 'given up'] as const).find((one) => reasons[one] === reason) ?? ('quits' as const),
      );
      clearTimeout(timer);
      return [how, elapsed()] as const;
    }),
  );
}

test('each job ends as it does on so many workers, in the order of asking, whatever becomes of the others', async () => {
  await fc.assert(
    fc.asyncProperty(program, async ({ size, askings }) => {
      const site = new Site();
      const outcomes = await runVirtual(async () => {
        const pool = new WorkerPool(site.start, size);
        const ends = await actual(pool, askings);
        await pool.close();
        return ends;
      });
      expect(outcomes).toEqual(expected(size, askings));
      expect([site.alive, site.overlaps]).toEqual([0, 0]);
      expect(site.most).toBeLessThanOrEqual(size + askings.filter(({ patience }) => patience !== undefined).length);
    }),
    { numRuns: programs },
  );
});

test('close waits for the jobs that it has, and for the workers to be gone', async () => {
  await runVirtual(async () => {
    const elapsed = stopwatch();
    const start = (): Thread<Answer> => thread(async (ms) => {
      await sleep(Number(ms));
      return { ok: true, value: ms };
    }, { endMs: 7 });
    const pool = new WorkerPool(start, 2);
    const jobs = [30, 20, 20].map((ms) => pool.run(ms));
    const closing = pool.close();
    await expect(pool.run(1)).rejects.toThrow('closed');
    await closing;
    expect(elapsed()).toBe(47);
    await Promise.all(jobs);
  });
});
