import type { Task } from './task.ts';

interface Running {
  readonly task: Task<unknown>;
  /** What the timeline knows the task by. */
  readonly key: string;
}

let running: Running | undefined;

/**
 * The task whose body is running, as `asyncio.current_task` gives it.
 *
 * JavaScript does not tell who continues after an `await`, so this is known only in the first part of a task's body,
 * up to its first `await`; after that, and outside of tasks, it is undefined. Ask at the top of the body and keep the answer.
 */
export function currentTask(): Task<unknown> | undefined {
  return running?.task;
}

/** What the timeline knows the current task by; null when there is none. */
export function currentTaskKey(): string | null {
  return running?.key ?? null;
}

/** Runs a part of the task's body, in which it is the current task. */
export function runAs(task: Task<unknown>, key: string, part: () => void): void {
  const outer = running;
  running = { task, key };
  try {
    part();
  } finally {
    running = outer;
  }
}
