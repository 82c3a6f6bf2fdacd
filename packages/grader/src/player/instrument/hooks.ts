import type { Call } from './call.ts';

/** What instrumented code calls: with the number of a file, and a line of it. */
export interface Hooks {
  /** A function that can pause begins. */
  enter(file: number, line: number, name: string, isGenerator: boolean): Call;
  /** Whoever runs has come to this line. */
  at(file: number, line: number): void;
  /** The call is about to wait for something, which is given back. */
  leave(call: Call, file: number, line: number, awaited?: unknown): unknown;
  /** The call goes on, if it waited. What it has got is given back. */
  back(call: Call, value?: unknown): unknown;
  /** The same things one after the other, for each of which the call waits. */
  each(call: Call, file: number, line: number, things: unknown): unknown;
  exit(call: Call): void;
}
