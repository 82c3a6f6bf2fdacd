import { type Awaitable, type Coroutine, coroutine, createTask, type Task } from '@teatime/core';
import type { Job, Lab, Text } from '@teatime/grader/kit';

/** A list of jobs whose results tell them apart: nobody can guess one, and no two are equal. */
export function tellingJobs(lab: Lab, count = lab.random.int(7, 11), times?: readonly number[]): readonly Job<unknown>[] {
  return lab.jobs({ endings: Array.from({ length: count }, () => ({ gives: lab.text() })), ...(times && { times }) });
}

export const coroutineOf = <T>(job: Job<T>): Coroutine<T> => job.run();

/** A task of the job's name. */
export const taskOf = <T>(job: Job<T>): Task<T> => createTask(job.run(), { name: job.name });

/** A task that is called like all others, and runs a coroutine that is called like all others, too. */
export const namesake = (job: Job<unknown>): Task<unknown> => createTask(brew(job), { name: 'tea' });

const brew = coroutine(async function tea(job: Job<unknown>) {
  return await job.run();
});

export async function promiseOf<T>(job: Job<T>): Promise<T> {
  return await job.run();
}

/**
 * Neither a promise nor a coroutine: an object of its own, which begins its work whenever it is asked. It has no `catch`, nor
 * has what its `then` gives.
 */
export function thenableOf<T>(job: Job<T>): PromiseLike<T> {
  return onlyThen(() => job.run());
}

/** An object that hands a promise of its result to whoever asks: `await` waits for that one, too. */
function promisingThenableOf(job: Job<unknown>): PromiseLike<unknown> {
  return {
    then: (onDone) => {
      onDone?.(promiseOf(job));
      return Promise.withResolvers<never>().promise;
    },
  };
}

function onlyThen<T>(start: () => PromiseLike<T>): PromiseLike<T> {
  return {
    then: (onDone, onFailed) => {
      const next = start().then(onDone, onFailed);
      return onlyThen(() => next);
    },
  };
}

/** The kinds of awaitables, in words, and how a job becomes one. */
export const kinds: readonly { readonly kind: Text; readonly make: (job: Job<unknown>) => Awaitable<unknown> }[] = [
  { kind: { en: 'a coroutine', 'zh-CN': '协程' }, make: coroutineOf },
  { kind: { en: 'a task', 'zh-CN': '任务' }, make: taskOf },
  { kind: { en: 'a promise', 'zh-CN': ' promise' }, make: promiseOf },
  { kind: { en: 'an object with a then method', 'zh-CN': '带有 then 方法的对象' }, make: thenableOf },
  { kind: { en: 'an object with a then method, which gives another promise', 'zh-CN': '带有 then 方法的对象（then 给出的又是一个 promise）' }, make: promisingThenableOf },
];
