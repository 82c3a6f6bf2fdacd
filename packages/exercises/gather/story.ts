import { chapterServer, coroutine, stopwatch } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: {
    begin: '--- Downloading concurrently with gather ---',
    end: '--- All chapters are here ---',
    total: (elapsed: string) => `Total time: ${elapsed} seconds`,
  },
  'zh-CN': {
    begin: '--- 使用 gather 并发下载 ---',
    end: '--- 所有章节已下载 ---',
    total: (elapsed: string) => `总耗时: ${elapsed} 秒`,
  },
} as const;

/** Level 2 of the lesson: chapters of half a second, one second and a second and a half take a second and a half. */
export const story: Story<typeof import('./gather.ts')> = coroutine(async (stage) => {
  const { download } = chapterServer(stage);
  const say = lines[stage.lang];

  const elapsed = stopwatch();
  stage.print(say.begin);
  const chapters = await stage.exercise.gather([download(1), download(2), download(3)]);

  stage.print('');
  stage.print(say.end);
  stage.print(`[${chapters.map((text) => `'${text}'`).join(', ')}]`);
  stage.print(say.total((elapsed() / 1000).toFixed(2)));
});
