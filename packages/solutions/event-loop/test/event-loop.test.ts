import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventLoop, sleep, type LoopClock, type LoopCoroutine, type Task } from '../event-loop.ts';
import { programs } from '../../test/programs.ts';

/** A clock that jumps, and never back. */
class JumpingClock implements LoopClock {
  #now = 0;

  now(): number {
    return this.#now;
  }

  waitUntil(time: number): void {
    if (time < this.#now) throw new Error('that time has passed');
    this.#now = time;
  }
}

const naps = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 5 }), { maxLength: 6 });

test('sleepers wake on time, by deadline and then by the order of falling asleep', () => {
  fc.assert(
    fc.property(naps, (given) => {
      const clock = new JumpingClock();
      const loop = new EventLoop(clock);
      const log: string[] = [];
      function* napping(who: number, times: readonly number[]): LoopCoroutine<void> {
        for (const ms of times) {
          yield sleep(ms);
          log.push(`${who} at ${clock.now()}`);
        }
      }
      function* main(): LoopCoroutine<void> {
        const tasks = given.map((times, who) => loop.createTask(napping(who, times)));
        for (const task of tasks) yield task;
      }
      loop.run(main());
      expect(log).toEqual(awakenings(given));
    }),
    { numRuns: programs },
  );
});

/** The model: of all sleepers, the one with the earliest deadline wakes, and among those the one who fell asleep first. */
function awakenings(given: readonly (readonly number[])[]): string[] {
  const log: string[] = [];
  let asleep = given.flatMap(([first, ...rest], who) => (first === undefined ? [] : [{ who, at: first, rest, order: who }]));
  for (let order = given.length; asleep.length > 0; order++) {
    const [next] = asleep.toSorted((a, b) => a.at - b.at || a.order - b.order);
    if (!next) break;
    log.push(`${next.who} at ${next.at}`);
    const [ms, ...rest] = next.rest;
    const again = ms === undefined ? [] : [{ who: next.who, at: next.at + ms, rest, order }];
    asleep = [...asleep.filter((one) => one !== next), ...again];
  }
  return log;
}

/** Tasks that sleep, wait for tasks made before them, and fail or do not. */
const families = fc
  .array(
    fc.record({ naps: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }), fails: fc.boolean(), joins: fc.array(fc.nat()) }),
    { minLength: 1, maxLength: 6 },
  )
  .map((tasks) => tasks.map((task, i) => ({ ...task, joins: i === 0 ? [] : task.joins.slice(0, 3).map((n) => n % i) })));

test('who waits for a task gets its result or its error, at the moment it is done', () => {
  fc.assert(
    fc.property(families, (given) => {
      const clock = new JumpingClock();
      const loop = new EventLoop(clock);
      const made: Task<string>[] = [];
      const heard: unknown[] = [];
      function* member(who: number): LoopCoroutine<string> {
        const { naps: times = [], fails, joins = [] } = given[who] ?? {};
        for (const ms of times) yield sleep(ms);
        for (const other of joins) {
          const task = made[other];
          if (!task) continue;
          try {
            heard.push([who, other, yield task, clock.now()]);
          } catch (error) {
            heard.push([who, other, String(error), clock.now()]);
          }
        }
        if (fails) throw new Error(`error of ${who}`);
        return `result of ${who}`;
      }
      function* main(): LoopCoroutine<number> {
        for (const who of given.keys()) made.push(loop.createTask(member(who)));
        for (const task of made) {
          try {
            yield task;
          } catch {
            // Heard by others.
          }
        }
        return clock.now();
      }
      const end = loop.run(main());

      const done: number[] = [];
      const expected = given.flatMap(({ naps: times, joins }, who) => {
        let now = times.reduce((sum, ms) => sum + ms, 0);
        const news = joins.map((other) => {
          now = Math.max(now, done[other] ?? 0);
          return [who, other, given[other]?.fails ? `Error: error of ${other}` : `result of ${other}`, now];
        });
        done.push(now);
        return news;
      });
      expect(heard.toSorted()).toEqual(expected.toSorted());
      expect(end).toBe(Math.max(...done));
    }),
    { numRuns: programs },
  );
});
