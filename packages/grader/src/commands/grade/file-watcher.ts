import { statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { watch } from 'chokidar';
import type { Exercise } from '../../course/course.ts';
import type { CourseLayout } from '../../course/layout.ts';

/** Something with files that may be saved. */
export interface Watched<T> {
  readonly subject: T;
  /** The folders and files that it lies in, absolute. */
  readonly paths: readonly string[];
  /** What is another with every save. */
  readonly state: () => string;
}

export interface FileWatcherOptions<T> {
  readonly watched: readonly Watched<T>[];
  /** A file of this one was saved, or has gone. */
  readonly onSave: (subject: T) => void;
  /** Told once, when the system does not tell of changes and the watcher begins to look for itself. */
  readonly onSilence: () => void;
}

/** How often the watcher looks for itself, in milliseconds: seldom while the system tells of changes, often when it does not. */
const lookEvery = { asReserve: 1000, instead: 250 } as const;

/** How late an event may be, and how many changes in a row have to come without one before none is expected any more. */
const eventMs = 500;
const enoughSilences = 2;

/** How long an editor's save may go on: a rename, a truncation and a write are one save. */
const settleMs = 15;

/** The answer to an exercise, as a student edits it. */
export function ownAnswer(exercise: Exercise, { exercises }: CourseLayout): Watched<Exercise> {
  const folder = join(exercises, exercise.id);
  return { subject: exercise, paths: [folder], state: () => stateOf(exercise.files.map((file) => join(folder, file))) };
}

/** What changes with every save: time, size and number of each file; a file that is not there is a state too. */
export function stateOf(files: readonly string[]): string {
  return files
    .map((file) => statSync(file, { throwIfNoEntry: false }))
    .map((stats) => (stats ? `${stats.mtimeMs}:${stats.size}:${stats.ino}` : 'none'))
    .join();
}

/**
 * Tells when a student saves. The system's events come first; but in WSL, in containers and on network folders they may
 * not come at all, so the watcher also looks at the files by itself, and relies on that once it has seen a change that
 * no event told of.
 */
export class FileWatcher<T> implements AsyncDisposable {
  readonly #options: FileWatcherOptions<T>;
  readonly #events: ReturnType<typeof watch>;
  readonly #seen = new Map<Watched<T>, string>();
  readonly #settling = new Map<Watched<T>, NodeJS.Timeout>();
  /** Those that an event told of since the last look. */
  readonly #told = new Set<Watched<T>>();
  readonly #ready: Promise<void>;
  #silences = 0;
  #looking: NodeJS.Timeout;

  constructor(options: FileWatcherOptions<T>) {
    this.#options = options;
    for (const one of options.watched) this.#seen.set(one, one.state());
    this.#events = watch(options.watched.flatMap(({ paths }) => paths), { ignoreInitial: true, depth: 2 });
    this.#ready = new Promise((resolve) => this.#events.once('ready', resolve));
    this.#events.on('all', (_event, path) => this.#onEvent(path));
    // A folder that cannot be watched is looked at like one whose events do not come.
    this.#events.on('error', () => {});
    this.#looking = this.#lookEvery(lookEvery.asReserve);
  }

  /** Resolves once no change can be missed. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#looking);
    for (const timer of this.#settling.values()) clearTimeout(timer);
    await this.#events.close();
  }

  #onEvent(path: string): void {
    const one = this.#options.watched.find(({ paths }) => paths.some((own) => path === own || path.startsWith(own + sep)));
    if (!one) return;
    this.#told.add(one);
    this.#tellWhenSettled(one);
  }

  #tellWhenSettled(one: Watched<T>): void {
    clearTimeout(this.#settling.get(one));
    this.#settling.set(one, setTimeout(() => this.#tellIfChanged(one), settleMs));
  }

  #tellIfChanged(one: Watched<T>): void {
    const state = one.state();
    if (state === this.#seen.get(one)) return;
    this.#seen.set(one, state);
    this.#options.onSave(one.subject);
  }

  #lookEvery(ms: number): NodeJS.Timeout {
    return setInterval(() => this.#look(), ms);
  }

  #look(): void {
    for (const one of this.#options.watched) {
      const wasTold = this.#told.delete(one);
      // Where an event has just told of it, the save may be going on.
      if (wasTold || one.state() === this.#seen.get(one)) continue;
      this.#tellWhenSettled(one);
      setTimeout(() => this.#expectEvent(one), eventMs).unref();
    }
  }

  /** A change was seen by looking. The system's word for it may only be late. */
  #expectEvent(one: Watched<T>): void {
    if (this.#told.has(one)) {
      this.#silences = 0;
      return;
    }
    this.#silences += 1;
    if (this.#silences !== enoughSilences) return;
    clearInterval(this.#looking);
    this.#looking = this.#lookEvery(lookEvery.instead);
    this.#options.onSilence();
  }
}
