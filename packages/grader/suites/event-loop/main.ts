import type { LoopCoroutine, Sleep, Task } from '@teatime/exercises/event-loop';
import { assert, fail, sameValue } from '@teatime/grader/kit';
import { says } from './says.ts';
import type { Workshop } from './stage.ts';

export function mainResult(workshop: Workshop): void {
  const { lab, returning, stage } = workshop;
  // A main that never pauses.
  for (const returned of lab.values()) {
    const got = stage().run(() => returning(returned), [returned]);
    assert(sameValue(got, returned), says.otherResult(returned, got));
  }
  for (const returned of [undefined, lab.text()]) endsWithMain(workshop, returned);
  runsAgain(workshop);
}

/** When main is done, at the same moment as others wake up, run is done: nobody takes one more step. */
function endsWithMain({ noting, returning, sleep, stage, times }: Workshop, returned: unknown): void {
  const { loop, clock, log, run } = stage();
  const [short = 0, middle = 0, long = 0] = times(3);
  let doneAt = Number.NaN;
  const got = run(function* main() {
    // It is called like main, and is another one all the same.
    yield loop.createTask(returning(returned, short), { name: 'main' });
    const asleep = loop.createTask(leftOver('A', sleep(long)));
    loop.createTask(leftOver('B', asleep));
    // They fall asleep behind main and wake behind it, when it is done.
    for (const name of ['C', 'D']) loop.createTask(leftOver(name, sleep(middle)));
    yield sleep(middle);
    loop.createTask(noting('E', log));
    doneAt = clock.elapsed();
    // What came of the task is for another check.
    return returned;
  }, [returned]);
  function* leftOver(name: string, awaited: Sleep | Task<unknown>): LoopCoroutine<void> {
    try {
      yield awaited;
      log.note(name);
    } finally {
      log.note(`${name} (finally)`);
    }
  }
  assert(sameValue(got, returned), says.otherResult(returned, got));
  assert(log.steps.length === 0, says.steppedAfterMain(log.names));
  assert(clock.elapsed() === doneAt, says.outlivedMain(doneAt, clock.elapsed()));
}

/** A loop can run one main after another, whatever became of the one before. What was left over may go on or not. */
function runsAgain({ lab, noting, sleep, sleeper, stage, times }: Workshop): void {
  const { loop, clock, log, attempt } = stage();
  const error = lab.error('no tea today');
  for (const [i, ms] of times(3).toReversed().entries()) {
    const round = i + 1;
    const tea = `tea ${round}`;
    const due = clock.elapsed() + ms;
    const fails = round === 2;
    const outcome = attempt(function* () {
      loop.createTask(sleeper(3 * ms));
      yield sleep(ms);
      loop.createTask(noting(tea, log));
      if (fails) throw error;
      return tea;
    });
    if (fails) assert('threw' in outcome && Object.is(outcome.threw, error), says.otherRunKept(round, error));
    else if ('threw' in outcome) fail(says.otherRunThrew(round, outcome.threw));
    else assert(outcome.gave === tea, says.otherRunGave(round, tea, outcome.gave));
    assert(clock.elapsed() === due, says.otherRunEnded(round, due, clock.elapsed()));
  }
}

export function mainError({ failing, lab, noting, sleep, stage, times }: Workshop): void {
  for (const [i, error] of lab.reasons().entries()) {
    const [short = 0, middle = 0, long = 0] = times(3);
    const ms = i < 2 ? middle : 0;
    const { loop, clock, log, attempt } = stage();
      function* leftOver(duration: number): LoopCoroutine<void> {
      try {
        yield sleep(duration);
      } finally {
        log.note('B (finally)');
      }
    }
    const outcome = attempt(function* () {
      if (ms > 0) {
        loop.createTask(failing(lab.error('of somebody else'), short));
        loop.createTask(leftOver(long));
        yield sleep(ms);
        assert(clock.elapsed() === ms, says.wokeAt('main', ms, clock.elapsed()));
      }
      loop.createTask(noting('A', log));
      throw error;
    });
    if ('gave' in outcome) fail(says.mainErrorLost(error, outcome.gave));
    assert(Object.is(outcome.threw, error), says.mainOtherError(error, outcome.threw));
    assert(log.steps.length === 0, says.steppedAfterMain(log.names));
    assert(clock.elapsed() === ms, says.outlivedMain(ms, clock.elapsed()));
  }
}

export function startsLater({ lab, noting, sleep, stage }: Workshop): void {
  const { loop, log, run } = stage();
  /** Makes a task, with and without a name. */
  const make = (step: string, name?: string): void => {
    loop.createTask(noting(step, log), name === undefined ? undefined : { name });
    assert(!log.names.includes(step), says.startedInCreateTask);
  };
  function* parent(): LoopCoroutine<void> {
    make('E');
    make('F', 'child');
    yield sleep(1);
  }
  make('A');
  make('B', 'early');
  run(function* () {
    make('C');
    make('D', 'late');
    loop.createTask(parent());
    yield sleep(lab.random.int(10, 50));
  });
  for (const step of ['A', 'B', 'C', 'D', 'E', 'F']) assert(log.names.includes(step), says.neverStarted(step));
  const again = log.names.find((step, i) => log.names.indexOf(step) !== i);
  assert(again === undefined, says.ranTwice(again ?? ''));
}
