import { intakeNotes } from '../../../messages/hand-ins.ts';
import type { LeftOut } from '../../../messages/hand-ins.ts';
import type { Text } from '../../../messages/text.ts';
import { visibleName } from '../../../messages/visible.ts';
import { HandInProblem } from '../../hand-in-problem.ts';

/** Beyond these it is not the answers of one student; what is chosen of them is less. */
const most = { bytes: 20_000_000, files: 1000 };

/** What was found in one hand-in so far, and what was left out. */
export class Collection {
  readonly #files = new Map<string, Uint8Array>();
  readonly #leftOut = new Map<LeftOut, Set<string>>();
  readonly #problems: HandInProblem[] = [];
  #bytes = 0;

  get files(): ReadonlyMap<string, Uint8Array> {
    return this.#files;
  }

  /** What could be read in no way. It is the row's trouble only when nothing else could be. */
  get problems(): readonly HandInProblem[] {
    return this.#problems;
  }

  /** @throws {HandInProblem} for more than one student hands in */
  add(path: string, content: Uint8Array): void {
    const before = this.#files.get(path);
    if (before !== undefined) this.leaveOut('twice', path);
    this.#bytes += content.length - (before?.length ?? 0);
    this.#files.set(path, content);
    if (this.#bytes > most.bytes || this.#files.size > most.files) throw new HandInProblem('unreadable', intakeNotes.tooMuch);
  }

  leaveOut(why: LeftOut, name: string): void {
    const names = this.#leftOut.get(why) ?? new Set();
    this.#leftOut.set(why, names.add(name));
  }

  /** Goes on without a part of the hand-in. */
  note(problem: HandInProblem): void {
    this.#problems.push(problem);
  }

  /** The names of what was left out for a reason, for people to read. */
  namesOf(why: LeftOut): readonly string[] {
    return Array.from(this.#leftOut.get(why) ?? [], visibleName);
  }

  notes(): readonly Text[] {
    const left = Array.from(this.#leftOut.keys(), (why) => intakeNotes.leftOut(why, this.namesOf(why)));
    return [...this.#problems.map(({ text }) => text), ...left];
  }
}
