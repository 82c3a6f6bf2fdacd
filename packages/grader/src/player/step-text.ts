import { inOneText, playerTexts as say } from '../messages/player.ts';
import type { Text } from '../messages/text.ts';
import type { LoopState } from './loop-state.ts';
import type { Step } from './step.ts';

/** What a step is told with. */
interface Setting {
  /** The loop after the step. */
  readonly loop: LoopState;
  /** The step before it ended at that time. */
  readonly before: number;
  /** When the timer was due that goes off. */
  readonly due: number | undefined;
  /** Whether the task has run before. */
  readonly again: boolean;
  /** The names of those who have become ready by it. */
  readonly woken: readonly string[];
}

/** A step in a sentence or two. */
export function textOf(step: Step, setting: Setting): Text {
  const { loop, woken } = setting;
  const wakes = woken.length > 0 ? [say.wakes(woken)] : [];
  switch (step.kind) {
    case 'make':
      if (!step.runs) return say.begins(step.name);
      return step.by === null ? say.made(step.name) : say.madeBy(loop.nameOf(step.by), step.name);
    case 'run':
      return setting.again ? say.goesOn(loop.nameOf(step.task)) : say.runs(loop.nameOf(step.task));
    case 'pause':
      return loop.stateOf(step.task) === 'ready' ? say.givesWay(loop.nameOf(step.task)) : waitText(step, loop);
    case 'wake':
      return say.wakes([loop.nameOf(step.task)]);
    case 'end':
      return inOneText([ends[step.status](loop.nameOf(step.task)), ...wakes]);
    case 'cancel':
      return say.asked(loop.nameOf(step.task));
    case 'fire': {
      const passes = step.t > setting.before ? [say.nobodyReady(step.t)] : [];
      const late = setting.due !== undefined && setting.due < step.t ? [say.overdue(setting.due)] : [];
      return inOneText([...passes, step.task === null ? say.timer : say.timerOf(loop.nameOf(step.task)), ...late]);
    }
    case 'block':
      return step.task === null ? say.blocked(step.until) : say.blocks(loop.nameOf(step.task), step.until);
    case 'print':
      return step.task === null ? say.prints(step.text) : say.printsBy(loop.nameOf(step.task), step.text);
  }
}

const ends = { fulfilled: say.ends, rejected: say.fails, cancelled: say.cancelled };

function waitText({ t, task, on }: Extract<Step, { kind: 'pause' }>, loop: LoopState): Text {
  const name = loop.nameOf(task);
  const at = loop.nextTimerOf(task);
  if (on !== null) return say.waitsFor(name, loop.nameOf(on));
  if (at === undefined) return say.waits(name);
  return at > t ? say.waitsUntil(name, at) : say.waitsTurn(name);
}
