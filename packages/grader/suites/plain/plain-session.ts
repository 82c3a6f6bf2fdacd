import { type Clock, type ClockEvent, currentClock, VirtualClock } from '@teatime/core';
import { bind, type Callable, isCallable } from '../../src/bridge/bind.ts';
import { type Blame, noError } from '../../src/bridge/death.ts';
import type { StudentReport, StudentSession, World } from '../../src/bridge/student-session.ts';
import { useHost } from '../../src/host/modules/host.ts';
import { show } from '../../src/messages/show.ts';

/** The simulated modules of an answer stand on the clock of the check that runs. */
const clock: Clock = {
  now: () => currentClock().now(),
  setTimer: (callback, ms) => currentClock().setTimer(callback, ms),
  clearTimer: (id) => currentClock().clearTimer(id),
  block: (ms) => currentClock().block(ms),
};

type Exports = Readonly<Record<string, unknown>>;

/**
 * An answer that runs next to the suite, in one process with it, and is trusted: for authors of suites and for the benchmark.
 * A hang or an exit of the answer is one of the suite.
 */
export class PlainSession implements StudentSession {
  readonly #load: (visit: number) => Promise<Exports>;
  #visits = 0;
  /** Those that the answer has set: the clock has the suite's, too. */
  readonly #timers = new Set<number>();
  #exports: () => Exports = () => ({});

  /** @param load gives a fresh copy of the answer's module */
  constructor(load: (visit: number) => Promise<Exports>) {
    this.#load = load;
  }

  bind(name: string): Callable {
    return bind(() => {
      const value = this.#exports()[name];
      if (isCallable(value)) return value;
      throw new TypeError(`the answer exports no function ${name}`);
    });
  }

  async begin(world: World): Promise<void> {
    this.#timers.clear();
    this.setWorld(world);
    try {
      const exports = await this.#load(++this.#visits);
      this.#exports = () => exports;
    } catch (error) {
      this.#exports = () => {
        throw error;
      };
    }
  }

  setWorld(world: World): void {
    useHost({ clock, world: () => world });
  }

  atOnce<T>(calls: () => T): T {
    return calls();
  }

  nudge(): boolean {
    return false;
  }

  called(): boolean {
    return true;
  }

  onClock(event: ClockEvent): void {
    if (event.type === 'timer.set' && isAnswerAtWork()) this.#timers.add(event.id);
    else if (event.type === 'timer.fire' || event.type === 'timer.clear') this.#timers.delete(event.id);
  }

  timers(): number {
    const current = currentClock();
    // A timer that keeps nobody waiting is not counted, and is told of as all others.
    return current instanceof VirtualClock ? Math.min(this.#timers.size, current.pending) : 0;
  }

  /** Its thread is the suite's own. */
  workedMs(): undefined {
    return undefined;
  }

  output(): readonly string[] {
    return [];
  }

  blame(error: unknown): Blame {
    return error instanceof Error ? { name: error.name, message: error.message } : { name: noError, message: show(error) };
  }

  end(): StudentReport {
    return { called: [], unhandled: [], spunMs: 0 };
  }
}

/** Whether it is the answer's code that runs now, and not what the suite gave it: whichever of the two stands on top of the stack. */
function isAnswerAtWork(): boolean {
  const frames = new Error().stack?.split('\n') ?? [];
  return frames.map((frame) => /\/packages\/(?:(?<answer>solutions)|grader\/suites\/(?!plain\/))/.exec(frame)).find(Boolean)?.groups?.['answer'] !== undefined;
}
