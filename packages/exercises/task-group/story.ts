import { type Awaitable, ChapterError, type ChapterServer, chapterServer, coroutine, createTask, sleep, stopwatch } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: {
    gather: '--- Three chapters with Promise.all ---',
    group: '--- Three chapters or none: with your task group ---',
    failed: (elapsed: string, errors: string, open: number) => `${elapsed} s: ${errors}. Connections still open: ${open}`,
    nobody: 'They came all the same, and nobody reads them.',
    stopped: (chapter: number) => `Chapter ${chapter} stopped`,
    separator: '; ',
  },
  'zh-CN': {
    gather: '--- 用 Promise.all 下载三章 ---',
    group: '--- 要么三章，要么不要：用你的任务组 ---',
    failed: (elapsed: string, errors: string, open: number) => `${elapsed} 秒：${errors}。还开着的连接：${open}`,
    nobody: '另外两章还是来了，可是没有人看。',
    stopped: (chapter: number) => `第 ${chapter} 章停下了`,
    separator: '；',
  },
} as const;

const chapters = [1, 2, 3];

/** Chapter 2 is missing on the server. Without a group the others are downloaded for nobody; in a group they are stopped. */
export const story: Story<typeof import('./task-group.ts')> = coroutine(async (stage) => {
  const { exercise, lang, print } = stage;
  const say = lines[lang];
  // When the second chapter fails, the two others are under way.
  const server = (): ChapterServer => chapterServer({ ...stage, latency: (chapter) => (chapter === 2 ? 1000 : 1500), fails: (chapter) => chapter === 2 });

  /** Tells how a download of all chapters failed, and when. */
  const tell = async (downloads: Awaitable<unknown>, connections: () => number): Promise<void> => {
    const elapsed = stopwatch();
    try {
      await downloads;
    } catch (error) {
      const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
      // Nothing else fails here by itself: it is a slip in the code that is played, and told as one.
      if (!errors.some((one) => one instanceof ChapterError)) throw error;
      const told = errors.map((one) => (one instanceof Error ? one.message : String(one))).join(say.separator);
      print(say.failed((elapsed() / 1000).toFixed(2), told, connections()));
    }
  };

  print(say.gather);
  const alone = server();
  const tasks = chapters.map((chapter) => createTask(alone.download(chapter)));
  await tell(Promise.all(tasks), () => alone.connections);
  await Promise.allSettled(tasks);
  print(say.nobody);

  print('');
  print(say.group);
  const grouped = server();
  const group = exercise.taskGroup(async (own) => {
    for (const chapter of chapters) {
      own.createTask(async (signal) => {
        try {
          return await grouped.download(chapter, { signal });
        } catch (error) {
          if (signal.aborted && error === signal.reason) print(say.stopped(chapter));
          throw error;
        }
      });
    }
    // The body is a part of the group, and has a signal, too.
    await sleep(500, { signal: own.signal });
  });
  await tell(group, () => grouped.connections);
});
