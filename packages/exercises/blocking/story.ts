import { blockFor, coroutine, createTask, seconds, sleep, stopwatch } from '@teatime/core';
import type { Coroutine } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: {
    wrongRun: '--- The wrong way: one of the two blocks ---',
    rightRun: '--- The right way: no coroutine blocks ---',
    goodBegins: '✅ The good coroutine begins and will let others run.',
    goodEnds: '✅ The good coroutine ends.',
    badBegins: '❌ The bad coroutine begins and freezes the event loop!',
    badEnds: '❌ The bad coroutine ends.',
    total: (elapsed: string) => `Total time: ${elapsed} seconds`,
  },
  'zh-CN': {
    wrongRun: '--- 演示包含阻塞操作的错误用法 ---',
    rightRun: '--- 正确用法：所有协程都是非阻塞的 ---',
    goodBegins: '✅ 正确的协程开始，将让出控制权。',
    goodEnds: '✅ 正确的协程结束。',
    badBegins: '❌ 错误的协程开始，将冻结事件循环！',
    badEnds: '❌ 错误的协程结束。',
    total: (elapsed: string) => `总耗时: ${elapsed} 秒`,
  },
} as const;

/** Level 3 of the lesson: a blocking coroutine makes two seconds out of one; with your `pause` it is one. */
export const story: Story<typeof import('./blocking.ts')> = coroutine(async ({ exercise, lang, print }) => {
  const say = lines[lang];

  // Gives way once before it rests, as real work does between two requests. Without that its rest would begin before
  // the other one blocks and end while it blocks, and the lesson's first program would take one second, not two.
  const good = (rest: (ms: number) => PromiseLike<void>): Coroutine<void> =>
    coroutine(async () => {
      print(say.goodBegins);
      await sleep(0);
      await rest(seconds(1));
      print(say.goodEnds);
    })();

  const bad = coroutine(async () => {
    print(say.badBegins);
    blockFor(seconds(1));
    print(say.badEnds);
  });

  const demonstrate = coroutine(async (one: Coroutine<void>, two: Coroutine<void>) => {
    const elapsed = stopwatch();
    const tasks = [createTask(one), createTask(two)];
    for (const task of tasks) await task;
    print(say.total((elapsed() / 1000).toFixed(2)));
  });

  print(say.wrongRun);
  await demonstrate(good(sleep), bad());

  print('');
  print(say.rightRun);
  await demonstrate(good(exercise.pause), good(exercise.pause));
});
