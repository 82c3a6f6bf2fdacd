import { coroutine, createTask, seconds, sleep, stopwatch } from '@teatime/core';
import type { Story } from '../story.ts';
import type { Jar } from './lock.ts';

const lines = {
  en: {
    careless: '--- Five coins in the jar, four friends at the door. They read, they add, they write ---',
    fund: '--- The same with your TeaFund ---',
    opens: (at: string) => `${at} s  the door opens`,
    put: (friend: string, coins: number, sum: number, at: string) => `${at} s  ${friend} puts in ${coins}, and believes there are ${sum}`,
    end: (coins: number) => `In the jar: ${coins} coins`,
    lost: (coins: number) => `   (of 15: ${coins} are lost)`,
    allThere: '   (not one is lost)',
    friends: ['Ann', 'Ben', 'Cho', 'Dan'],
  },
  'zh-CN': {
    careless: '--- 罐子里有五枚硬币，四个朋友在门口。他们各自读、加、写 ---',
    fund: '--- 换成你的 TeaFund，再来一次 ---',
    opens: (at: string) => `${at} 秒  门开了`,
    put: (friend: string, coins: number, sum: number, at: string) => `${at} 秒  ${friend}放了 ${coins} 枚，以为现在有 ${sum} 枚`,
    end: (coins: number) => `罐子里：${coins} 枚硬币`,
    lost: (coins: number) => `   （应有 15 枚，丢了 ${coins} 枚）`,
    allThere: '   （一枚也没有丢）',
    friends: ['小安', '小本', '小春', '小丹'],
  },
} as const;

/** The lost update: four friends come through a gate at once. By themselves they lose six of ten coins; the fund loses none. */
export const story: Story<typeof import('./lock.ts')> = coroutine(async ({ exercise, lang, print }) => {
  const say = lines[lang];

  const evening = coroutine(async (fundOf: (jar: Jar) => (coins: number) => Promise<number>) => {
    const jar = glassJar(5);
    const add = fundOf(jar);
    const door = new exercise.Gate();
    const elapsed = stopwatch();
    const at = (): string => (elapsed() / 1000).toFixed(2);

    const friend = coroutine(async (name: string, coins: number) => {
      await door.wait();
      print(say.put(name, coins, await add(coins), at()));
    });

    const friends = say.friends.map((name, index) => createTask(friend(name, index + 1), { name }));
    await sleep(seconds(1));
    print(say.opens(at()));
    door.set();
    for (const each of friends) await each;
    const sum = await jar.read();
    print(say.end(sum) + (sum < 15 ? say.lost(15 - sum) : say.allThere));
  });

  print(say.careless);
  await evening((jar) => async (coins) => {
    const sum = (await jar.read()) + coins;
    await jar.write(sum);
    return sum;
  });

  print(say.fund);
  await evening((jar) => {
    const fund = new exercise.TeaFund(jar);
    return (coins) => fund.add(coins);
  });
});

/** To look into it takes a moment, and so does putting something in. */
function glassJar(coins: number): Jar {
  let inside = coins;
  return {
    read: async () => {
      const seen = inside;
      await sleep(seconds(0.3));
      return seen;
    },
    write: async (sum) => {
      await sleep(seconds(0.2));
      inside = sum;
    },
  };
}
