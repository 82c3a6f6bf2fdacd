import type { Blame } from '../../bridge/death.ts';
import type { StudentReport, StudentSession } from '../../bridge/student-session.ts';

/**
 * The session of a plain `vitest run`: the module was imported into the suite's own process, once, and is trusted.
 * For authors and for the benchmark; it cannot survive a hang, and it does not simulate modules.
 */
export function localSession(): StudentSession {
  return {
    begin: () => {},
    setWorld: () => {},
    nudge: () => false,
    timers: () => 0,
    output: () => [],
    blame: (error): Blame | undefined => (error instanceof Error ? { name: error.name, message: error.message } : undefined),
    end: (): StudentReport => ({ unhandled: [], spunMs: 0 }),
  };
}
