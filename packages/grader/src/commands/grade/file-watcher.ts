import { statSync } from 'node:fs';
import { join } from 'node:path';
import { watch } from 'chokidar';
import type { Exercise } from '../../course/course.ts';
import type { CourseLayout } from '../../course/layout.ts';

export interface FileWatcherOptions {
  readonly layout: CourseLayout;
  readonly exercises: readonly Exercise[];
  /** A file of this exercise was saved, or has gone. */
  readonly onSave: (exercise: Exercise) => void;
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

/**
 * Tells when a student saves. The system's events come first; but in WSL, in containers and on network folders they may
 * not come at all, so the watcher also looks at the files by itself, and relies on that once it has seen a change that
 * no event told of.
 */
export class FileWatcher implements AsyncDisposable {
  readonly #options: FileWatcherOptions;
  readonly #events: ReturnType<typeof watch>;
  readonly #seen = new Map<string, string>();
  readonly #settling = new Map<string, NodeJS.Timeout>();
  /** The exercises that an event told of since the last look. */
  readonly #told = new Set<string>();
  readonly #ready: Promise<void>;
  #silences = 0;
  #looking: NodeJS.Timeout;

  constructor(options: FileWatcherOptions) {
    this.#options = options;
    const { layout, exercises } = options;
    for (const exercise of exercises) this.#seen.set(exercise.id, this.#stateOf(exercise));
    this.#events = watch(exercises.map(({ id }) => join(layout.exercises, id)), { ignoreInitial: true, depth: 2 });
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
    const { exercises, layout } = this.#options;
    const exercise = exercises.find(({ id, files }) => files.some((file) => join(layout.exercises, id, file) === path));
    if (!exercise) return;
    this.#told.add(exercise.id);
    this.#tellWhenSettled(exercise);
  }

  #tellWhenSettled(exercise: Exercise): void {
    clearTimeout(this.#settling.get(exercise.id));
    this.#settling.set(exercise.id, setTimeout(() => this.#tellIfChanged(exercise), settleMs));
  }

  #tellIfChanged(exercise: Exercise): void {
    const state = this.#stateOf(exercise);
    if (state === this.#seen.get(exercise.id)) return;
    this.#seen.set(exercise.id, state);
    this.#options.onSave(exercise);
  }

  #lookEvery(ms: number): NodeJS.Timeout {
    return setInterval(() => this.#look(), ms);
  }

  #look(): void {
    for (const exercise of this.#options.exercises) {
      const wasTold = this.#told.delete(exercise.id);
      // Where an event has just told of it, the save may be going on.
      if (wasTold || this.#stateOf(exercise) === this.#seen.get(exercise.id)) continue;
      this.#tellWhenSettled(exercise);
      setTimeout(() => this.#expectEvent(exercise), eventMs).unref();
    }
  }

  /** A change was seen by looking. The system's word for it may only be late. */
  #expectEvent({ id }: Exercise): void {
    if (this.#told.has(id)) {
      this.#silences = 0;
      return;
    }
    this.#silences += 1;
    if (this.#silences !== enoughSilences) return;
    clearInterval(this.#looking);
    this.#looking = this.#lookEvery(lookEvery.instead);
    this.#options.onSilence();
  }

  /** What changes with every save: time, size and number of each file; a file that is not there is a state too. */
  #stateOf({ id, files }: Exercise): string {
    return files
      .map((file) => statSync(join(this.#options.layout.exercises, id, file), { throwIfNoEntry: false }))
      .map((stats) => (stats ? `${stats.mtimeMs}:${stats.size}:${stats.ino}` : 'none'))
      .join();
  }
}
