import { Job, type Lab } from '@teatime/grader/kit';

/** How the jobs of a check are called: A, B, C. */
export const letter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

/** A job that gives a result nobody can guess. */
export function teaJob(lab: Lab, index: number, ms: number): Job<string> {
  const tea = lab.random.pick(['oolong', 'sencha', 'darjeeling', 'pu-erh']);
  const gives = `${tea} ${lab.random.int(1000, 9999)} ${letter(index)}`;
  return new Job(lab, { name: letter(index), ms, ending: { gives } });
}

export function failingJob(lab: Lab, index: number, ms: number, type = Error): Job<string> {
  const error = new type(`${letter(index)} is out of tea ${lab.random.int(100, 999)}`);
  return new Job<string>(lab, { name: letter(index), ms, ending: { throws: error } });
}

export async function promiseOf(job: Job<string>): Promise<string> {
  return await job.run();
}

/** Neither a promise nor a coroutine: an object of its own, which begins when it is asked. It has no `catch`, nor has what its `then` gives. */
export function thenableOf(job: Job<string>): PromiseLike<string> {
  return onlyThen(() => job.run());
}

function onlyThen<T>(start: () => PromiseLike<T>): PromiseLike<T> {
  return {
    then: (onDone, onFailed) => {
      const next = start().then(onDone, onFailed);
      return onlyThen(() => next);
    },
  };
}
