import type { LoopCoroutine } from '@teatime/exercises/event-loop';
import { assert, fail, sameValue } from '@teatime/grader/kit';
import { says } from './says.ts';
import type { Workshop } from './stage.ts';

export function mainResult(workshop: Workshop): void {
  const { lab, returning, stage } = workshop;
  // A main that never pauses.
  for (const returned of lab.values()) {
    const got = stage().run(returning(returned), [returned]);
    assert(sameValue(got, returned), says.otherResult(returned, got));
  }
  for (const returned of [undefined, lab.text()]) endsWithMain(workshop, returned);
  runsAgain(workshop);
  takesManyTurns(workshop);
}

function takesManyTurns({ lab, sleep, stage }: Workshop): void {
  const { clock, run } = stage();
  const turns = lab.random.int(150, 200);
  function* main(): LoopCoroutine<string> {
    for (let turn = 0; turn < turns; turn++) {
      clock.work(1);
      yield sleep(0);
    }
    return 'tea';
  }
  const got = run(main());
  assert(got === 'tea', says.otherResult('tea', got));
  assert(clock.elapsed() === turns, says.outlivedMain(turns, clock.elapsed()));
}

/** When main is done, at the same moment as others wake up, run is done: nobody takes one more step. */
function endsWithMain({ noting, returning, sleep, sleeper, stage, times }: Workshop, returned: unknown): void {
  const { loop, clock, run } = stage();
  const [short = 0, middle = 0, long = 0] = times(3);
  const late: string[] = [];
  let doneAt = Number.NaN;
  function* main(): LoopCoroutine<unknown> {
    loop.createTask(returning('not the result of main'));
    const got = yield loop.createTask(returning(returned, short));
    loop.createTask(sleeper(long));
    for (const name of ['A', 'B']) loop.createTask(neighbour(name));
    yield sleep(middle);
    loop.createTask(noting('C', late));
    doneAt = clock.elapsed();
    return got;
  }
  // They fall asleep behind main and wake behind it, when it is done.
  function* neighbour(name: string): LoopCoroutine<void> {
    yield sleep(middle);
    late.push(name);
  }
  const got = run(main(), [returned]);
  assert(sameValue(got, returned), says.otherResult(returned, got));
  assert(late.length === 0, says.steppedAfterMain(late));
  assert(clock.elapsed() === doneAt, says.outlivedMain(doneAt, clock.elapsed()));
}

/** A loop can run one main after another. What was left over from the one before may go on or not. */
function runsAgain({ noting, sleep, sleeper, stage, times }: Workshop): void {
  const { loop, clock, run } = stage();
  for (const [round, ms] of times(3).toReversed().entries()) {
    const tea = `tea ${round + 1}`;
    const due = clock.elapsed() + ms;
    function* main(): LoopCoroutine<string> {
      loop.createTask(sleeper(3 * ms));
      yield sleep(ms);
      loop.createTask(noting(tea, []));
      return tea;
    }
    const got = run(main());
    assert(got === tea, says.otherRunGave(round + 1, tea, got));
    assert(clock.elapsed() === due, says.otherRunEnded(round + 1, due, clock.elapsed()));
  }
}

export function mainError({ failing, lab, noting, sleep, sleeper, stage, times }: Workshop): void {
  for (const [i, error] of lab.reasons().entries()) {
    const [short = 0, middle = 0, long = 0] = times(3);
    const ms = i % 2 === 0 ? middle : 0;
    const { loop, clock, attempt } = stage();
    const late: string[] = [];
    const outcome = attempt(
      (function* (): LoopCoroutine<never> {
        loop.createTask(failing(lab.error('of somebody else'), short));
        loop.createTask(sleeper(long));
        if (ms > 0) yield sleep(ms);
        loop.createTask(noting('A', late));
        throw error;
      })(),
    );
    if ('gave' in outcome) fail(says.mainErrorLost(error, outcome.gave));
    assert(Object.is(outcome.threw, error), says.mainOtherError(error, outcome.threw));
    assert(late.length === 0, says.steppedAfterMain(late));
    assert(clock.elapsed() === ms, says.outlivedMain(ms, clock.elapsed()));
  }
}

export function startsLater({ lab, noting, sleep, stage }: Workshop): void {
  const { loop, run } = stage();
  const log: string[] = [];
  /** Makes a task, with and without a name. */
  const make = (step: string, name?: string): void => {
    loop.createTask(noting(step, log), name === undefined ? undefined : { name });
    assert(!log.includes(step), says.startedInCreateTask);
  };
  function* parent(): LoopCoroutine<void> {
    make('E');
    make('F', 'child');
    yield sleep(1);
  }
  make('A');
  make('B', 'early');
  run(
    (function* (): LoopCoroutine<void> {
      make('C');
      make('D', 'late');
      loop.createTask(parent());
      yield sleep(lab.random.int(10, 50));
    })(),
  );
  for (const step of ['A', 'B', 'C', 'D', 'E', 'F']) assert(log.includes(step), says.neverStarted(step));
  const again = log.find((step, i) => log.indexOf(step) !== i);
  assert(again === undefined, says.ranTwice(again ?? ''));
}
