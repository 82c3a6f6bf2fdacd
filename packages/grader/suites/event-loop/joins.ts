import type { LoopCoroutine, Task } from '@teatime/exercises/event-loop';
import { assert, fail, sameValue } from '@teatime/grader/kit';
import type { Text } from '../../src/messages/text.ts';
import { says } from './says.ts';
import { isVerdict, type Workshop } from './stage.ts';

export function joinValue(workshop: Workshop): void {
  anyValue(workshop);
  const tea = `tea ${workshop.lab.random.int(100, 999)}`;
  for (const value of [undefined, workshop.lab.random.pick([0, '', false, tea])]) waitersGet(workshop, value);
  eachItsOwn(workshop);
}

/** Waited for while it runs, and twice more when it is done. */
function anyValue({ lab, returning, stage, times }: Workshop): void {
  const { loop, run } = stage();
  const [ms = 0] = times(1);
  const wanted = lab.values();
  const joined: { value: unknown; got: unknown }[] = [];
  run(
    (function* (): LoopCoroutine<void> {
      for (const value of wanted) {
        const task = loop.createTask(returning(value, ms));
        for (let i = 0; i < 3; i++) joined.push({ value, got: yield task });
      }
    })(),
    wanted,
  );
  for (const { value, got } of joined) assert(sameValue(got, value), says.joinGave(value, got));
  assert(joined.length === 3 * wanted.length, says.joinHangs({ en: 'main', 'zh-CN': 'main' }));
}

/** Any number may wait for one task, at any time; each goes on once, when the task is done, with what it gave. */
function waitersGet({ lab, returning, sleep, stage, times }: Workshop, value: unknown): void {
  const { loop, clock, run } = stage();
  const [short = 0, middle = 0, long = 0] = times(3);
  // The task is done after `middle`: most wait by then, some come later.
  const waiters = [0, 0, short, 0, short, 0, middle, middle + short, long].map((from, i) => ({
    who: String.fromCharCode('A'.charCodeAt(0) + i),
    from,
    due: Math.max(from, middle),
  }));
  const given = lab.names(waiters.length, { keys: true });
  const joined: { who: string; got: unknown; at: number }[] = [];
  const rested = new Map<string, number>();
  run(
    (function* (): LoopCoroutine<void> {
      const brewing = loop.createTask(returning(value, middle), { name: 'tea' });
      function* joiner(who: string, from: number): LoopCoroutine<void> {
        if (from > 0) yield sleep(from);
        const got = yield brewing;
        joined.push({ who, got, at: clock.elapsed() });
        yield sleep(short);
        rested.set(who, clock.elapsed());
      }
      for (const [i, { who, from }] of waiters.entries()) loop.createTask(joiner(who, from), { name: given[i] ?? who });
      const got = yield brewing;
      joined.push({ who: 'main', got, at: clock.elapsed() });
      yield sleep(long + middle);
    })(),
    [value],
  );
  for (const { who, due } of [...waiters, { who: 'main', due: middle }]) {
    const [join, again] = joined.filter((one) => one.who === who);
    const whose: Text = who === 'main' ? { en: 'main', 'zh-CN': 'main' } : { en: `Task ${who}`, 'zh-CN': `任务 ${who}` };
    if (!join) fail(says.joinHangs(whose));
    assert(sameValue(join.got, value), says.joinGave(value, join.got));
    assert(join.at === due, says.wokeAt(who, due, join.at));
    assert(!again, says.ranTwice(who));
    assert(who === 'main' || rested.get(who) === due + short, says.wokenAgain(whose, short, due, rested.get(who)));
  }
}

/** Tasks that are done in the same turn, of one name and of equal results, made by tasks: nobody gets another one's. */
function eachItsOwn({ joining, returning, sleep, stage, times }: Workshop): void {
  const { loop, run } = stage();
  const [ms = 0] = times(1);
  const wanted = ['oolong', 'sencha', 'oolong', '', 'assam'];
  function* parent(tea: string): LoopCoroutine<unknown> {
    const brewing = loop.createTask(returning(tea, ms), { name: 'tea' });
    const between = loop.createTask(joining(brewing), { name: 'tea' });
    const first = yield between;
    const again = yield brewing;
    assert(Object.is(first, again), says.joinGave(first, again));
    return first;
  }
  const got: unknown[] = [];
  run(
    (function* (): LoopCoroutine<void> {
      const parents = wanted.map((tea) => loop.createTask(parent(tea), { name: 'parent' }));
      for (const task of parents) got.push(yield task);
      yield sleep(1);
    })(),
  );
  assert(sameValue(got, wanted), says.joinsGave(wanted, got));
}

export function joinError(workshop: Workshop): void {
  for (const error of workshop.lab.reasons()) throwsAtTheYield(workshop, error);
  for (const error of [workshop.lab.error('no water'), undefined]) everyWaiterHears(workshop, error);
}

function throwsAtTheYield({ failing, joining, stage, times }: Workshop, error: unknown): void {
  const [ms = 0] = times(1);
  const caught: unknown[] = [];
  const { loop, attempt } = stage();
  const outcome = attempt(
    (function* (): LoopCoroutine<string> {
      const boiling = loop.createTask(failing(error, ms));
      // Once while the task runs, and once more when it has failed.
      for (let i = 0; i < 2; i++) {
        try {
          const got = yield boiling;
          fail(says.joinDidNotThrow(error, got));
        } catch (threw) {
          caught.push(threw);
        }
      }
      // The error of a task goes on to whoever waits for the one that waits for it.
      const between = loop.createTask(joining(loop.createTask(failing(error, ms))));
      yield between;
      return 'no error';
    })(),
  );
  for (const threw of caught) {
    if (isVerdict(threw)) throw threw;
    assert(Object.is(threw, error), says.joinThrewOther(error, threw));
  }
  if (caught.length < 2) {
    if ('gave' in outcome) fail(says.joinHangs({ en: 'main', 'zh-CN': 'main' }));
    if (Object.is(outcome.threw, error)) fail(says.joinErrorEndedAll(error));
    throw outcome.threw;
  }
  if ('gave' in outcome) fail(says.joinDidNotThrow(error, outcome.gave));
  assert(Object.is(outcome.threw, error), says.joinThrewOther(error, outcome.threw));
}

/** Each waiter gets the error, and goes on after it as if nothing had been: it may sleep, wait for others and return. */
function everyWaiterHears({ failing, returning, sleep, stage, times }: Workshop, error: unknown): void {
  const { loop, clock, run } = stage();
  const [ms = 0, rest = 0] = times(2);
  const heard = new Map<string, unknown>();
  const results: unknown[] = [];
  function* waiter(who: string, failed: Task<unknown>): LoopCoroutine<string> {
    try {
      yield failed;
    } catch (threw) {
      heard.set(who, threw);
    }
    yield sleep(rest);
    assert(clock.elapsed() === ms + rest, says.wokeAt(who, ms + rest, clock.elapsed()));
    yield loop.createTask(returning('fine'));
    return who;
  }
  const waiters = ['A', 'B', 'C', 'D'];
  run(
    (function* (): LoopCoroutine<void> {
      const failed = loop.createTask(failing(error, ms));
      const tasks = waiters.map((who) => loop.createTask(waiter(who, failed)));
      for (const task of tasks) results.push(yield task);
    })(),
    [error],
  );
  for (const who of waiters) {
    assert(heard.has(who), says.waiterHeardNothing(who, error));
    assert(Object.is(heard.get(who), error), says.joinThrewOther(error, heard.get(who)));
  }
  assert(sameValue(results, waiters), says.joinsGave(waiters, results));
}

export function failingTask({ failing, lab, noting, sleep, stage, times }: Workshop): void {
  for (const error of [lab.error('the cat is on the table'), undefined]) {
    const { loop, clock, attempt } = stage();
    const [soon = 0, later = 0, last = 0] = times(3);
    const log: string[] = [];
    let wokeAt: number | undefined;
    const outcome = attempt(
      (function* (): LoopCoroutine<string> {
        for (const name of ['A', 'B', 'C']) {
          loop.createTask(failing(error));
          loop.createTask(noting(name, log));
        }
        loop.createTask(failing(error, soon));
        loop.createTask(
          (function* (): LoopCoroutine<void> {
            yield sleep(later);
            wokeAt = clock.elapsed();
          })(),
        );
        yield sleep(last);
        return 'tea';
      })(),
    );
    if ('threw' in outcome) {
      assert(!Object.is(outcome.threw, error), says.failureEndedAll(error));
      throw outcome.threw;
    }
    assert(outcome.gave === 'tea', says.otherResult('tea', outcome.gave));
    assert(sameValue(log, ['A', 'B', 'C']), says.otherOrder(['A', 'B', 'C'], log));
    assert(wokeAt === later, says.wokeAt('D', later, wokeAt));
  }
}
