import type { FrameFromStudent, FrameToStudent } from '../wire/frames.ts';
import type { WirePlace } from '../wire/wire-value.ts';
import { Beginning } from './beginning.ts';
import { makeChanceVirtual } from './chance.ts';
import { useHost } from './modules/host.ts';
import { neuterProcess } from './neuter-process.ts';
import { holdFrame, isFull, readFrame, writeHeld } from './pipe.ts';
import { placeOf } from './place.ts';
import { RealWork } from './real-work.ts';
import { confine } from './realm.ts';
import { RemoteClock } from './remote-clock.ts';
import { importStudentModule } from './student-modules.ts';
import { untilLoaded } from './until-loaded.ts';
import { makeVirtual } from './virtual-globals.ts';
import { Visit } from './visit.ts';
import { startWatchdog } from './watchdog.ts';

/*
 * The student process: it loads the submission and takes turns with the suite's side. It holds no verdict and no secret;
 * whatever the student's code does here, the other side believes nothing but values.
 */

const nextTurn = setImmediate;
const nextRound = (): Promise<void> => new Promise((resolve) => nextTurn(resolve));

const watchdog = await startWatchdog();
const clock: RemoteClock = new RemoteClock(write);
const realWork = new RealWork();
const parts = { line: { read, write }, clock, importModule: importStudentModule };
let visit = new Visit({ ...parts, world: { files: {}, readMs: 0, hashMs: 0 } });
const beginning = new Beginning(clock, (name) => visit.tellUse(name));

/** After so many frames the other side is told where they come from: a loop that speaks is no standstill that shows its place. */
const framesToTell = 1000;
let frames = 0;

/** Nobody misses these if the turn does not come to its end: they may wait for what is said with it. */
const patient: ReadonlySet<FrameFromStudent['t']> = new Set(['return', 'settle', 'timer', 'clear', 'waiting', 'idle']);

function write(frame: FrameFromStudent): void {
  clock.tellSpun();
  holdFrame(frame);
  if (!patient.has(frame.t) || isFull()) watchdog.exclusively(writeHeld);
  if (++frames % framesToTell !== 0) return;
  const place = placeOf(new Error());
  if (place) write({ t: 'where', place });
}

function read(): FrameToStudent {
  watchdog.exclusively(writeHeld);
  watchdog.rest();
  const frame = readFrame();
  watchdog.watch();
  if (frame.t !== 'start') clock.set(frame.now);
  return frame;
}

/** Begins whatever the frame asks for. Resolves once the student's side may be called idle. */
async function takeTurn(frame: FrameToStudent): Promise<void> {
  switch (frame.t) {
    case 'load':
      beginning.beginCheck(frame.forbidden);
      visit.end();
      visit = new Visit({ ...parts, world: frame.world });
      return untilLoaded(visit.load(frame), { realWork, write, nextRound });
    case 'nudge':
      watchdog.rest();
      write({ t: 'nudged', moved: await realWork.settled() });
      return;
    default:
      visit.dispatch(frame);
  }
}

function loop(): void {
  write({ t: 'idle' });
  void takeTurn(read()).then(() => nextTurn(endTurn));
}

/** A macrotask later the microtasks of the turn are done, and what they left unhandled has been told. */
function endTurn(): void {
  if (realWork.pending) void realWork.done().then(endTurn);
  else loop();
}

function herePlace(): { readonly place?: WirePlace } {
  const place = placeOf(new Error());
  return place ? { place } : {};
}

process.on('unhandledRejection', (error) => visit.reportUnhandled(error));
process.on('uncaughtException', (error) => visit.reportUnhandled(error));
useHost({ clock, world: () => visit.world });
neuterProcess();
confine(clock, (text) => write({ t: 'log', text }), () => write({ t: 'exit', ...herePlace() }));
makeVirtual(clock, realWork);
makeChanceVirtual();
nextTurn(loop);
