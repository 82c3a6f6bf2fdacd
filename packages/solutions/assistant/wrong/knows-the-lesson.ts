// fails: together, many, at-once, answers, failure-announced, failure-harmless, fails-at-the-start, same-name, calls-together, summary, nothing-left, announce-throws
// Does not ask the jobs at all, but says what the lesson says.
import { sleep } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export interface Job {
  readonly name: string;
  readonly start: () => Coroutine<string>;
}

export type Answer =
  | { readonly name: string; readonly status: 'fulfilled'; readonly value: string }
  | { readonly name: string; readonly status: 'rejected'; readonly reason: unknown };

export async function assist(jobs: readonly Job[], announce: (answer: Answer) => void): Promise<Answer[]> {
  const lesson = [
    { place: 2, ms: 1000, value: '😄 笑话时间: 世界上有两种人：一种是懂二进制的，另一种是不懂的。' },
    { place: 0, ms: 1500, value: '今天天气晴朗，温度25摄氏度。' },
    { place: 1, ms: 3000, value: '⏰ 提醒时间到！(14:30:03)' },
  ];
  const answers = lesson.map(async ({ place, ms, value }): Promise<Answer> => {
    await sleep(ms);
    const answer: Answer = { name: jobs[place]?.name ?? '', status: 'fulfilled', value };
    announce(answer);
    return answer;
  });
  return await Promise.all(answers);
}
