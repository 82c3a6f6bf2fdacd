import { chapterServer, coroutine, stopwatch } from '@teatime/core';
import type { Story } from '../story.ts';

const chapters = Array.from({ length: 30 }, (_, index) => index + 1);
/** More connections than this, and the server closes its door. */
const bears = 5;

const lines = {
  en: {
    begin: (permits: number) => `The whole novel, ${permits} at a time...`,
    told: (seconds: string, peak: number) => `  ${seconds} seconds, with ${peak} at once`,
    broken: (came: number) => `  the server closed its door: ${came} chapters came`,
  },
  'zh-CN': {
    begin: (permits: number) => `下载整部小说，每次 ${permits} 章……`,
    told: (seconds: string, peak: number) => `  ${seconds} 秒，最多 ${peak} 章同时下载`,
    broken: (came: number) => `  服务器关门不干了：只来了 ${came} 章`,
  },
} as const;

/** The same novel three times: all at once, as many as the server bears, one by one. */
export const story: Story<typeof import('./semaphore.ts')> = coroutine(async (stage) => {
  const say = lines[stage.lang];
  for (const permits of [chapters.length, bears, 1]) {
    stage.print(say.begin(permits));
    const elapsed = stopwatch();
    const semaphore = new stage.exercise.Semaphore(permits);
    const server = chapterServer({ latency: () => 500, fails: () => server.peak > bears });
    const downloads = await Promise.allSettled(chapters.map((chapter) => semaphore.use(() => server.download(chapter))));
    const came = downloads.filter(({ status }) => status === 'fulfilled').length;
    stage.print(came < chapters.length ? say.broken(came) : say.told((elapsed() / 1000).toFixed(2), server.peak));
  }
});
