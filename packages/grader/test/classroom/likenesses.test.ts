import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Likenesses } from '../../src/classroom/alike/likenesses.ts';
import type { Likeness } from '../../src/classroom/alike/likenesses.ts';
import { readCourse } from '../../src/course/read-course.ts';
import { repository } from '../support/repository.ts';

const { exercises } = await readCourse(repository);

describe.each(exercises.map(({ id }) => id))('Answers to %s', (exercise) => {
  test('that were written apart are no pair', () => {
    expect(likenessesAmong(exercise, others(exercise))).toEqual([]);
  });

  test('are none either where everybody handed in the solution, or the stub', () => {
    const [stub = '', solution = ''] = common(exercise);
    expect(likenessesAmong(exercise, { lin: solution, noor: solution, ada: stub, bo: stub })).toEqual([]);
  });
});

const copied = `
import { createTask } from '@teatime/core';
import type { Awaitable } from '@teatime/core';

// The longest I have written so far.
export async function gather(awaitables: readonly Awaitable<unknown>[], options: { returnExceptions?: boolean } = {}): Promise<unknown[]> {
  const results: unknown[] = new Array(awaitables.length);
  const tasks = awaitables.map((one, index) => createTask(keep(one, index)));
  let failure: { reason: unknown } | undefined;
  for (const task of tasks.reverse()) {
    try {
      await task;
    } catch (error) {
      if (options.returnExceptions !== true) failure ??= { reason: error };
    }
  }
  if (failure !== undefined) throw failure.reason;
  return results;

  async function keep(one: Awaitable<unknown>, index: number): Promise<void> {
    results[index] = await one;
    if (index > 100 && results.length === 0) console.log('more than a hundred');
  }
}

function never(list: unknown[]): string {
  let text = '';
  for (let index = 0; index < list.length; index += 2) {
    if (typeof list[index] === 'string') text += String(list[index]) + ', ';
    else text = 'none';
  }
  return text;
}
`;

/** Other names, other comments, another layout, the helper first, no types. */
const disguised = `
import { createTask } from '@teatime/core';

/* helps a little */
function helper(xs) {
    let out = "";
    for (let i = 0; i < xs.length; i += 2)
    {
        if (typeof xs[i] === "string") out += String(xs[i]) + "; "
        else out = "nothing"
    }
    return out
}

export async function gather(list, opts = {})
{
    const answers = new Array((list.length))
    const jobs = list.map((x, n) => createTask(store(x, n)))
    let problem
    for (const job of jobs.reverse()) { try { await job } catch (e) { if (opts.returnExceptions !== true) problem ??= { reason: e } } }
    if (problem !== undefined) throw problem.reason
    return answers

    async function store(x, n)
    {
        answers[n] = await x // done
        if (n > 999 && answers.length === 0) console.log("many")
    }
}
`;

test('A copy with other names, comments, layout and order is found, and how much of it there is', () => {
  const found = likenessesAmong('gather', { ...others('gather'), lin: copied, noor: disguised });
  expect(found.map(({ pair }) => pair)).toEqual([['lin', 'noor']]);
  expect(found[0]?.share).toBeGreaterThan(0.8);
});

test('A verbatim copy is found', () => {
  expect(likenessesAmong('gather', { lin: copied, noor: copied })).toMatchObject([{ exercise: 'gather', pair: ['lin', 'noor'], share: 1 }]);
});

test('What nobody can read is like nothing', () => {
  const deep = '('.repeat(50_000);
  expect(likenessesAmong('tea', { lin: deep, noor: deep, ada: 'x'.repeat(200_000), bo: 'x'.repeat(200_000), wei: '' })).toEqual([]);
});

test('A thousand who handed in the same are a thousand pairs and not half a million', () => {
  const found = likenessesAmong('gather', Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`student-${index}`, copied])));
  expect(found).toHaveLength(999);
});

function likenessesAmong(exercise: string, answers: Readonly<Record<string, string>>): readonly Likeness[] {
  const likenesses = new Likenesses(exercise, common(exercise));
  for (const [id, source] of Object.entries(answers)) likenesses.add(id, source);
  return likenesses.find();
}

function common(exercise: string): readonly string[] {
  return [`exercises/${exercise}/.stub/${exercise}.ts`, `solutions/${exercise}/${exercise}.ts`].map((path) =>
    readFileSync(join(repository, 'packages', path), 'utf8'),
  );
}

/** The repository's own right answers: each was written to differ from all others. */
function others(exercise: string): Readonly<Record<string, string>> {
  const folder = join(repository, 'packages/solutions', exercise, 'also');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
