import { assert, sameValue } from '@teatime/grader/kit';
import { says } from './says.ts';
import { startOf, type Workshop } from './stage.ts';

/** Two loops that are there at the same time: what one of them does is nothing to the other. */
export function loops({ lab, napping, noting, sleep, stage, times }: Workshop): void {
  const start = startOf(lab);
  const [short = 0, middle = 0, long = 0] = times(3);
  // The second one runs first, and leaves somebody asleep; what it left is due while the first one runs.
  const plans = [
    { ms: 2 * long, steps: ['1A1', '1B1', '1B2'], waits: [short, long, 2 * long] },
    { ms: middle, steps: ['2A1', '2B1'], waits: [short, middle] },
  ] as const;
  const scenes = plans.map((plan, i) => {
    const scene = stage(start);
    scene.loop.createTask(noting(`${i + 1}A1`, scene.log));
    scene.loop.createTask(napping(`${i + 1}B`, [short, long - short], scene.log));
    return { ...scene, ...plan, number: i + 1 };
  });
  for (const { clock, run, ms, steps, waits, log, number } of scenes.toReversed()) {
    const tea = `tea of loop ${number}`;
    let stepsOfMain: number = steps.length;
    const others = scenes.filter((scene) => scene.number !== number);
    const before = others.map((other) => other.log.steps.length);
    const got = run(function* () {
      yield sleep(ms);
      stepsOfMain = log.steps.length;
      return tea;
    });
    assert(got === tea, says.otherResult(tea, got));
    for (const [i, other] of others.entries()) {
      const stepped = other.log.names.slice(before[i]);
      assert(stepped.length === 0, says.steppedForOther(stepped));
    }
    assert(log.steps.length <= stepsOfMain, says.steppedAfterMain(log.names.slice(stepsOfMain)));
    assert(sameValue(log.names, steps), says.otherLoopSteps(number, steps, log.names));
    assert(sameValue(clock.waits, waits), says.waitedTooOften(waits, clock.waits));
  }
}

export function taskNames({ lab, returning, sleep, stage }: Workshop): void {
  const { loop, run } = stage();
  const unnamed: unknown[] = [];
  const createUnnamed = (): unknown => unnamed.push(nameOf(loop.createTask(returning(1))));
  const createNamed = (name: string): void => {
    const got = nameOf(loop.createTask(returning(2), { name }));
    assert(got === name, says.otherName(name, got));
  };
  for (let i = 0; i < 3; i++) createUnnamed();
  requireNumbers(unnamed, true);
  // A new loop begins again, or goes on counting where all loops count together.
  const [first, other] = [unnamed[0], nameOf(stage().loop.createTask(returning(1)))];
  assert((first === 'Task-1' && other === 'Task-1') || numberOf(other) > numberOf(first), says.noNumber([first]));
  createNamed('early');
  createUnnamed();
  run(function* () {
    createUnnamed();
    yield sleep(1);
    // Two tasks may have the same name.
    const given = [...lab.names(3, { keys: true }), ''];
    for (const name of [...given, ...given.slice(2)]) createNamed(name);
    for (let i = 0; i < 7; i++) createUnnamed();
  });
  requireNumbers(unnamed, false);
  // Nor does a run that is over, or one more, make the numbers begin anew.
  const again = stage();
  const created = [1, 2].map(() => {
    again.run(() => returning('tea'));
    return nameOf(again.loop.createTask(returning(1)));
  });
  requireNumbers(created, false);
}

/** Each number once, rising. Whether main, and tasks with a name of their own, use a number up is left open. */
function requireNumbers(unnamed: readonly unknown[], withoutGaps: boolean): void {
  const numbers = unnamed.map(numberOf);
  const rising = numbers.every((number, i) => {
    const before = numbers[i - 1];
    return before === undefined ? number >= 1 : withoutGaps ? number === before + 1 : number > before;
  });
  assert(rising, says.noNumber(unnamed));
}

/** NaN when the name has none. */
function numberOf(name: unknown): number {
  return Number(typeof name === 'string' ? /^Task-([1-9]\d*)$/.exec(name)?.[1] : undefined);
}

/** The name of what createTask gave. */
function nameOf(task: unknown): unknown {
  assert(typeof task === 'object' && task !== null, says.noTask(task));
  return Reflect.get(task, 'name');
}
