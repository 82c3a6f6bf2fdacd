import { makeTea } from '@teatime/exercises/tea';
import { assert, call, check, fail, Job, settle } from '@teatime/grader/kit';
import type { Lab } from '@teatime/grader/kit';

check('together', async (lab) => {
  const { boiling, music } = await tea(lab);
  const expected = [{ task: 'makeTea', from: 0, to: boiling.ms, status: 'fulfilled' }, boiling.span(), music.span()] as const;
  for (const { name, startedAt } of [boiling, music]) {
    assert(startedAt !== undefined, { en: `${name} never started.`, 'zh-CN': `${name} 一直没有启动。` }, { expected });
    assert(startedAt === 0, { en: `${name} started only after ${startedAt} ms.`, 'zh-CN': `${name} 过了 ${startedAt} 毫秒才启动。` }, { expected });
  }
});

check('water', async (lab) => {
  const { value } = await tea(lab);
  assert(value === 'hot water', { en: 'It gave something else than the water.', 'zh-CN': '它给出的不是水。' });
});

check('music-too', async (lab) => {
  const { music } = await tea(lab);
  assert(music.endedAt !== undefined, { en: 'The music never played.', 'zh-CN': '音乐一直没有播放。' });
});

interface Tea {
  readonly boiling: Job<string>;
  readonly music: Job<void>;
  readonly value: unknown;
}

/** The kettle takes three seconds, the music two. */
async function tea(lab: Lab): Promise<Tea> {
  const boiling = new Job(lab, { name: 'boilWater', ms: 3000, ending: { gives: 'hot water' } });
  const music = new Job<void>(lab, { name: 'listenToMusic', ms: 2000, ending: { gives: undefined } });
  const settled = await call(lab, () => makeTea(boiling.run, music.run), 'makeTea').within(20_000);
  await settle([boiling, music]);
  if (settled === undefined) fail({ en: 'makeTea never comes back.', 'zh-CN': 'makeTea 一直没有返回。' });
  if (settled.status === 'rejected') throw settled.reason;
  return { boiling, music, value: settled.value };
}
