import { EventLoop, sleep, type LoopCoroutine } from '@teatime/exercises/event-loop';
import { assert, check, durations, elapsed, fail, sameValue, type Lab } from '@teatime/grader/kit';
import { coroutinesWith } from './event-loop/coroutines.ts';
import { TestClock, WaitsAmiss, WatchesClock } from './event-loop/loop-clock.ts';
import { says } from './event-loop/says.ts';

const { failing, joining, napping, returning, sleeper, steps } = coroutinesWith(sleep);

checkLoop('main-result', (lab) => {
  for (const returned of [lab.random.int(1, 1e6), undefined]) {
    const { loop, run } = stage(lab);
    const [short = 0, long = 0] = durations(lab.random, 2);
    let doneAt = Number.NaN;
    function* main(): LoopCoroutine<number | undefined> {
      loop.createTask(sleeper(long));
      yield sleep(short);
      yield sleep(0);
      doneAt = elapsed(lab);
      return returned;
    }
    const got = run(main());
    const endedAt = elapsed(lab);
    assert(got === returned, says.otherResult(returned, got));
    assert(endedAt === doneAt, says.outlivedMain(doneAt, endedAt));
  }
  // A main that never pauses.
  const { run } = stage(lab);
  assert(run(returning('tea')) === 'tea', says.otherResult('tea', undefined));
});

checkLoop('main-error', (lab) => {
  const error = new Error(`no tea ${lab.random.int(100, 999)}`);
  for (const main of [failing(error, lab.random.int(10, 50)), failing(error, undefined)]) {
    const { attempt } = stage(lab);
    const outcome = attempt(main);
    if ('gave' in outcome) fail(says.mainErrorLost(error, outcome.gave));
    assert(outcome.threw === error, says.mainOtherError(error, outcome.threw));
  }
});

checkLoop('starts-later', (lab) => {
  const { loop, run } = stage(lab);
  const log: string[] = [];
  let early: readonly string[] = [];
  run(
    (function* (): LoopCoroutine<void> {
      loop.createTask(steps('A', 1, log));
      loop.createTask(steps('B', 1, log));
      early = [...log];
      yield sleep(lab.random.int(10, 50));
    })(),
  );
  assert(early.length === 0, says.startedInCreateTask);
  for (const task of ['A', 'B']) assert(log.includes(`${task}1`), says.neverStarted(task));
});

checkLoop('fifo', (lab) => {
  const { loop, run } = stage(lab);
  const log: string[] = [];
  const names = ['A', 'B', 'C', 'D'].slice(0, lab.random.int(3, 4));
  const rounds = lab.random.int(3, 4);
  run(
    (function* (): LoopCoroutine<void> {
      for (const name of names) loop.createTask(steps(name, rounds, log));
      yield sleep(50);
    })(),
  );
  const expected = Array.from({ length: rounds }, (_, i) => names.map((name) => `${name}${i + 1}`)).flat();
  assert(sameValue(log, expected), says.otherOrder(expected, log));
});

checkLoop('sleep', (lab) => {
  const { loop, run } = stage(lab);
  const times = durations(lab.random, 3).toReversed();
  const naps = times.map((ms, i) => ({ name: letter(i), ms, again: lab.random.int(10, 90) }));
  const woke = new Map<string, number>();
  const expected = naps.map(({ name, ms, again }) => ({ task: name, from: 0, to: ms + again }));
  function* nap(name: string, ms: number, again: number): LoopCoroutine<void> {
    const finish = lab.recorder.begin(name);
    yield sleep(ms);
    woke.set(`${name}1`, elapsed(lab));
    yield sleep(again);
    woke.set(`${name}2`, elapsed(lab));
    finish();
  }
  run(
    (function* (): LoopCoroutine<void> {
      for (const { name, ms, again } of naps) loop.createTask(nap(name, ms, again));
      yield sleep(Math.max(...times) + 100);
    })(),
  );
  for (const { name, ms, again } of naps) {
    assert(woke.get(`${name}1`) === ms, says.wokeAt(name, ms, woke.get(`${name}1`)), { expected });
    assert(woke.get(`${name}2`) === ms + again, says.wokeAt(name, ms + again, woke.get(`${name}2`)), { expected });
  }
});

checkLoop('timer-order', (lab) => {
  const { loop, clock, run } = stage(lab);
  const [early = 0, middle = 0, late = 0] = durations(lab.random, 3);
  let log: string[] = [];
  const naps: readonly (readonly [string, readonly number[]])[] = [
    ['A', [late]],
    ['B', [early, late - early]],
    ['C', [middle]],
    ['D', [late]],
    ['E', [early]],
    ['F', [middle]],
  ];
  run(
    (function* (): LoopCoroutine<void> {
      for (const [name, times] of naps) loop.createTask(napping(name, times, log));
      yield sleep(late + 50);
    })(),
  );
  // At the latest deadline A and D come before B: B's second sleep was asked for after theirs.
  const expected = ['B1', 'E1', 'C1', 'F1', 'A1', 'D1', 'B2'];
  assert(sameValue(log, expected), says.otherOrder(expected, log));
  // Work goes on past all the deadlines: then the order of the deadlines counts, not that of falling asleep.
  log = [];
  run(
    (function* (): LoopCoroutine<void> {
      for (const [name, ms] of Object.entries({ A: late, B: early, C: middle })) loop.createTask(napping(name, [ms], log));
      yield sleep(1);
      clock.work(late);
      yield sleep(1);
    })(),
  );
  assert(sameValue(log, ['B1', 'C1', 'A1']), says.otherWaking(['B', 'C', 'A'], log));
});

checkLoop('idle-time', (lab) => {
  const { loop, clock, run } = stage(lab);
  const deadlines = durations(lab.random, 4);
  const began = new Map<string, number>();
  function* nap(name: string, ms: number): LoopCoroutine<void> {
    began.set(name, elapsed(lab));
    yield sleep(ms);
  }
  run(
    (function* (): LoopCoroutine<void> {
      const tasks = deadlines.map((ms, i) => loop.createTask(nap(letter(i), ms)));
      for (const task of tasks) yield task;
    })(),
  );
  for (const [name, at] of began) assert(at === 0, says.waitedWithWork(name, at));
  assert(sameValue(clock.waits, deadlines), says.waitedTooOften(deadlines, clock.waits));
});

checkLoop('no-starving', (lab) => {
  const { loop, clock, run } = stage(lab);
  const due = lab.random.int(10, 20);
  let wokeAt: number | undefined;
  // Each task of the chain works for a millisecond and makes the next one: somebody is ready all the time.
  function* chain(left: number): LoopCoroutine<void> {
    clock.work(1);
    if (left > 0) loop.createTask(chain(left - 1));
  }
  run(
    (function* (): LoopCoroutine<void> {
      loop.createTask(
        (function* (): LoopCoroutine<void> {
          yield sleep(due);
          wokeAt = elapsed(lab);
        })(),
      );
      loop.createTask(chain(60));
      yield sleep(100);
    })(),
  );
  assert(wokeAt !== undefined && wokeAt <= due + 5, says.starved(due, wokeAt));
});

checkLoop('join-value', (lab) => {
  const { loop, run } = stage(lab);
  const [short = 0, long = 0] = durations(lab.random, 2);
  const tea = `tea ${lab.random.int(100, 999)}`;
  const joined: { who: string; got: unknown; at: number }[] = [];
  run(
    (function* (): LoopCoroutine<void> {
      const brewing = loop.createTask(returning(tea, long));
      function* joiner(who: string, wait: number): LoopCoroutine<void> {
        yield sleep(wait);
        const got = yield brewing;
        joined.push({ who, got, at: elapsed(lab) });
      }
      const waits = { A: 0, B: short, C: long + short };
      for (const [who, wait] of Object.entries(waits)) loop.createTask(joiner(who, wait));
      yield sleep(long + short + 50);
    })(),
  );
  const due = { A: long, B: long, C: long + short };
  for (const who of ['A', 'B', 'C'] as const) {
    const [join] = joined.filter((one) => one.who === who);
    if (!join) fail(says.joinHangs({ en: `Task ${who}`, 'zh-CN': `任务 ${who}` }));
    assert(join.got === tea, says.joinGave(tea, join.got));
    assert(join.at === due[who], says.wokeAt(who, due[who], join.at));
  }
});

checkLoop('join-error', (lab) => {
  const error = new Error(`no water ${lab.random.int(100, 999)}`);
  const [ms = 0] = durations(lab.random, 1);
  const caught: unknown[] = [];
  const { loop, attempt } = stage(lab);
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
    assert(threw === error, says.joinThrewOther(error, threw));
  }
  if (caught.length < 2) {
    if ('gave' in outcome) fail(says.joinHangs({ en: 'main', 'zh-CN': 'main' }));
    if (outcome.threw === error) fail(says.joinErrorEndedAll(error));
    throw outcome.threw;
  }
  if ('gave' in outcome) fail(says.joinDidNotThrow(error, outcome.gave));
  assert(outcome.threw === error, says.joinThrewOther(error, outcome.threw));
});

checkLoop('failing-task', (lab) => {
  const { loop, attempt } = stage(lab);
  const error = new Error(`the cat is on the table ${lab.random.int(100, 999)}`);
  const [soon = 0, later = 0, last = 0] = durations(lab.random, 3);
  let wokeAt: number | undefined;
  const outcome = attempt(
    (function* (): LoopCoroutine<string> {
      loop.createTask(failing(error, undefined));
      loop.createTask(failing(error, soon));
      loop.createTask(
        (function* (): LoopCoroutine<void> {
          yield sleep(later);
          wokeAt = elapsed(lab);
        })(),
      );
      yield sleep(last);
      return 'tea';
    })(),
  );
  if ('threw' in outcome) {
    assert(outcome.threw !== error, says.failureEndedAll(error));
    throw outcome.threw;
  }
  assert(outcome.gave === 'tea', says.otherResult('tea', outcome.gave));
  assert(wokeAt === later, says.wokeAt('B', later, wokeAt));
});

checkLoop('names', (lab) => {
  const { loop } = stage(lab);
  const name = `kettle ${lab.random.int(1, 99)}`;
  const first = loop.createTask(returning(1));
  const named = loop.createTask(returning(2), { name });
  const second = loop.createTask(returning(3));
  assert(nameOf(named) === name, says.otherName(name, nameOf(named)));
  const unnamed = [nameOf(first), nameOf(second)];
  const numbers = unnamed.map((given) => (typeof given === 'string' ? /^Task-([1-9]\d*)$/.exec(given)?.[1] : undefined));
  assert(numbers[0] && numbers[1] && Number(numbers[0]) < Number(numbers[1]), says.noNumber(unnamed));
});

/** The name of what createTask gave. */
function nameOf(task: unknown): unknown {
  assert(typeof task === 'object' && task !== null, says.noTask(task));
  return Reflect.get(task, 'name');
}

/** A check in which nothing is awaited: the student's loop runs from beginning to end in one call. */
function checkLoop(id: string, body: (lab: Lab) => void): void {
  check(id, (lab) => {
    body(lab);
    return Promise.resolve();
  });
}

interface Stage {
  readonly loop: EventLoop;
  readonly clock: TestClock;
  /** Runs main; an error that comes out is the student's own. */
  readonly run: (main: LoopCoroutine<unknown>) => unknown;
  /** Runs main where it may fail. */
  readonly attempt: (main: LoopCoroutine<unknown>) => { readonly gave: unknown } | { readonly threw: unknown };
}

/** A new loop on a clock of the check. */
function stage(lab: Lab): Stage {
  const clock = new TestClock(lab);
  const loop = loopOn(clock);
  for (const name of ['createTask', 'run'] as const) assert(typeof loop[name] === 'function', says.noMethod(name));
  const run = (main: LoopCoroutine<unknown>): unknown => {
    try {
      return loop.run(main);
    } catch (error) {
      if (error instanceof WatchesClock) fail(says.watchesClock);
      if (error instanceof WaitsAmiss) fail(error.ms > 0 ? says.waitsTooLong(error.ms) : says.waitsInVain);
      throw error;
    }
  };
  const attempt: Stage['attempt'] = (main) => {
    try {
      return { gave: run(main) };
    } catch (threw) {
      if (isVerdict(threw)) throw threw;
      return { threw };
    }
  };
  return { loop, clock, run, attempt };
}

/** @throws CheckFailure when the student's EventLoop cannot be made with `new` */
function loopOn(clock: TestClock): EventLoop {
  try {
    return new EventLoop(clock);
  } catch (error) {
    // Of a name in the student's own code it says `Heap is not a constructor`; of what the check calls, the whole text.
    const about = error instanceof TypeError && /^(.*) is not a constructor$/s.exec(error.message)?.[1];
    if (about && /[^\w$.]/.test(about)) fail(says.noClass);
    throw error;
  }
}

/** Whether this was thrown by the check itself. */
function isVerdict(error: unknown): boolean {
  return error instanceof Error && error.name === 'CheckFailure';
}

const letter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);
