import { type Clock, runVirtual, VirtualClock } from '@teatime/core';
import { onTestFinished } from 'vitest';
import type { Death } from '../../src/bridge/death.ts';
import { Lines } from '../../src/bridge/line.ts';
import { RemoteSession } from '../../src/bridge/remote-session.ts';
import type { StudentReport, World } from '../../src/bridge/student-session.ts';
import { studentCommand } from '../../src/sandbox/command.ts';
import { readHostImage } from '../../src/sandbox/image.ts';
import { probeSandbox } from '../../src/sandbox/probe.ts';

const [sandbox, image] = await Promise.all([probeSandbox(), readHostImage()]);
const lines = new Lines({ command: studentCommand(sandbox, image.boot), image: image.modules, entry: image.entry });

/** A submission as a test meets it: real code in a real student process. */
export interface Submission {
  /** What the module exports, as the suite would import it. */
  use(name: string): (...args: readonly unknown[]) => unknown;
  /** Runs a check on a virtual clock of its own. */
  check<T>(body: (clock: Clock & { elapsed(): number }) => Promise<T>, world?: Partial<World>): Promise<Checked<T>>;
  readonly session: RemoteSession;
}

export interface Checked<T> extends StudentReport {
  readonly value?: T;
  readonly error?: unknown;
  readonly elapsed: number;
  readonly output: readonly string[];
}

const imports = ['@teatime/core', 'node:fs', 'node:fs/promises', 'node:crypto', 'node:util', 'node:timers/promises'];

/** Starts a student process for a module's text; it ends with the test. */
export function submit(code: string, files: Readonly<Record<string, string>> = {}, forbidden: readonly string[] = []): Submission {
  const session = new RemoteSession({
    line: lines.open(),
    module: { files: { 'answer.ts': code, ...files }, entry: 'answer.ts', imports, forbidden },
  });
  onTestFinished(() => session.close());
  return {
    session,
    use: (name) => session.bind(name),
    check: async (body, world = {}) => {
      const clock = new VirtualClock({ start: Date.UTC(2026, 0, 1) });
      await session.begin({ files: {}, readMs: 20, hashMs: 20, ...world });
      const outcome = await runVirtual(() => body(clock), { clock, whenStuck: () => session.nudge() }).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      const output = session.output();
      return { ...session.end(), ...outcome, elapsed: clock.elapsed(), output };
    },
  };
}

/** The cause of a death, or undefined. */
export function causeOf({ death }: { readonly death?: Death }): Death['cause'] | undefined {
  return death?.cause;
}
