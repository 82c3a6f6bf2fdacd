/** A task, as far as the books go. */
interface Entry {
  readonly name: string;
  cancel(): unknown;
}

/** A coroutine, as far as the books go. */
interface Call {
  readonly name: string;
}

/**
 * The books of one event loop: JavaScript has a single loop that never ends, asyncio one for every `run`.
 * Each `run`, and each clock that is installed, opens books of its own, so that names begin anew and
 * what one leaves behind is no business of the next.
 */
export class Loop {
  readonly kind: 'process' | 'clock' | 'run';
  readonly parent: Loop | undefined;
  /** Every task that has not ended yet. Strong references: a task is never lost because nobody holds it. */
  readonly tasks = new Set<Entry>();
  /** Coroutines that were called but neither awaited nor made a task. Kept only while `run` will report them. */
  readonly untouched = new Set<Call>();
  #created = 0;
  #unnamed = 0;
  #leaving = new Set<Entry>();
  #onLeft: (() => void) | undefined;

  constructor(kind: Loop['kind'], parent?: Loop) {
    this.kind = kind;
    this.parent = parent;
  }

  /** A key that no other task of this loop has, whatever its name: t1, t2, ... */
  nextKey(): string {
    return `t${++this.#created}`;
  }

  /** As in asyncio, only tasks that are given no name use up a number: Task-1, Task-2, ... */
  nextName(): string {
    return `Task-${++this.#unnamed}`;
  }

  ended(task: Entry): void {
    this.tasks.delete(task);
    if (this.#leaving.delete(task) && this.#leaving.size === 0) this.#onLeft?.();
  }

  /**
   * Cancels the tasks that are here now and waits until they have ended. Those that they create meanwhile, to clean up,
   * are left alone. Their errors stay with whoever looks at the tasks, or with nobody.
   */
  cancelTasks(): Promise<void> {
    this.#leaving = new Set(this.tasks);
    const left = new Promise<void>((resolve) => {
      this.#onLeft = resolve;
    });
    for (const task of [...this.#leaving]) task.cancel();
    return left;
  }
}

let current = new Loop('process');

export function currentLoop(): Loop {
  return current;
}

/** Opens new books inside the current ones. */
export function enterLoop(kind: 'clock' | 'run'): Loop {
  current = new Loop(kind, current);
  return current;
}

/** Goes back to what was current before the loop was entered, giving up whatever was entered after it. */
export function leaveLoop(loop: Loop): void {
  if (openLoops().includes(loop)) current = loop.parent ?? loop;
}

/** The tasks that have not ended, in this loop and in those that were entered inside it. */
export function tasksWithin(loop: Loop): readonly Entry[] {
  const open = openLoops();
  return open.slice(open.indexOf(loop)).flatMap(({ tasks }) => [...tasks]);
}

/** A coroutine was called. Only `run` reports coroutines that come to nothing, so only there are they kept. */
export function noteCreated(coroutine: Call): void {
  if (current.kind === 'run') current.untouched.add(coroutine);
}

/** A coroutine was awaited, made a task or closed: it has come to something. */
export function noteTaken(coroutine: Call): void {
  for (let open: Loop | undefined = current; open !== undefined; open = open.parent) open.untouched.delete(coroutine);
}

/** From the one of the process to the current one. */
function openLoops(): readonly Loop[] {
  const open: Loop[] = [];
  for (let loop: Loop | undefined = current; loop !== undefined; loop = loop.parent) open.unshift(loop);
  return open;
}
