import { chapterServer, coroutine } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = { en: '--- Downloading concurrently with gather ---', 'zh-CN': '--- 使用 gather 并发下载 ---' } as const;

export const story: Story<typeof import('./gather.ts')> = coroutine(async (stage) => {
  const { download } = chapterServer(stage);
  stage.print(lines[stage.lang]);
  const chapters = await stage.exercise.gather([download(1), download(2), download(3)]);
  stage.print(chapters.join(' '));
});
