import { sleep } from '@teatime/core';
import { add, fine } from '@teatime/exercises/calling';
import { assert, call, check, Gauge, show, type Text } from '@teatime/grader/kit';

const say = (en: string): Text => ({ en, 'zh-CN': `（${en}）` });
const says = { hangs: say('It never ends.'), gave: (value: unknown) => say(`It gave ${show(value)}.`) };

check('ends-well', async (lab) => {
  const { value, at } = await call(lab, () => add(1, 2)).fulfilled(says.hangs);
  assert(value === 3 && at === 10, says.gave(value));
});

check('fails', async (lab) => {
  const error = lab.error();
  const { reason } = await call(lab, async () => await fine(() => Promise.reject(error))).rejected(says);
  assert(reason === error, says.gave(reason));
});

check('sets-no-timer', async (lab) => {
  const { promise, resolve } = Promise.withResolvers<number>();
  const running = call(lab, async () => await fine(() => promise));
  await sleep(lab.duration({ to: 100 }));
  assert(lab.timers() === 0, say('It looks now and then.'));
  resolve(1);
  await running.ended(says.hangs);
});

check('one-at-a-time', async (lab) => {
  const gauge = new Gauge();
  const jobs = lab.jobs({ count: 3 });
  await call(lab, async () => {
    for (const job of jobs) await fine(gauge.around(job.run));
  }).fulfilled(says.hangs);
  assert(gauge.most === 1 && gauge.now === 0, say(`There were ${gauge.most} at once.`));
});

check('stops-the-work', async (lab) => {
  const [plain, tidy, stubborn, unstopped] = [lab.job({ ms: 500 }), lab.job({ ms: 500, cleanUpMs: 40 }), lab.job({ ms: 500, stopped: { gives: 'more' } }), lab.job({ ms: 20 })];
  const ends = await call(lab, async () => {
    const settled = [];
    for (const job of [plain, tidy, stubborn, unstopped]) settled.push(...(await Promise.allSettled([fine(job.work)])));
    return settled;
  }).fulfilled(says.hangs);
  const [stopped, cleanedUp, went, ended] = ends.value;
  assert(stopped?.status === 'rejected' && plain.stoppedAt === 100, say(`It was stopped at ${plain.stoppedAt}.`), { expected: [plain.span()] });
  assert(cleanedUp?.status === 'rejected' && tidy.stoppedAt === 200 && tidy.endedAt === 240, say(`It ended at ${tidy.endedAt}.`));
  assert(went?.status === 'fulfilled' && went.value === 'more' && stubborn.endedAt === 340, say(`It gave ${show(went)}.`));
  assert(ended?.status === 'fulfilled' && ended.value === unstopped.result && unstopped.stoppedAt === undefined, say(`It gave ${show(ended)}.`));
  // The signal's own timer keeps nobody waiting.
  assert(lab.timers() === 0, say(`${lab.timers()} timers are set.`));
});
