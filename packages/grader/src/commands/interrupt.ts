import { exitCodes } from '../verdict/exit-code.ts';

/** What shells give for a program that Ctrl-C ended. */
export const interruptedCode = 130;

/** The user has enough and pressed Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** From now on Ctrl-C is the way to leave and no accident, also where putting everything away takes too long. */
export function leavesWell(interrupted: AbortSignal): void {
  interrupted.addEventListener('abort', () => (process.exitCode = exitCodes.passed));
}

/** The result of some work, unless the signal comes first. @throws {Interrupted} */
export async function unlessInterrupted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(new Interrupted());
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
