import { exitCodes } from '../verdict/exit-code.ts';

/** What shells give for a program that Ctrl-C ended. */
export const interruptedCode = 130;

/** The user has enough and pressed Ctrl-C. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

let cutOff: number = interruptedCode;

/** What the process ends with when putting everything away after Ctrl-C takes too long. */
export function codeWhenCutOff(): number {
  return cutOff;
}

/** From now on Ctrl-C is how one leaves, and no accident. */
export function leaveWithCtrlC(): void {
  cutOff = exitCodes.passed;
}

let left = 0;

/**
 * A terminal sends Ctrl+C to all that run in it. Until this is disposed of, it is meant for a program that this process has
 * started: this one waits for what becomes of it.
 */
export function leaveCtrlC(): Disposable {
  left += 1;
  return { [Symbol.dispose]: () => void (left -= 1) };
}

/** Whether Ctrl+C is meant for somebody else. */
export function isCtrlCLeft(): boolean {
  return left > 0;
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
