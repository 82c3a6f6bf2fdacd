import type { Clock } from '@teatime/core';

/** What is real about it. */
export interface RealProcess {
  /** Is given each piece of output. */
  readonly onOutput: (text: string) => void;
  readonly exit: () => void;
  readonly nextTick: (callback: (...args: readonly unknown[]) => void, ...args: readonly unknown[]) => void;
  /** Of Node, as `v26.10.0`. */
  readonly version: string;
  readonly memoryUsage: () => object;
}

/** The `process` of a submission: it can do nothing, and tells virtual time. */
export function harmlessProcess(clock: Clock, { onOutput, exit, nextTick, version, memoryUsage }: RealProcess): object {
  const stream = {
    isTTY: false,
    write: (text: unknown): boolean => {
      onOutput(String(text).replace(/\n$/, ''));
      return true;
    },
  };
  const hrtime = (): [number, number] => {
    const ms = clock.now();
    return [Math.floor(ms / 1000), (ms % 1000) * 1e6];
  };
  const events = ['on', 'once', 'off', 'addListener', 'removeListener', 'emit'].map((name) => [name, () => harmless] as const);
  const harmless = {
    exit,
    abort: exit,
    reallyExit: exit,
    env: {},
    argv: [],
    platform: 'linux',
    version,
    versions: { node: version.replace(/^v/, '') },
    stdout: stream,
    stderr: stream,
    cwd: () => '/',
    uptime: () => performance.now() / 1000,
    hrtime: Object.assign(hrtime, { bigint: () => BigInt(Math.round(clock.now() * 1e6)) }),
    memoryUsage,
    nextTick,
    ...Object.fromEntries(events),
  };
  return harmless;
}
