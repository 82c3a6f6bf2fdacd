import { pause, readText } from '@teatime/exercises/blocking';
import { assert, call, check } from '@teatime/grader/kit';
import type { Lab } from '@teatime/grader/kit';

const files = { 'menu.txt': 'tea' };

check('pause-beats', async (lab) => {
  await run(lab, () => pause(500));
  keepsBeating(lab);
});

check('read-beats', async (lab) => {
  await run(lab, () => readText('menu.txt'));
  keepsBeating(lab);
});

check('reads', async (lab) => {
  const text = await run(lab, () => readText('menu.txt'));
  assert(text === 'tea', { en: 'It gave another text.', 'zh-CN': '它给出了别的内容。' });
});

async function run(lab: Lab, work: () => Promise<unknown>): Promise<unknown> {
  lab.world({ files });
  const settled = await call(lab, work).within(20_000);
  if (settled?.status === 'rejected') throw settled.reason;
  return settled?.value;
}

function keepsBeating(lab: Lab): void {
  const blocked = lab.blockedMs();
  assert(blocked === 0, { en: `Everything stood still for ${blocked} ms.`, 'zh-CN': `一切停了 ${blocked} 毫秒。` });
}
