import { sleep } from '@teatime/core';
import { use } from '@teatime/exercises/threading';
import { assert, call, check, fail, Heart, sameValue, show, Threads, type Text } from '@teatime/grader/kit';

const say = (en: string): Text => ({ en, 'zh-CN': `（${en}）` });
const hangs = say('It never ends.');

check('answers', async (lab) => {
  const jobs = [lab.job({ ms: 40 }), lab.job({ ms: 30 })];
  const threads = new Threads(lab, async (message, { signal }) => await jobs[Number(message)]?.work(signal));
  const heart = new Heart(lab, 10);
  const { value } = await call(lab, async () => await use(threads.start, [0, 1])).fulfilled(hangs);
  assert(heart.stop().missed === 0, say('The heart missed a beat.'));
  assert(sameValue(value, jobs.map((job) => job.result)), say(`It gave ${show(value)}.`));
  const [one, other] = threads.all;
  assert(one, say('Nothing was started.'));
  if (!other) fail(say(`One thread got ${one.posted.length} messages, ${one.overlaps} of them at work.`));
  assert(sameValue([one.posted, other.posted], [[0], [1]]), say(`They were posted ${show([one.posted, other.posted])}.`));
  assert(jobs.every(({ startedAt }) => startedAt === 0), say('They did not run at once.'));
  assert(threads.alive.length === 2, say('They are gone.'));
});

check('refuses', async (lab) => {
  const threads = new Threads(lab, () => 1);
  const { reason } = await call(lab, async () => await use(threads.start, [() => 1])).rejected({ hangs, gave: (value) => say(`It gave ${show(value)}.`) });
  assert(threads.all[0]?.refusals[0] === reason, say(`It threw ${show(reason)}.`));
});

check('dies', async (lab) => {
  const error = lab.error();
  const threads = new Threads(lab, async () => {
    await sleep(20);
    throw error;
  });
  const { reason, at } = await call(lab, async () => await use(threads.start, [1])).rejected({ hangs, gave: (value) => say(`It gave ${show(value)}.`) });
  assert(reason === error && at === 20, say(`It threw ${show(reason)}.`));
  const [one] = threads.all;
  assert(one?.endedAt === 20 && threads.alive.length === 0, say('It is alive.'));
  assert(one.slips.length === 0, say(`A listener threw ${show(one.slips[0])}.`));
});

check('ends', async (lab) => {
  const job = lab.job({ ms: 100 });
  const threads = new Threads(lab, async (_, { signal }) => await job.work(signal), { endMs: 7 });
  const running = call(lab, async () => await use(threads.start, ['stop me after 10 ms']));
  await running.ended(hangs);
  const [one] = threads.all;
  assert(one?.terminatedAt === 10 && one.endedAt === 17 && job.stoppedAt === 10, say(`It ended at ${one?.endedAt}.`));
  assert(one.lost.length === 1, say(`It lost ${show(one.lost)}.`));
});
