import { Recorder } from '@teatime/core';
import type { TimelineEntry } from '@teatime/core';
import type { Place, RecordedEvent } from '../replay.ts';
import { CallStack } from './call-stack.ts';
import { hooksName } from './hooks-name.ts';
import type { Hooks } from './hooks.ts';
import { watched } from './watched.ts';

/** A recorder that also knows at which line each task stands, if the code is instrumented. Its hooks are of one realm. */
export class LineRecorder extends Recorder {
  readonly #recorded: RecordedEvent[] = [];
  readonly #files: readonly string[];
  readonly #calls = new CallStack((entry) => {
    if (entry.type === 'stand') this.#recorded.push({ v: 1, seq: this.#recorded.length, t: this.time(), ...entry });
    else this.#add(entry);
  });

  /** @param files the names of the files, by their numbers */
  constructor(files: readonly string[]) {
    super();
    this.#files = files;
  }

  /** The events with the places between them. */
  get recorded(): readonly RecordedEvent[] {
    return this.#recorded;
  }

  /** The names of the functions that tasks began with, by the tasks. */
  get names(): ReadonlyMap<string, string> {
    return this.#calls.names;
  }

  override record(entry: TimelineEntry): void {
    if (this.#calls.holdsBack(entry)) return;
    this.#calls.before(entry);
    this.#add(entry);
    this.#calls.after(entry);
  }

  /** Has instrumented code report here from now on. */
  install(): void {
    Object.defineProperty(globalThis, hooksName, { value: this.#hooks(), configurable: true });
  }

  #add(entry: TimelineEntry): void {
    super.record(entry);
    const event = this.events.at(-1);
    if (event !== undefined) this.#recorded.push({ ...event, seq: this.#recorded.length });
  }

  #hooks(): Hooks {
    const calls = this.#calls;
    const place = (file: number, line: number): Place => ({ file: this.#files[file] ?? '', line });
    return {
      enter: (file, line, name, isGenerator) => calls.enter(place(file, line), name, isGenerator),
      at: (file, line) => calls.at(place(file, line)),
      leave: (call, file, line, awaited) => {
        calls.leave(call, place(file, line), awaited);
        return awaited;
      },
      back: (call, value) => {
        calls.back(call);
        return value;
      },
      each: (call, file, line, things) =>
        watched(things, (ask) => {
          calls.back(call);
          const asked = ask();
          calls.leave(call, place(file, line), undefined);
          return asked;
        }),
      exit: (call) => calls.exit(call),
    };
  }
}
