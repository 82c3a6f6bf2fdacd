import { chapterServer, coroutine, Random, seconds, sleep, stopwatch } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: {
    stubborn: '--- A stubborn server: chapter 2, at most 5 attempts of 1 second each ---',
    failed: (attempt: number, at: string) => `${at} s  attempt ${attempt}: no answer`,
    busy: (attempt: number, at: string, header: string) => `${at} s  attempt ${attempt}: busy. Retry-After: ${header}`,
    late: (attempt: number, at: string) => `${at} s  attempt ${attempt}: a second is over, and it is stopped`,
    came: (attempt: number, at: string) => `${at} s  attempt ${attempt}: ✅ here it is`,
    alike: '--- Six readers come together, where two have room: all make the same pauses ---',
    apart: '--- The same six readers: how long each pauses is left to chance ---',
    knocks: (at: string, readers: number) => `${at} s  ${'📖'.repeat(readers)}`,
    served: (served: number, requests: number) => `${served} of 6 have read, after ${requests} requests`,
  },
  'zh-CN': {
    stubborn: '--- 一台固执的服务器：下载第 2 章，最多 5 次，每次限时 1 秒 ---',
    failed: (attempt: number, at: string) => `${at} 秒  第 ${attempt} 次：没有回答`,
    busy: (attempt: number, at: string, header: string) => `${at} 秒  第 ${attempt} 次：正忙。Retry-After: ${header}`,
    late: (attempt: number, at: string) => `${at} 秒  第 ${attempt} 次：一秒到了，停下`,
    came: (attempt: number, at: string) => `${at} 秒  第 ${attempt} 次：✅ 下载好了`,
    alike: '--- 六位读者一起来，只坐得下两位：大家停顿得一样久 ---',
    apart: '--- 还是这六位读者：各人停顿多久，由随机数决定 ---',
    knocks: (at: string, readers: number) => `${at} 秒  ${'📖'.repeat(readers)}`,
    served: (served: number, requests: number) => `6 位里有 ${served} 位读到了，一共 ${requests} 次请求`,
  },
} as const;

/** A server that fails in every way there is, and then a crowd at a door, without chance and with it. */
export const story: Story<typeof import('./retry.ts')> = coroutine(async ({ exercise, lang, print }) => {
  const say = lines[lang];
  const clock = (): (() => string) => {
    const elapsed = stopwatch();
    return () => (elapsed() / 1000).toFixed(2);
  };

  print(say.stubborn);
  const at = clock();
  // The third time it does not answer at all.
  const server = chapterServer({ lang, latency: (_, attempt) => (attempt === 3 ? seconds(60) : 250), fails: (_, attempt) => attempt < 4 });
  const options = { attempts: 5, baseMs: 500, factor: 2, maxMs: seconds(10), attemptMs: seconds(1), random: () => 1 };
  await exercise.retry(async (attempt, signal) => {
    try {
      await server.download(2, { signal });
    } catch (error) {
      if (signal.aborted) print(say.late(attempt, at()));
      else if (attempt === 2) {
        const header = '2';
        print(say.busy(attempt, at(), header));
        throw Object.assign(new Error(header), { retryAfterMs: exercise.retryAfter(header, Date.now()) });
      } else print(say.failed(attempt, at()));
      throw error;
    }
    print(say.came(attempt, at()));
  }, options);


  for (const { begin, random } of [
    { begin: say.alike, random: () => 1 },
    { begin: say.apart, random: chance(6) },
  ]) {
    print('');
    print(begin);
    const at = clock();
    const came: string[] = [];
    const room = roomFor(2, () => came.push(at()));
    const readers = Array.from({ length: 6 }, () => exercise.retry(room, { attempts: 5, baseMs: 500, factor: 2, maxMs: seconds(10), random }));
    const served = (await Promise.allSettled(readers)).filter(({ status }) => status === 'fulfilled').length;
    for (const moment of new Set(came)) print(say.knocks(moment, came.filter((each) => each === moment).length));
    print(say.served(served, came.length));
  }
});

/** The same chance every time. */
function chance(seed: number): () => number {
  const random = new Random(seed);
  return () => random.next();
}

/** A room that takes a moment to read in. When more come than there are places, all who are in it have to leave. */
function roomFor(places: number, enter: () => void): () => Promise<void> {
  const visits = new Set<{ crowded: boolean }>();
  return async () => {
    enter();
    const visit = { crowded: false };
    visits.add(visit);
    if (visits.size > places) for (const each of visits) each.crowded = true;
    await sleep(200);
    visits.delete(visit);
    if (visit.crowded) throw new Error('too many at once');
  };
}
