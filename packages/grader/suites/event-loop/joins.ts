import type { LoopCoroutine, Task } from '@teatime/exercises/event-loop';
import { assert, fail, sameValue, type Text } from '@teatime/grader/kit';
import { says } from './says.ts';
import { because, saysOfOrder } from './says-order.ts';
import type { Attempt, Workshop } from './stage.ts';

export function joinValue(workshop: Workshop): void {
  const { lab } = workshop;
  anyValue(workshop);
  waitersGet(workshop, lab.random.pick([undefined, 0, '', false, lab.text()]));
  eachItsOwn(workshop);
}

/** Waited for before it is done, and once more when it is. */
function anyValue({ lab, stage }: Workshop): void {
  const { loop, run } = stage();
  let over = 0;
  function* giving(value: unknown): LoopCoroutine<unknown> {
    over += 1;
    return value;
  }
  const wanted = lab.values();
  const joined: { value: unknown; got: unknown }[] = [];
  run(function* () {
    for (const [nth, value] of wanted.entries()) {
      const task = loop.createTask(giving(value));
      for (let i = 0; i < 2; i++) {
        joined.push({ value, got: yield task });
        assert(over > nth, says.joinedUnrun({ en: 'a task', 'zh-CN': '一个任务' }));
      }
    }
  }, wanted);
  for (const { value, got } of joined) assert(sameValue(got, value), says.joinGave(value, got));
  assert(joined.length === 2 * wanted.length, says.joinHangs({ en: 'main', 'zh-CN': 'main' }));
}

/** Any number may wait for one task, at any time; each goes on once, when the task is done, with what it gave. */
function waitersGet({ lab, returning, sleep, stage, times }: Workshop, value: unknown): void {
  const { loop, clock, run } = stage();
  const [short = 0, middle = 0, long = 0] = times(3);
  // The task is done after `middle`: most wait by then, some come later.
  const waiters = [0, short, short, short, short, 0, middle, middle + short].map((from, i) => ({
    who: String.fromCharCode('A'.charCodeAt(0) + i),
    from,
    due: Math.max(from, middle),
  }));
  const given = lab.names(waiters.length, { keys: true });
  const joined: { who: string; got: unknown; at: number }[] = [];
  const rested = new Map<string, number>();
  run(function* () {
    const brewing = loop.createTask(returning(value, middle), { name: 'tea' });
    function* joiner(who: string, from: number): LoopCoroutine<void> {
      if (from > 0) yield sleep(from);
      const got = yield brewing;
      joined.push({ who, got, at: clock.elapsed() });
      if (from > 0) return;
      yield sleep(short);
      rested.set(who, clock.elapsed());
    }
    for (const [i, { who, from }] of waiters.entries()) loop.createTask(joiner(who, from), { name: given[i] ?? who });
    const got = yield brewing;
    joined.push({ who: 'main', got, at: clock.elapsed() });
    yield sleep(long + middle);
  }, [value]);
  for (const { who, due } of [...waiters, { who: 'main', due: middle }]) {
    const [join, again] = joined.filter((one) => one.who === who);
    const whose: Text = who === 'main' ? { en: 'main', 'zh-CN': 'main' } : { en: `Task ${who}`, 'zh-CN': `任务 ${who}` };
    if (!join) fail(says.joinHangs(whose));
    assert(sameValue(join.got, value), says.joinGave(value, join.got));
    assert(join.at === due, says.wokeAt(who, due, join.at));
    assert(!again, says.ranTwice(who));
    assert(!rested.has(who) || rested.get(who) === due + short, says.wokenAgain(whose, short, due, rested.get(who)));
  }
}

/** Tasks that are done in the same turn, of one name and of equal results, made by tasks: nobody gets another one's. */
function eachItsOwn({ joining, returning, sleep, stage, times }: Workshop): void {
  const { loop, run } = stage();
  const [ms = 0] = times(1);
  const wanted = ['oolong', '', 'oolong'];
  function* parent(tea: string): LoopCoroutine<unknown> {
    const brewing = loop.createTask(returning(tea, ms), { name: 'tea' });
    const between = loop.createTask(joining(brewing), { name: 'tea' });
    const first = yield between;
    const again = yield brewing;
    assert(Object.is(first, again), says.joinGave(first, again));
    return first;
  }
  const got: unknown[] = [];
  run(function* () {
    const parents = wanted.map((tea) => loop.createTask(parent(tea), { name: 'parent' }));
    for (const task of parents) got.push(yield task);
    yield sleep(1);
  });
  assert(sameValue(got, wanted), says.joinsGave(wanted, got));
}

export function joinError(workshop: Workshop): void {
  throwsAtTheYield(workshop);
  everyWaiterHears(workshop, workshop.lab.random.pick([workshop.lab.error('no water'), undefined]));
}

/** Each error once before the task has failed, and once more when it has. */
function throwsAtTheYield({ failing, joining, lab, stage }: Workshop): void {
  const errors = lab.reasons();
  const last = lab.error('out of leaves');
  const { loop, attempt } = stage();
  /** What came to the `yield`, if main has gone on after it. */
  let at: { readonly error: unknown; readonly time: 'running' | 'failed'; came?: Attempt } | undefined;
  const outcome = attempt(function* () {
    for (const error of errors) {
      const boiling = loop.createTask(failing(error));
      for (const time of ['running', 'failed'] as const) {
        at = { error, time };
        try {
          at.came = { gave: yield boiling };
        } catch (threw) {
          at.came = { threw };
        }
        if (!('threw' in at.came) || !Object.is(at.came.threw, error)) return;
      }
    }
    at = undefined;
    // The error of a task goes on to whoever waits for the one that waits for it.
    yield loop.createTask(joining(loop.createTask(failing(last))));
  });
  if (at) {
    const { error, time, came } = at;
    if (came && 'gave' in came) fail(says.joinDidNotThrow(error, came.gave, time));
    if (came) fail(says.joinThrewOther(error, came.threw));
    if ('threw' in outcome) fail(Object.is(outcome.threw, error) ? says.joinErrorEndedAll(error) : says.joinErrorBecame(error, outcome.threw));
    fail(says.joinHangs({ en: 'main', 'zh-CN': 'main' }));
  }
  if ('gave' in outcome) fail(says.passedOnNothing(last, outcome.gave));
  assert(Object.is(outcome.threw, last), says.joinThrewOther(last, outcome.threw));
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
  const waiters = ['A', 'B', 'C'];
  run(function* () {
    const failed = loop.createTask(failing(error, ms));
    const tasks = waiters.map((who) => loop.createTask(waiter(who, failed)));
    for (const task of tasks) results.push(yield task);
  }, [error]);
  for (const who of waiters) {
    assert(heard.has(who), says.waiterHeardNothing(who, error));
    assert(Object.is(heard.get(who), error), says.joinThrewOther(error, heard.get(who)));
  }
  assert(sameValue(results, waiters), says.joinsGave(waiters, results));
}

export function failingTask({ failing, joining, lab, noting, sleep, stage, times }: Workshop): void {
  for (const error of [lab.error('the cat is on the table'), undefined]) {
    const { loop, clock, log, attempt } = stage();
    const [soon = 0, later = 0, last = 0] = times(3);
    const passedOn = lab.error('the dog is under the table');
    let wokeAt: number | undefined;
    const outcome = attempt(function* () {
      for (const name of ['A', 'B', 'C']) {
        loop.createTask(failing(error));
        loop.createTask(noting(name, log));
      }
      // Who waits for it and does not catch fails too, and nobody waits for that one.
      loop.createTask(joining(loop.createTask(failing(passedOn, soon))));
      loop.createTask(
        (function* (): LoopCoroutine<void> {
          yield sleep(later);
          wokeAt = clock.elapsed();
        })(),
      );
      yield sleep(last);
      return 'tea';
    });
    if ('threw' in outcome) {
      assert(!Object.is(outcome.threw, error), says.failureEndedAll(error));
      assert(outcome.threw !== passedOn, says.passedOnEndedAll(passedOn));
      throw outcome.threw;
    }
    assert(outcome.gave === 'tea', says.otherResult('tea', outcome.gave));
    assert(sameValue(log.names, ['A', 'B', 'C']), saysOfOrder.otherOrder(['A', 'B', 'C'], log.steps, because.queue));
    assert(wokeAt === later, says.wokeAt('D', later, wokeAt));
  }
}
