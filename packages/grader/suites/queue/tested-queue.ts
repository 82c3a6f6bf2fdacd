import type { Queue } from '@teatime/exercises/queue';
import { assert, call, type Call, fail, field, type Fulfilled, type Lab, made, type Said } from '@teatime/grader/kit';
import { says } from './says.ts';

/** How a call that does not wait has ended. */
export type Attempt = { readonly gave: unknown } | { readonly threw: unknown };

export interface CallOptions {
  /** The line in the timeline. */
  readonly name?: string;
  readonly signal?: AbortSignal;
}

const methods = ['put', 'get', 'putNowait', 'getNowait', 'taskDone', 'join', 'shutdown'] as const;

/** A student's queue. Of what comes out of it nothing is taken for granted. */
export class TestedQueue {
  readonly #lab: Lab;
  readonly #queue: Queue<unknown>;

  /** @param make makes the student's queue with `new` */
  constructor(lab: Lab, make: () => Queue<unknown>) {
    this.#lab = lab;
    this.#queue = made(make, says.noClass);
    for (const name of methods) assert(typeof this.#queue[name] === 'function', says.noMethod(name));
  }

  size(): number {
    const size: unknown = this.#queue.size;
    assert(typeof size === 'number', says.noSize(size));
    return size;
  }

  put(item: unknown, { name, signal }: CallOptions = {}): Call<unknown> {
    return call(this.#lab, async () => await (signal ? this.#queue.put(item, { signal }) : this.#queue.put(item)), name);
  }

  get({ name, signal }: CallOptions = {}): Call<unknown> {
    return call(this.#lab, async () => await (signal ? this.#queue.get({ signal }) : this.#queue.get()), name);
  }

  join(name?: string): Call<unknown> {
    return call(this.#lab, async () => await this.#queue.join(), name);
  }

  putNowait(item: unknown): Attempt {
    return attempt('putNowait', () => this.#queue.putNowait(item));
  }

  getNowait(): Attempt {
    return attempt('getNowait', () => this.#queue.getNowait());
  }

  taskDone(): Attempt {
    return attempt('taskDone', () => this.#queue.taskDone());
  }

  /** @throws what the student's code throws: nothing may go wrong here */
  shutdown(): void {
    const end = attempt('shutdown', () => this.#queue.shutdown());
    if ('threw' in end) throw end.threw;
  }
}

/** The end of a call in which nothing may fail: an error of the queue's own kinds is told as what it means here. */
export function ended(running: Call<unknown>, hangs: Said): Promise<Fulfilled<unknown>> {
  return running.fulfilled(hangs, (reason) => {
    const name = field(reason, 'name');
    if (name === 'QueueFull') return says.putThrowsFull;
    if (name === 'QueueEmpty') return says.getThrowsEmpty;
    return name === 'QueueShutDown' ? says.throwsShutDown : undefined;
  });
}

/** The name of what was thrown: the class of an error is the student's own business. */
export function nameOf(reason: unknown): unknown {
  return field(reason, 'name');
}

/** The same of an attempt; undefined where it went well. */
export function errorOf(end: Attempt): unknown {
  return 'threw' in end ? nameOf(end.threw) : undefined;
}

/** What an attempt gave that may not fail. */
export function given(end: Attempt): unknown {
  if ('gave' in end) return end.gave;
  const name = errorOf(end);
  if (name === 'QueueFull') fail(says.fullTooEarly);
  if (name === 'QueueEmpty') fail(says.emptyTooEarly);
  if (name === 'QueueShutDown') fail(says.throwsShutDown);
  throw end.threw;
}

function attempt(method: string, work: () => unknown): Attempt {
  let gave: unknown;
  try {
    gave = work();
  } catch (threw) {
    return { threw };
  }
  if (gave instanceof Promise) {
    gave.catch(() => {});
    fail(says.givesPromise(method));
  }
  return { gave };
}
