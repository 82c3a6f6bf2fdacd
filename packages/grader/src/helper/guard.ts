import { Worker } from 'node:worker_threads';

/**
 * Has a thread of its own end this process when it uses too much memory, or when nobody is left who waits for it: what
 * reads a file may be busy with it for ever, and hears nothing.
 *
 * @param mostBytes of memory in use, of whatever kind; V8's own limit knows of its heap only
 * @param parent the process that waits; who asks the system for it may ask too late
 */
export function startGuard(mostBytes: number, parent: number): void {
  new Worker(`(${keepGuard.toString()})()`, { eval: true, workerData: { mostBytes, parent }, execArgv: [], env: {} }).unref();
}

/** The body of the thread. It is handed over as text, which spares it the compiler, and stands on nothing outside of itself. */
function keepGuard(): void {
  const { writeSync } = process.getBuiltinModule('node:fs');
  const { mostBytes, parent }: { mostBytes: number; parent: number } = process.getBuiltinModule('node:worker_threads').workerData;
  const end = (): void => void process.kill(process.pid, 'SIGKILL');

  setInterval(() => {
    if (process.ppid !== parent) end();
    if (process.memoryUsage.rss() <= mostBytes) return;
    writeSync(2, 'out of memory');
    end();
  }, 100);
}
