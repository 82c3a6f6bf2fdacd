import { Worker } from 'node:worker_threads';

/** Notices when the student's code does not come back, and tells where it is. */
export interface Watchdog {
  /** The student's code has the turn. */
  watch(): void;
  /** It has given it back. */
  rest(): void;
}

/** Shared with the thread: whose turn it is (odd: the student's), and whether it listens. */
const shared = new Int32Array(new SharedArrayBuffer(8));

/**
 * Starts a thread that can pause this one, then gives the right to start such threads away for good.
 * It must be there before the student's code is. What it says is for messages only.
 */
export async function startWatchdog(): Promise<Watchdog> {
  const options = { eval: true, workerData: shared, execArgv: [], env: {}, resourceLimits: { maxOldGenerationSizeMb: 16, codeRangeSizeMb: 8 } };
  new Worker(`(${watchMainThread.toString()})()`, options).unref();
  while (Atomics.load(shared, 1) === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  for (const right of ['worker', 'inspector']) process.permission.drop(right);
  return {
    watch: () => void Atomics.or(shared, 0, 1),
    rest: () => void Atomics.add(shared, 0, Atomics.load(shared, 0) % 2 === 0 ? 2 : 1),
  };
}

/** The body of the thread. It is handed over as text, so it stands on nothing outside of itself. */
function watchMainThread(): void {
  const { Session } = process.getBuiltinModule('node:inspector');
  const { writeSync } = process.getBuiltinModule('node:fs');
  const state: Int32Array = process.getBuiltinModule('node:worker_threads').workerData;
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
      tell({ file: files.get(scriptId), line: lineNumber + 1, column: columnNumber + 1 }, frame.functionName);
    }
    session.post('Debugger.disable');
    setImmediate(keepWatch);
  });

  /** Looks every 80 ms whether the same turn is still going on; tells of each turn once. */
  function keepWatch(): void {
    for (let seen = -1; ; ) {
      const turn = Atomics.load(state, 0);
      if (turn % 2 === 1 && turn === seen && turn !== told) break;
      seen = turn;
      Atomics.wait(state, 0, turn, 80);
    }
    told = Atomics.load(state, 0);
    session.post('Debugger.enable');
    session.post('Debugger.pause');
  }

  function tell(place: object, functionName: string): void {
    const body = Buffer.from(JSON.stringify({ t: 'stuck', place, functionName }));
    const head = Buffer.alloc(4);
    head.writeUInt32LE(body.length, 0);
    writeSync(4, Buffer.concat([head, body]));
  }

  // The first answer shows that the connection stands; only then may the right to it be given away.
  session.post('Runtime.getHeapUsage', () => {
    Atomics.store(state, 1, 1);
    keepWatch();
  });
  setInterval(() => {}, 2 ** 30);
}
