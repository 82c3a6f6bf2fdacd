import { createTask, sleep, type Awaitable } from '@teatime/core';
import { gather, type GatherOptions } from '@teatime/exercises/gather';
import { assert, call, check, durations, fail, Job, sameValue, settle, show, type Call, type Lab } from '@teatime/grader/kit';

type Items = readonly Awaitable<unknown>[];

/** Long after everything that a check starts has ended. */
const longAfter = 600_000;

check('all-at-once', async (lab) => {
  // As in the lesson: every one takes longer than the one before.
  const jobs = durations(lab.random, lab.random.int(4, 6)).map((ms, i) => namedJob(lab, i, ms));
  const expected = jobs.map((job) => job.span());
  const { at } = await gathered(lab, jobs.map((job) => job.run()));
  await settle(jobs);

  const idle = jobs.find((job) => job.startedAt === undefined);
  assert(
    !idle,
    {
      en: `${idle?.name} was never started. A coroutine starts when it is awaited or handed to createTask.`,
      'zh-CN': `${idle?.name} 一直没有启动。协程只有被 await 或者交给 createTask 才会启动。`,
    },
    { expected },
  );
  const late = jobs.find((job) => job.startedAt !== 0);
  assert(
    !late,
    {
      en: `${late?.name} started only after ${late?.startedAt} ms. All of them have to start at once, before you wait for any.`,
      'zh-CN': `${late?.name} 等到 ${late?.startedAt} 毫秒才启动。请在等待任何一个之前，先把它们全部启动。`,
    },
    { expected },
  );
  const longest = Math.max(...jobs.map((job) => job.ms));
  assert(
    at === longest,
    {
      en: `The longest takes ${longest} ms, so gather takes ${longest} ms. Yours took ${at} ms.`,
      'zh-CN': `最长的一项要 ${longest} 毫秒，所以 gather 应该用 ${longest} 毫秒。你的用了 ${at} 毫秒。`,
    },
    { expected },
  );
});

check('input-order', async (lab) => {
  // The last of the list is done first; the rest comes in any order.
  const [first = 0, ...others] = durations(lab.random, lab.random.int(4, 6));
  const jobs = [...lab.random.shuffle(others), first].map((ms, i) => namedJob(lab, i, ms));
  const { value } = await gathered(lab, jobs.map((job) => job.run()));
  await settle(jobs);

  const names = jobs.map((job) => job.name);
  const byTime = jobs.toSorted((a, b) => a.ms - b.ms).map((job) => job.name);
  const came = namesOf(value, jobs);
  assert(
    !sameValue(came, byTime) || sameValue(byTime, names),
    {
      en: `The list was ${names.join(', ')}. Your results came as ${byTime.join(', ')}: that is the order in which they were done.`,
      'zh-CN': `传入的顺序是 ${names.join('、')}，你的结果却是 ${byTime.join('、')}：这是它们完成的先后顺序。`,
    },
  );
  assert(sameValue(came, names), {
    en: `The list was ${names.join(', ')}. In your list stand the results of ${came.join(', ')}.`,
    'zh-CN': `传入的顺序是 ${names.join('、')}，而你给出的列表里依次是 ${came.join('、')} 的结果。`,
  });
});

check('on-time', async (lab) => {
  const [soon = 0, later = 0] = durations(lab.random, 2);
  const last = Promise.withResolvers<string>();
  const under = start(lab, [Promise.resolve('soon'), last.promise]);

  // Nothing is left on the clock but what gather itself has set.
  await sleep(soon);
  const timers = lab.clock.pending;
  await sleep(later);
  last.resolve('last');
  const { at } = await outcomeOf(under);

  const end = soon + later;
  assert(timers === 0, {
    en: 'While gather waits it keeps a timer running, to look now and then whether all are done. Nobody has to look: `then` and `await` tell you.',
    'zh-CN': 'gather 在等待的时候还开着一个计时器，隔一会儿看一次是不是都完成了。不用去看：`then` 和 `await` 会通知你。',
  });
  assert(at === end, {
    en: `The last one was done after ${end} ms, gather only after ${at} ms.`,
    'zh-CN': `最后一个在 ${end} 毫秒时完成，gather 却到 ${at} 毫秒才完成。`,
  });
});

check('empty', async (lab) => {
  for (const options of [undefined, { returnExceptions: true }]) {
    const begin = lab.clock.elapsed();
    const under = start(lab, [], options);
    const settled = await under.within(longAfter);
    assert(settled, {
      en: 'gather([]) never finishes: there is no last one that could tell that all are done.',
      'zh-CN': 'gather([]) 永远不会完成：没有“最后一个”来告诉你全部完成了。',
    });
    const { value, at } = await outcomeOf(under);
    assert(sameValue(value, []), {
      en: `gather([]) gave ${show(value)} instead of [].`,
      'zh-CN': `gather([]) 给出的是 ${show(value)}，而不是 []。`,
    });
    assert(at === begin, {
      en: `gather([]) took ${at - begin} ms. There is nothing to wait for.`,
      'zh-CN': `gather([]) 用了 ${at - begin} 毫秒。其实没有什么需要等。`,
    });
  }
});

check('falsy', async (lab) => {
  const values = lab.random.shuffle([0, '', false, null, undefined, Number.NaN, 0, undefined]);
  const times = durations(lab.random, values.length);
  const jobs = values.map((gives, i) => new Job(lab, { name: letter(i), ms: times[i] ?? 0, ending: { gives } }));
  const settled = await start(lab, jobs.map((job) => job.run())).within(longAfter);
  await settle(jobs);
  assert(settled, {
    en: 'All were done, but gather waits on. Do you look for results that are truthy? 0, \'\', false, null and undefined are results as well: count them.',
    'zh-CN': '全部都完成了，gather 却还在等。你是在检查结果的真假吗？0、\'\'、false、null 和 undefined 也都是结果：请改用计数。',
  });
  if (settled.status === 'rejected') throw settled.reason;
  assert(sameValue(settled.value, values), {
    en: `The results were ${show(values)}, but gather gave ${show(settled.value)}.`,
    'zh-CN': `各项结果是 ${show(values)}，gather 给出的却是 ${show(settled.value)}。`,
  });
});

check('any-awaitable', async (lab) => {
  const done = {
    kind: { en: 'a promise that was done before', 'zh-CN': '早已完成的 promise' },
    make: (job: Job<string>) => Promise.resolve(job.result ?? ''),
  };
  const others = [
    { kind: { en: 'a coroutine', 'zh-CN': '协程' }, make: (job: Job<string>) => job.run() },
    { kind: { en: 'a task', 'zh-CN': '任务' }, make: (job: Job<string>) => createTask(job.run(), { name: job.name }) },
    { kind: { en: 'a promise', 'zh-CN': 'promise' }, make: async (job: Job<string>) => await job.run() },
    { kind: { en: 'an object with a then method', 'zh-CN': '带有 then 方法的对象' }, make: thenableOf },
  ];
  const times = durations(lab.random, 1 + others.length);
  const entries = [done, ...lab.random.shuffle(others)].map(({ kind, make }, i) => {
    const job = namedJob(lab, i, times[i] ?? 0);
    return { kind, job, item: make(job) };
  });
  const { value } = await gathered(lab, entries.map(({ item }) => item));
  await settle(entries.map(({ job }) => job));
  const list = listOf(value, entries.length);
  entries.forEach(({ kind, job }, i) => {
    assert(list[i] === job.result, {
      en: `The item was ${kind.en}, and its result is missing: in its place stands ${show(list[i])}.`,
      'zh-CN': `这一项是${kind['zh-CN']}，但它的结果不见了：它的位置上是 ${show(list[i])}。`,
    });
  });
});

check('first-error', async (lab) => {
  for (const options of [undefined, {}, { returnExceptions: false }]) {
    const begin = lab.clock.elapsed();
    const [early = 0, ...times] = durations(lab.random, 4);
    const [ok = 0, later = 0, longest = 0] = times;
    // The first in the list fails last, the first in time stands further down.
    const jobs = [
      failingJob(lab, 0, longest),
      namedJob(lab, 1, ok),
      failingJob(lab, 2, early),
      failingJob(lab, 3, later),
    ];
    const under = start(lab, jobs.map((job) => job.run()), options);
    const settled = await under.within(longAfter);
    await settle(jobs);
    const [, , culprit] = jobs;
    const expected = jobs.map((job) => job.span(begin));
    assert(settled, {
      en: 'Three of four failed, and gather neither fails nor finishes: it waits for ever.',
      'zh-CN': '四个里有三个失败了，gather 却既不失败也不完成：它一直在等。',
    });
    assert(settled.status === 'rejected', {
      en: `${culprit?.name} failed, but gather did not: it gave ${show(settled.status === 'fulfilled' && settled.value)}.`,
      'zh-CN': `${culprit?.name} 失败了，gather 却没有失败，而是给出了 ${show(settled.status === 'fulfilled' && settled.value)}。`,
    });
    const { reason, at } = settled;
    if (reason !== culprit?.error) {
      const other = jobs.find((job) => job.error !== undefined && job.error === reason);
      if (!other && at === begin) throw reason;
      fail(
        {
          en: `The first to fail was ${culprit?.name}, after ${early} ms. Your gather failed with ${other ? `the error of ${other.name}` : `another error: ${show(reason)}`}.`,
          'zh-CN': `最早失败的是 ${culprit?.name}，在 ${early} 毫秒时。你的 gather 却以${other ? ` ${other.name} 的错误` : `另一个错误（${show(reason)}）`}失败。`,
        },
        { expected },
      );
    }
    assert(
      at - begin === early,
      {
        en: `${culprit?.name} failed after ${early} ms. gather told it only after ${at - begin} ms.`,
        'zh-CN': `${culprit?.name} 在 ${early} 毫秒时失败，gather 却到 ${at - begin} 毫秒才说。`,
      },
      { expected },
    );
  }
});

check('siblings-run-on', async (lab) => {
  const [early = 0, ...times] = durations(lab.random, 4);
  const jobs = [failingJob(lab, 0, early), ...times.map((ms, i) => namedJob(lab, i + 1, ms))];
  const [culprit, coroutineJob, taskJob, promiseJob] = jobs;
  if (!culprit || !coroutineJob || !taskJob || !promiseJob) return;
  const task = createTask(taskJob.run(), { name: taskJob.name });
  const promise = (async () => await promiseJob.run())();

  const settled = await start(lab, [culprit.run(), coroutineJob.run(), task, promise]).within(longAfter);
  await settle(jobs);
  await sleep(longAfter);
  if (settled?.status === 'rejected' && settled.at < early) throw settled.reason;

  const expected = jobs.map((job) => job.span());
  assert(culprit.startedAt !== undefined, {
    en: `${culprit.name} was never started.`,
    'zh-CN': `${culprit.name} 一直没有启动。`,
  });
  const stopped = [coroutineJob, taskJob, promiseJob].find((job) => job.endedAt !== job.ms);
  assert(
    !stopped && !task.cancelled(),
    {
      en: `${culprit.name} failed after ${early} ms. ${stopped?.name ?? taskJob.name} should have run on to its end at ${stopped?.ms ?? taskJob.ms} ms, but it ${stopped?.startedAt === undefined && stopped ? 'was never started' : 'was stopped'}.`,
      'zh-CN': `${culprit.name} 在 ${early} 毫秒时失败。${stopped?.name ?? taskJob.name} 本来应该继续运行到 ${stopped?.ms ?? taskJob.ms} 毫秒，却${stopped?.startedAt === undefined && stopped ? '一直没有启动' : '被停下了'}。`,
    },
    { expected },
  );
});

check('later-errors-silent', async (lab) => {
  // In the order of the list the last is the first to fail, while an earlier one is still being waited for.
  const times = durations(lab.random, 4).toReversed();
  const jobs = times.map((ms, i) => (i === 0 ? namedJob(lab, i, ms) : failingJob(lab, i, ms)));
  const settled = await start(lab, jobs.map((job) => job.run())).within(longAfter);
  await settle(jobs);
  await sleep(longAfter);
  assert(settled?.status === 'rejected', {
    en: 'Three of four failed, but gather did not fail.',
    'zh-CN': '四个里有三个失败了，gather 却没有失败。',
  });
  if (settled.at < Math.min(...times)) throw settled.reason;
});

check('return-exceptions', async (lab) => {
  const times = durations(lab.random, 5);
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = times;
  // The first to be done fails, and so does the last but one; the last of the list is neither.
  const jobs = [namedJob(lab, 0, e), failingJob(lab, 1, a), namedJob(lab, 2, c), failingJob(lab, 3, d, TypeError), namedJob(lab, 4, b)];
  const settled = await start(lab, jobs.map((job) => job.run()), { returnExceptions: true }).within(longAfter);
  await settle(jobs);

  const expected = jobs.map((job) => job.span());
  assert(settled, {
    en: 'With { returnExceptions: true } gather never finished, although all were done.',
    'zh-CN': '传入 { returnExceptions: true } 时，全部都完成了，gather 却一直没有完成。',
  });
  if (settled.status === 'rejected') {
    const culprit = jobs.find((job) => job.error !== undefined && job.error === settled.reason);
    if (!culprit) throw settled.reason;
    fail({
      en: `With { returnExceptions: true } gather does not fail, but yours failed with the error of ${culprit.name}.`,
      'zh-CN': `传入 { returnExceptions: true } 时 gather 不会失败，你的却以 ${culprit.name} 的错误失败了。`,
    });
  }
  const list = listOf(settled.value, jobs.length);
  jobs.forEach((job, i) => {
    const wanted = job.error ?? job.result;
    if (list[i] === wanted) return;
    fail({
      en: `${job.name} ${job.error ? `failed with ${show(job.error)}: that error itself belongs in its place` : 'gave its result'}, but in its place stands ${show(list[i])}.`,
      'zh-CN': `${job.name} ${job.error ? `以 ${show(job.error)} 失败，它的位置上应该就是这个错误本身` : '给出了结果'}，可是它的位置上是 ${show(list[i])}。`,
    });
  });
  assert(
    settled.at === e,
    {
      en: `The last one was done after ${e} ms, gather after ${settled.at} ms.`,
      'zh-CN': `最后一个在 ${e} 毫秒时完成，gather 在 ${settled.at} 毫秒时完成。`,
    },
    { expected },
  );
});

check('same-twice', async (lab) => {
  const [a = 0, b = 0, c = 0, d = 0] = durations(lab.random, 4);
  const [one, two, three, four] = [namedJob(lab, 0, c), namedJob(lab, 1, a), namedJob(lab, 2, b), namedJob(lab, 3, d)];
  const coroutine = one.run();
  const task = createTask(three.run(), { name: three.name });
  const promise = (async () => await four.run())();
  const places = [one, two, one, three, four, three, four];
  const under = start(lab, [coroutine, two.run(), coroutine, task, promise, task, promise]);
  const settled = await under.within(longAfter);
  await settle([one, two, three, four]);
  if (settled?.status === 'rejected' && String(settled.reason).includes('cannot reuse already awaited coroutine')) {
    fail({
      en: 'A coroutine that stands in the list twice was awaited twice, and a coroutine can be awaited only once. Remember what you have started already.',
      'zh-CN': '列表里出现两次的协程被 await 了两次，而协程只能 await 一次。请记住哪些已经启动过了。',
    });
  }
  const { value } = await outcomeOf(under);
  const came = namesOf(value, [one, two, three, four]);
  const names = places.map((job) => job.name);
  assert(sameValue(came, names), {
    en: `The list was ${names.join(', ')}. In your list stand the results of ${came.join(', ')}.`,
    'zh-CN': `传入的顺序是 ${names.join('、')}，而你给出的列表里依次是 ${came.join('、')} 的结果。`,
  });
});

check('input-untouched', async (lab) => {
  const jobs = lab.random.shuffle(durations(lab.random, 4)).map((ms, i) => namedJob(lab, i, ms));
  const list = Object.freeze(jobs.map((job) => job.run()));
  const under = start(lab, list);
  const settled = await under.within(longAfter);
  await settle(jobs);
  if (settled?.status === 'rejected' && isAboutFrozen(settled.reason)) {
    fail({
      en: `gather changed the list that it was given (${show(settled.reason)}). The list belongs to the caller: make one of your own.`,
      'zh-CN': `gather 改动了传入的列表（${show(settled.reason)}）。列表属于调用者：请自己新建一个。`,
    });
  }
  const { value } = await outcomeOf(under);
  listOf(value, jobs.length);
});

check('separate-calls', async (lab) => {
  const jobs = durations(lab.random, 9).map((ms, i) => namedJob(lab, i, ms));
  const part = (places: readonly number[]): readonly Job<string>[] => jobs.filter((_, i) => places.includes(i));
  const begin = (list: readonly Job<string>[]): { list: readonly Job<string>[]; under: Call<unknown> } => ({
    list,
    under: start(lab, list.map((job) => job.run())),
  });
  // Three lists of different lengths: two whose items are done by turns, and one afterwards.
  const calls = [begin(part([0, 2, 4, 6])), begin(part([1, 3, 5]))];
  await settle(jobs);
  calls.push(begin(part([7, 8])));
  await settle(jobs);
  for (const { list, under } of calls) {
    const { value } = await outcomeOf(under);
    const names = list.map((job) => job.name);
    const came = namesOf(value, jobs);
    assert(sameValue(came, names), {
      en: `gather was called three times, twice at the same time. For the list ${names.join(', ')} it gave the results of ${came.join(', ')}. Do the calls share a variable?`,
      'zh-CN': `gather 被调用了三次，其中两次同时进行。列表 ${names.join('、')} 得到的却是 ${came.join('、')} 的结果。这几次调用是不是共用了一个变量？`,
    });
  }
});

check('many', async (lab) => {
  const count = 2000;
  const watched = 50;
  const gate = Promise.withResolvers<void>();
  let asked = 0;
  // Most are plain promises; a few count how often they are asked, and come one after another.
  const items: Items = Array.from({ length: count }, (_, i): PromiseLike<number> => {
    if (i % (count / watched) !== 0) return gate.promise.then(() => i + 1);
    const own = (async () => {
      await gate.promise;
      await sleep(i + 1);
      return i + 1;
    })();
    return {
      then: (onDone, onFailed) => {
        asked += 1;
        return own.then(onDone, onFailed);
      },
    };
  });
  const under = start(lab, items);
  await sleep(10);
  gate.resolve();
  const { value } = await outcomeOf(under);
  const list = listOf(value, count);
  const wrong = list.findIndex((result, i) => result !== i + 1);
  assert(wrong === -1, {
    en: `The list had ${count} items. In place ${wrong} stands ${show(list[wrong])} instead of the result of that item.`,
    'zh-CN': `列表有 ${count} 项。第 ${wrong} 个位置上是 ${show(list[wrong])}，而不是那一项的结果。`,
  });
  assert(asked <= 3 * watched, {
    en: `${watched} of the items counted how often gather asked for their result: ${asked} times. Once each is enough; asking all the others again after every result makes the work grow with the square of the list.`,
    'zh-CN': `其中 ${watched} 项统计了 gather 询问结果的次数：一共 ${asked} 次。每项一次就够了；每来一个结果就把其余的再问一遍，工作量会随列表长度的平方增长。`,
  });
});

/** Calls gather. The list that it gives is copied at once: what is put into it later comes too late. */
function start(lab: Lab, items: Items, options?: GatherOptions): Call<unknown> {
  return call(lab, async () => {
    const value: unknown = await (options ? gather(items, options) : gather(items));
    return Array.isArray(value) ? Array.from<unknown>(value) : value;
  });
}

/** Runs gather where nothing fails: an error can only be the student's own. */
async function gathered(lab: Lab, items: Items): Promise<{ readonly value: unknown; readonly at: number }> {
  return await outcomeOf(start(lab, items));
}

async function outcomeOf(under: Call<unknown>): Promise<{ readonly value: unknown; readonly at: number }> {
  const settled = await under.within(longAfter);
  if (settled?.status === 'rejected') throw settled.reason;
  if (settled) return settled;
  return fail({
    en: 'All were done long ago, but gather waits on. Is there a promise that nobody resolves?',
    'zh-CN': '全部早就完成了，gather 却还在等。是不是有一个 promise 没有人去 resolve？',
  });
}

/** The results as a list of the right length. */
function listOf(value: unknown, length: number): readonly unknown[] {
  assert(Array.isArray(value), {
    en: `gather has to give a list of results, yours gave ${show(value)}.`,
    'zh-CN': `gather 应该给出结果的列表，你的却给出了 ${show(value)}。`,
  });
  assert(value.length === length, {
    en: `The list had ${length} items, yours has ${value.length} results. There is one result for every item.`,
    'zh-CN': `传入的列表有 ${length} 项，你给出了 ${value.length} 个结果。每一项都应该有一个结果。`,
  });
  return value;
}

/** Whose results these are, place by place. */
function namesOf(value: unknown, jobs: readonly Job<string>[]): readonly string[] {
  assert(Array.isArray(value), {
    en: `gather has to give a list of results, yours gave ${show(value)}.`,
    'zh-CN': `gather 应该给出结果的列表，你的却给出了 ${show(value)}。`,
  });
  return Array.from(value, (result: unknown) => jobs.find((job) => job.result === result)?.name ?? show(result));
}

const letter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

/** A job that gives a result nobody can guess. */
function namedJob(lab: Lab, index: number, ms: number): Job<string> {
  const tea = lab.random.pick(['oolong', 'sencha', 'darjeeling', 'pu-erh']);
  return new Job(lab, { name: letter(index), ms, ending: { gives: `${tea} ${lab.random.int(1000, 9999)} ${letter(index)}` } });
}

function failingJob(lab: Lab, index: number, ms: number, type = Error): Job<string> {
  return new Job<string>(lab, { name: letter(index), ms, ending: { throws: new type(`${letter(index)} is out of tea ${lab.random.int(100, 999)}`) } });
}

/** Neither a promise nor a coroutine: an object of its own that begins when it is asked. */
function thenableOf(job: Job<string>): PromiseLike<string> {
  return { then: (onDone, onFailed) => job.run().then(onDone, onFailed) };
}

/** Whether the error is what JavaScript says when somebody changes a frozen list. */
function isAboutFrozen(reason: unknown): boolean {
  return reason instanceof TypeError && /read only|not extensible|cannot (add|assign|delete|define|redefine)|frozen/i.test(reason.message);
}
