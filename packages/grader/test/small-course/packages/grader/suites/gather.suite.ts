import { gather } from '@teatime/exercises/gather';
import { assert, call, check, fail, Job, sameValue, settle } from '@teatime/grader/kit';

check('input-order', async (lab) => {
  const jobs = [3000, 1000, 2000].map((ms) => new Job(lab, { name: `job ${ms}`, ms, ending: { gives: lab.random.int(1, 9) } }));
  const settled = await call(lab, () => gather(jobs.map((job) => job.run()))).within(20_000);
  await settle(jobs);
  if (settled?.status === 'rejected') throw settled.reason;
  const right = sameValue(settled?.value, jobs.map((job) => job.result));
  assert(right, { en: 'The results came in another order.', 'zh-CN': '结果的顺序不对。' });
});

check('empty', async (lab) => {
  const settled = await call(lab, () => gather([])).within(1000);
  if (settled === undefined) fail({ en: 'With nothing to wait for it never comes back.', 'zh-CN': '没有什么要等的时候，它一直没有返回。' });
  if (settled.status === 'rejected') throw settled.reason;
  assert(sameValue(settled.value, []), { en: 'It gave no empty list.', 'zh-CN': '它给出的不是空列表。' });
});
