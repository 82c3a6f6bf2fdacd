import { Beginning } from '../../host/beginning.ts';
import { makeChanceVirtual } from '../../host/chance.ts';
import { useHost } from '../../host/modules/host.ts';
import { placeOf, studentScheme } from '../../host/place.ts';
import { RealWork } from '../../host/real-work.ts';
import { RemoteClock } from '../../host/remote-clock.ts';
import { type Line, Visit } from '../../host/visit.ts';
import { untilLoaded } from '../../host/until-loaded.ts';
import { makeVirtual } from '../../host/virtual-globals.ts';
import { nextMacrotask } from '../../judge/kit/browser-platform.ts';
import type { FrameFromStudent, FrameToStudent } from '../../wire/frames.ts';
import type { WirePlace } from '../../wire/wire-value.ts';
import { buildFolder } from '../build-folder.ts';
import { FreshModules } from './fresh-modules.ts';
import { confine } from './realm.ts';

/*
 * What the student process is to the judge. It is a bundle of its own, with its own copy of core, so that each side of the wire
 * has its own clock and its own tasks, though both share a thread. The globals are this side's.
 */

/** Where the files of this side lie. */
const folder = buildFolder(import.meta.url);

type LoadFrame = Extract<FrameToStudent, { t: 'load' }>;

export interface StudentSide {
  /** Loads a fresh copy of the submission, and says so in a frame. */
  load(frame: LoadFrame): Promise<void>;
  /** Does what the suite's side asks for. */
  take(frame: FrameToStudent): void;
  /** Tells how long loops have waited on the clock. Gives the end of work on other threads, while there is some. */
  beforeTimePasses(): Promise<void> | undefined;
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
  const clock: RemoteClock = new RemoteClock(write);
  const modules = new FreshModules();
  const parts = { line: { write, read: () => line.read() }, clock, importModule: modules.load };
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
  const beginning = new Beginning(clock, (name) => {
    if (!isCallOfSuite(new Error())) visit.tellUse(name);
  });

  return {
    load: async (frame) => {
      clock.set(frame.now);
      if (!beginning.isOver && mentionsBytes(frame)) await provideBuffer();
      beginning.beginCheck(frame.forbidden);
      visit.end();
      visit = new Visit({ ...parts, world: frame.world });
      const loading = visit.load(frame);
      // A browser fetches first; the rounds are those of the file.
      await modules.begun;
      await untilLoaded(loading, { realWork, write, nextRound: nextMacrotask });
    },
    take: (frame) => {
      clock.tellSpun();
      if (frame.t !== 'start') clock.set(frame.now);
      if (frame.t === 'load') visit.world = frame.world;
      else visit.dispatch(frame);
    },
    beforeTimePasses: () => {
      clock.tellSpun();
      return realWork.pending ? realWork.done() : undefined;
    },
    settled: () => realWork.settled(),
    reportUnhandled: (error) => visit.reportUnhandled(error),
    knows: (error) => visit.knows(error),
    wrote: (error) => placeOf(error) !== undefined || (error.stack?.includes(folder) ?? false),
    place,
  };
};

/**
 * The suite shares the realm, and may do what an exercise forbids: whoever does so first in the stack, this side's own files aside, is
 * it, unless that is the student's code, or nobody.
 */
function isCallOfSuite({ stack = '' }: Error): boolean {
  const caller = stack.split('\n').find((line) => /^\s+at .*:\d+:\d+\)?$/.test(line) && !line.includes(folder));
  return caller !== undefined && !caller.includes(studentScheme);
}

/** Whether the code may meet a `Buffer`: in the simulated modules, or by its name. */
function mentionsBytes({ imports, files }: LoadFrame): boolean {
  return imports.some((name) => name.startsWith('node:')) || Object.values(files).some((code) => code.includes('Buffer'));
}

/** No browser has it, and few exercises need it. */
async function provideBuffer(): Promise<void> {
  const { Buffer } = await import('../node/buffer.ts');
  Object.defineProperty(globalThis, 'Buffer', { value: Buffer, writable: true, configurable: true });
}
