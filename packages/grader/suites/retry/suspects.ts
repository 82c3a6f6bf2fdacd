import type { Text } from '@teatime/grader/kit';
import { askedOf, drawOf, grown, most, pauseOf, type PausePlan } from './plan.ts';

/** A way to reckon pauses that is a mistake, and what to say of it. */
interface Suspect {
  /** How long pause number `index`, from 0, is then, behind an attempt that took so long. */
  readonly pause: (plan: PausePlan, index: number, took: number) => number;
  readonly text: (plan: PausePlan) => Text;
}

const jittered = (plan: PausePlan, index: number): number => most(plan, index) * drawOf(plan, index);

/** The most telling one first. Each is tried on all pauses of a call that has a wrong one. */
export const suspects: readonly Suspect[] = [
  {
    pause: () => 0,
    text: () => ({
      en: 'There is no pause at all. Whoever is overloaded is helped by nobody who comes back at once: await a sleep before the next attempt.',
      'zh-CN': '根本没有停顿。马上又来，帮不了已经忙不过来的人：下一次尝试之前，请 await 一次 sleep。',
    }),
  },
  {
    pause: (plan, i, took) => pauseOf(plan, i) - took,
    text: () => ({
      en: 'It counts from the beginning of the attempt. A pause begins when the attempt has ended.',
      'zh-CN': '停顿是从尝试开始时算起的。应该从尝试结束时算起。',
    }),
  },
  {
    pause: (plan, i) => jittered(plan, i),
    text: () => ({
      en: 'The error said in `retryAfterMs` how long to stay away, and nobody looked: no pause behind it is shorter than that.',
      'zh-CN': '错误在 `retryAfterMs` 里说了要等多久，却没有人看：它后面的停顿不能比它短。',
    }),
  },
  {
    pause: (plan, i) => Math.min(plan.maxMs, pauseOf(plan, i)),
    text: ({ maxMs }) => ({
      en: `maxMs is ${maxMs} ms, and cuts off what the error asked for. It is the cap of your own pauses: who is told to come back in a minute comes back in a minute.`,
      'zh-CN': `maxMs 是 ${maxMs} 毫秒，把错误要求的时间也截短了。它只限制你自己算出的停顿：对方说一分钟后再来，就一分钟后再来。`,
    }),
  },
  {
    pause: (plan, i) => jittered(plan, i) + askedOf(plan, i),
    text: () => ({
      en: 'What the error asked for in `retryAfterMs` was added to the pause. Wait for the longer of the two: Math.max.',
      'zh-CN': '错误在 `retryAfterMs` 里要求的时间被加在了停顿上。应该取两者中较长的：Math.max。',
    }),
  },
  {
    pause: (plan, i) => (plan.asked?.[i] === undefined ? jittered(plan, i) : askedOf(plan, i)),
    text: () => ({
      en: 'Where the error says `retryAfterMs`, only that was waited, also when the pause itself is longer. Wait for the longer of the two: Math.max.',
      'zh-CN': '只要错误带有 `retryAfterMs`，就只等了那么久，哪怕停顿本来更长。应该取两者中较长的：Math.max。',
    }),
  },
  {
    pause: (plan, i) => Math.max(most(plan, i), askedOf(plan, i)) * drawOf(plan, i),
    text: () => ({
      en: 'What the error asked for in `retryAfterMs` was multiplied by random() as well. That is a share of your own pause only; what the server asks for is waited in full.',
      'zh-CN': '错误在 `retryAfterMs` 里要求的时间也乘上了 random()。random() 只决定你自己的停顿占多少；服务器要求的时间要等满。',
    }),
  },
  {
    pause: (plan, i) => grown(plan, i) * drawOf(plan, i),
    text: ({ maxMs }) => ({
      en: `maxMs is ${maxMs} ms, and no pause can be longer: Math.min(maxMs, …). Without a cap the tenth pause is a thousand times the first.`,
      'zh-CN': `maxMs 是 ${maxMs} 毫秒，停顿不能比它长：Math.min(maxMs, …)。没有上限，第十次停顿就是第一次的一千倍。`,
    }),
  },
  {
    pause: (plan, i) => Math.min(plan.maxMs, grown(plan, i) * drawOf(plan, i)),
    text: ({ maxMs }) => ({
      en: `The cap of ${maxMs} ms came after the chance. Cap first, and take the share of random() of that: otherwise most pauses are the cap itself, and everybody comes back together.`,
      'zh-CN': `先乘了 random()，后用 ${maxMs} 毫秒封顶。应该先封顶，再取 random() 的那一份：否则大多数停顿都正好等于上限，大家又会一起回来。`,
    }),
  },
  {
    pause: (plan, i) => (i === 0 ? grown(plan, i) * drawOf(plan, i) : pauseOf(plan, i)),
    text: ({ maxMs }) => ({
      en: `maxMs is ${maxMs} ms, and the first pause is longer. It holds for every pause, also for the first.`,
      'zh-CN': `maxMs 是 ${maxMs} 毫秒，第一次停顿却更长。它对每次停顿都有效，第一次也一样。`,
    }),
  },
  {
    pause: (plan, i) => Math.max(jittered(plan, i), ...Array.from({ length: i + 1 }, (_, earlier) => askedOf(plan, earlier))),
    text: () => ({
      en: 'What an earlier error asked for in `retryAfterMs` is still waited. It holds for the pause behind that error, and for no other.',
      'zh-CN': '还在等前面某个错误在 `retryAfterMs` 里要求的时间。它只对那个错误后面的那次停顿有效。',
    }),
  },
  {
    pause: (plan, i) => most(plan, i) * (1 - drawOf(plan, i)),
    text: () => ({
      en: 'The share that random() gives was left out, and the rest was waited. Multiply by random() itself.',
      'zh-CN': '等的是 random() 那一份之外的部分。请直接乘以 random()。',
    }),
  },
  {
    pause: (plan, i) => most(plan, i) * (0.5 + drawOf(plan, i)),
    text: () => ({
      en: 'random() makes it longer or shorter by a half. The whole pause is multiplied by it: from nothing to the most.',
      'zh-CN': 'random() 只让停顿长一半或短一半。应该用它乘整个停顿：从 0 到最长都有可能。',
    }),
  },
  {
    pause: (plan, i) => most(plan, i),
    text: () => ({
      en: 'That is the most that it can be, whatever random() says. Multiply by random(): one draw for each pause.',
      'zh-CN': '不管 random() 给出什么，停顿都是最长的那个值。请乘上 random()：每次停顿抽一个数。',
    }),
  },
  {
    pause: (plan, i) => most(plan, i) * (1 + drawOf(plan, i)),
    text: () => ({
      en: 'random() came on top of the pause. The whole pause is multiplied by it: from nothing to the most.',
      'zh-CN': 'random() 被加在了停顿之上。应该用它乘整个停顿：从 0 到最长都有可能。',
    }),
  },
  {
    pause: (plan, i) => (most(plan, i) / 2) * (1 + drawOf(plan, i)),
    text: () => ({
      en: 'Half of the pause was kept, and only the other half left to chance. The whole of it is multiplied by random(): from nothing to the most.',
      'zh-CN': '停顿的一半固定不变，只有另一半随机。应该用 random() 乘整个停顿：从 0 到最长都有可能。',
    }),
  },
  {
    pause: (plan, i) => most(plan, i) * drawOf(plan, 0),
    text: () => ({
      en: 'One number of random() was used for all pauses. Draw a new one for each.',
      'zh-CN': '所有停顿用了同一个 random() 的结果。每次停顿都要重新抽一个。',
    }),
  },
  {
    pause: (plan, i) => most(plan, i) * drawOf(plan, i + 1),
    text: () => ({
      en: 'The first number of random() was drawn and never used. The first draw belongs to the first pause.',
      'zh-CN': '第一个 random() 的结果被抽出来却没有用上。第一次抽到的数属于第一次停顿。',
    }),
  },
  {
    pause: ({ baseMs, maxMs }) => Math.min(maxMs, baseMs),
    text: ({ factor }) => ({
      en: `All pauses are equally long. Each can be ${factor} times as long as the one before: baseMs * factor ** (attempt - 1).`,
      'zh-CN': `每次停顿都一样长。应该是前一次的 ${factor} 倍：baseMs * factor ** (attempt - 1)。`,
    }),
  },
  {
    pause: ({ baseMs, maxMs }, i) => Math.min(maxMs, baseMs * (i + 1)),
    text: ({ factor }) => ({
      en: `They grow by the same amount each time. They are to be multiplied, by ${factor} each time: baseMs * factor ** (attempt - 1).`,
      'zh-CN': `停顿每次增加同样多。应该每次乘以 ${factor}：baseMs * factor ** (attempt - 1)。`,
    }),
  },
  {
    pause: (plan, i) => most(plan, i + 1),
    text: ({ baseMs }) => ({
      en: `They are one step too far: the first pause is baseMs, ${baseMs} ms, and only the second one is multiplied by factor.`,
      'zh-CN': `多乘了一次：第一次停顿是 baseMs（${baseMs} 毫秒），第二次才乘以 factor。`,
    }),
  },
  {
    pause: (plan, i) => most(plan, i - 1),
    text: ({ baseMs }) => ({
      en: `They are one step behind: the first pause is baseMs, ${baseMs} ms, and the second one is multiplied by factor already.`,
      'zh-CN': `少乘了一次：第一次停顿是 baseMs（${baseMs} 毫秒），第二次就要乘以 factor。`,
    }),
  },
  {
    pause: ({ baseMs, maxMs }, i) => Math.min(maxMs, baseMs * 2 ** i),
    text: ({ factor }) => ({
      en: `They double each time, but factor is ${factor} here.`,
      'zh-CN': `停顿每次翻倍，可是这里的 factor 是 ${factor}。`,
    }),
  },
  {
    pause: (plan, i) => (i === 0 ? 0 : most(plan, i - 1)),
    text: () => ({
      en: 'The second attempt came at once. There is a pause behind every attempt that failed, also behind the first one.',
      'zh-CN': '第二次尝试马上就来了。每次失败之后都要停顿，第一次之后也一样。',
    }),
  },
];
