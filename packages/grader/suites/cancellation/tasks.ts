import { type Awaitable, coroutine, createTask, currentTask, type Task } from '@teatime/core';
import { Job, type JobPlan, type Lab, type Text } from '@teatime/grader/kit';

/** A task of the check, and the job that it runs. */
export interface Listening {
  readonly job: Job<string>;
  readonly task: Task<unknown>;
  /** Why it was stopped; undefined when it was not. */
  readonly heard: () => unknown;
}

/** A task that listens to its signal. */
export function listeningTask(lab: Lab, plan: Partial<JobPlan<string>> = {}): Listening {
  const [name = ''] = lab.names(1);
  // The task stands in the timeline by itself.
  const job = new Job<string>(lab, { name, ms: lab.duration(), ending: { gives: lab.text() }, ...plan, recorded: false });
  let signal: AbortSignal | undefined;
  const body = coroutine(() => {
    signal = currentTask()?.signal;
    return signal ? job.work(signal) : job.run();
  });
  return { job, task: taskOf(body(), name), heard: (): unknown => (signal?.aborted ? signal.reason : undefined) };
}

/** A task that cannot hear that it is cancelled. */
export function deafTask(job: Job<unknown>): Task<unknown> {
  return taskOf(job.run(), job.name);
}

/** What becomes of it is for the answer to see: that nobody else looks is no fault of the check's. */
function taskOf(work: Parameters<typeof createTask>[0], name: string): Task<unknown> {
  const task = createTask(work, { name });
  task.catch(() => {});
  return task;
}

interface Kind {
  readonly kind: Text;
  readonly make: (job: Job<unknown>) => Awaitable<unknown>;
}

/** The kinds of work that shield is given, in words, and how a job becomes one. */
export const kinds: readonly Kind[] = [
  { kind: { en: 'a coroutine', 'zh-CN': '协程' }, make: (job) => job.run() },
  { kind: { en: 'a task', 'zh-CN': '任务' }, make: deafTask },
  { kind: { en: 'a promise', 'zh-CN': ' promise' }, make: promiseOf },
];

/** Work for shield, and whether somebody has stopped it. */
export interface Shielded {
  readonly kind: Text;
  readonly job: Job<unknown>;
  readonly work: Awaitable<unknown>;
  readonly wasStopped: () => boolean;
}

/** One of each kind, none begun before it is made: a task that could be stopped is among them. */
export const shieldedWorks: readonly ((lab: Lab) => Shielded)[] = [
  ...kinds.map(({ kind, make }) => (lab: Lab) => {
    const job = lab.job<unknown>({ ms: lab.duration({ from: 60, to: 3000 }), ending: { gives: lab.text() } });
    return { kind, job, work: make(job), wasStopped: () => false };
  }),
  (lab: Lab): Shielded => {
    const { job, task, heard } = listeningTask(lab, { ms: lab.duration({ from: 60, to: 3000 }) });
    return { kind: { en: 'a task', 'zh-CN': '任务' }, job, work: task, wasStopped: () => task.cancelled() || heard() !== undefined };
  },
];

async function promiseOf(job: Job<unknown>): Promise<unknown> {
  return await job.run();
}
