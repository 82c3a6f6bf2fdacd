import * as core from '@teatime/core';
import { beginChance, makeChanceVirtual } from '../../host/chance.ts';
import { watchForbidden } from '../../host/forbidden.ts';
import { lockRealm } from '../../host/lock-realm.ts';
import { useHost } from '../../host/modules/host.ts';
import { placeOf } from '../../host/place.ts';
import { RealWork } from '../../host/real-work.ts';
import { RemoteClock } from '../../host/remote-clock.ts';
import { type Line, Visit } from '../../host/visit.ts';
import { makeVirtual } from '../../host/virtual-globals.ts';
import { nextMacrotask } from '../../judge/kit/browser-platform.ts';
import type { FrameFromStudent, FrameToStudent } from '../../wire/frames.ts';
import type { WirePlace } from '../../wire/wire-value.ts';
import { FreshModules } from './fresh-modules.ts';
import { confine } from './realm.ts';

/*
 * What the student process is to the judge. It is a bundle of its own, with its own copy of core, so that each side of the wire
 * has its own clock and its own tasks, though both share a thread. The globals are this side's.
 */

/** Where the files of this side lie. */
const folder = import.meta.url.replace(/[^/]+$/, '');

/** How many rounds of the real event loop a file may take to load once it has begun: one that needs more waits at its top level. */
const loadRounds = 500;

type LoadFrame = Extract<FrameToStudent, { t: 'load' }>;

export interface StudentSide {
  /** Loads a fresh copy of the submission, and says so in a frame. */
  load(frame: LoadFrame): Promise<void>;
  /** Does what the suite's side asks for. */
  take(frame: FrameToStudent): void;
  /** Lets work go on that needs real time. True when some of it came to its end. */
  settled(): Promise<boolean>;
  reportUnhandled(error: unknown): void;
  /** Whether it is this side's own copy of an error that has crossed. */
  knows(error: Error): boolean;
  /** Whether an error was made by the student's code, or on its behalf. */
  wrote(error: Error): boolean;
  /** Where in the student's files the call stands that led here. */
  place(): WirePlace | undefined;
}

export type OpenStudentSide = (line: Line) => StudentSide;

/** Takes the realm for the student's code. To be called once, when all that needs the other globals has been loaded. */
export const openStudentSide: OpenStudentSide = (line) => {
  const write = (frame: FrameFromStudent): void => {
    clock.tellSpun();
    line.write(frame);
  };
  const clock: RemoteClock = new TellingClock(write);
  const modules = new FreshModules();
  const parts = { line, clock, importModule: modules.load };
  let visit = new Visit({ ...parts, world: { files: {}, readMs: 0, hashMs: 0 } });
  const realWork = new RealWork((callback) => nextMacrotask().then(callback));
  const place = (): WirePlace | undefined => placeOf(new Error());
  useHost({ clock, world: () => visit.world });
  confine(clock, {
    onOutput: (text) => write({ t: 'log', text }),
    onExit: () => {
      const here = place();
      write({ t: 'exit', ...(here && { place: here }) });
    },
  });
  makeVirtual(clock, realWork);
  makeChanceVirtual();
  let timeHasBegun = false;
  const beginTime = (forbidden: readonly string[] = []): void => {
    if (timeHasBegun) return;
    timeHasBegun = true;
    core.installClock(clock);
    watchForbidden(forbidden, (name) => visit.tellUse(name));
    lockRealm(Object.values(core).filter((value) => typeof value === 'function'), [clock, RemoteClock.prototype]);
  };

  return {
    load: async (frame) => {
      clock.set(frame.now);
      if (!timeHasBegun && mentionsBytes(frame)) await provideBuffer();
      beginTime(frame.forbidden);
      beginChance();
      clock.reset();
      visit.end();
      visit = new Visit({ ...parts, world: frame.world });
      const progress = { over: false };
      const loading = visit.load(frame).finally(() => (progress.over = true));
      await Promise.race([modules.begun(), loading]);
      for (let round = 0; round < loadRounds || realWork.pending; round++) {
        await nextMacrotask();
        if (progress.over) return;
      }
      write({ t: 'loaded', ok: false, waits: true });
    },
    take: (frame) => {
      if (frame.t !== 'start') clock.set(frame.now);
      if (frame.t === 'load') visit.world = frame.world;
      else visit.dispatch(frame);
    },
    settled: () => realWork.settled(),
    reportUnhandled: (error) => visit.reportUnhandled(error),
    knows: (error) => visit.knows(error),
    wrote: (error) => placeOf(error) !== undefined || (error.stack?.includes(folder) ?? false),
    place,
  };
};

/** Whether the code may meet a `Buffer`: in the simulated modules, or by its name. */
function mentionsBytes({ imports, files }: LoadFrame): boolean {
  return imports.some((name) => name.startsWith('node:')) || Object.values(files).some((code) => code.includes('Buffer'));
}

/** No browser has it, and few exercises need it. */
async function provideBuffer(): Promise<void> {
  const { Buffer } = await import('../node/buffer.ts');
  Object.defineProperty(globalThis, 'Buffer', { value: Buffer, writable: true, configurable: true });
}

/** Here no end of a turn has it tell how long a loop has spun: a microtask does, which runs when that loop is left. */
class TellingClock extends RemoteClock {
  #telling = false;

  override now(): number {
    if (!this.#telling) {
      this.#telling = true;
      queueMicrotask(() => {
        this.#telling = false;
        this.tellSpun();
      });
    }
    return super.now();
  }
}
