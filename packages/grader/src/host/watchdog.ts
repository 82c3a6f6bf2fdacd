import { Worker } from 'node:worker_threads';

/** Notices when the student's code does not come back, and tells where it is. */
export interface Watchdog {
  /** The student's code has the turn. */
  watch(): void;
  /** It has given it back. */
  rest(): void;
  /** Writes a frame while the watchdog does not. */
  exclusively(write: () => void): void;
}

/** Shared with the thread: whose turn it is (odd: the student's), whether it listens, and who writes (1: this one, 2: it). */
const shared = new Int32Array(new SharedArrayBuffer(12));
const writer = 2;

// The student's code has another `wait`.
const waitOn = Atomics.wait.bind(Atomics);

// The thread begins with this module, which is imported first: it takes as long to start as all the rest of the host.
const thread = new Worker(`(${watchMainThread.toString()})()`, {
  eval: true,
  workerData: shared,
  execArgv: [],
  env: {},
  resourceLimits: { maxOldGenerationSizeMb: 16, codeRangeSizeMb: 8 },
});

/**
 * Waits for a thread that can pause this one, then gives the right to start such threads away for good.
 * It must be there before the student's code is. What it says is for messages only.
 * It also ends the process when nobody is there any more to do that: an endless loop does not see its input end.
 */
export async function startWatchdog(): Promise<Watchdog> {
  await Atomics.waitAsync(shared, 1, 0).value;
  // Not before: the wait alone keeps no process.
  thread.unref();
  for (const right of ['worker', 'inspector']) process.permission.drop(right);
  return {
    watch: () => void Atomics.or(shared, 0, 1),
    rest: () => void Atomics.add(shared, 0, Atomics.load(shared, 0) % 2 === 0 ? 2 : 1),
    exclusively: (write) => {
      while (Atomics.compareExchange(shared, writer, 0, 1) !== 0) waitOn(shared, writer, 2, 20);
      try {
        write();
      } finally {
        Atomics.store(shared, writer, 0);
      }
    },
  };
}

/** The body of the thread. It is handed over as text, so it stands on nothing outside of itself. */
function watchMainThread(): void {
  const { Session } = process.getBuiltinModule('node:inspector');
  const { writeSync } = process.getBuiltinModule('node:fs');
  const state: Int32Array = process.getBuiltinModule('node:worker_threads').workerData;
  const lookMs = 80;
  const mostBytes = 1200 * 2 ** 20;
  const parent = process.ppid;
  const files = new Map<string, string>();
  let told = -1;
  const session = new Session();
  session.connectToMainThread();

  session.on('Debugger.scriptParsed', ({ params }) => {
    const file = /^student:\/\/\/\d+\/(.+)$/.exec(params.url)?.[1];
    if (file !== undefined) files.set(params.scriptId, file);
  });
  session.on('Debugger.paused', ({ params }) => {
    const frame = params.callFrames.find(({ location }) => files.has(location.scriptId));
    if (frame) {
      const { scriptId, lineNumber, columnNumber = 0 } = frame.location;
      const place = { file: files.get(scriptId), line: lineNumber + 1, column: columnNumber + 1 };
      tell({ t: 'stuck', place, functionName: frame.functionName });
    }
    session.post('Debugger.disable');
    setImmediate(keepWatch);
  });

  /** Looks now and then whether the same turn is still going on; tells of each turn once. */
  function keepWatch(): void {
    let seen = -1;
    for (let round = 1; ; round++) {
      const turn = Atomics.load(state, 0);
      const isSame = turn % 2 === 1 && turn === seen;
      if (isSame && turn !== told) break;
      // Nobody may be left who hears it; the attempt to say something finds out.
      if (isSame && round % 10 === 0) tell({ t: 'alive' });
      endUnlessWelcome();
      seen = turn;
      Atomics.wait(state, 0, turn, lookMs);
    }
    told = Atomics.load(state, 0);
    session.post('Debugger.enable');
    session.post('Debugger.pause');
  }

  function endUnlessWelcome(): void {
    if (process.ppid !== parent) end();
    if (residentBytes() <= mostBytes) return;
    writeSync(2, 'out of memory\n');
    end();
  }

  /** Bytes of memory in use; 0 where that cannot be seen: there, other limits hold. */
  function residentBytes(): number {
    try {
      return process.memoryUsage.rss();
    } catch {
      return 0;
    }
  }

  function end(): void {
    process.kill(process.pid, 'SIGKILL');
  }

  /** Says something, unless the main thread is in the middle of a frame: it may have been paused there. */
  function tell(frame: object): void {
    if (Atomics.compareExchange(state, 2, 0, 2) !== 0) return;
    const body = Buffer.from(JSON.stringify(frame));
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length, 0);
    try {
      writeSync(4, Buffer.concat([head, body]));
    } catch (error) {
      // A full pipe is somebody else's trouble; a broken one means that nobody is there.
      if (error instanceof Error && 'code' in error && error.code === 'EPIPE') end();
    }
    Atomics.store(state, 2, 0);
    Atomics.notify(state, 2);
  }

  // The first answer shows that the connection stands; only then may the right to it be given away.
  session.post('Runtime.getHeapUsage', () => {
    Atomics.store(state, 1, 1);
    Atomics.notify(state, 1);
    keepWatch();
  });
  setInterval(() => {}, 2 ** 30);
}
