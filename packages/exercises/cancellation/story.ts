import { coroutine, createTask, currentTask, kettle, seconds, sleep, stopwatch } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: {
    filling: 'Filling the kettle from the jug...',
    emptied: 'The water is back in the jug.',
    off: 'The kettle is switched off.',
    steeping: 'The tea is steeping...',
    poured: 'The tea is poured away.',
    writing: 'Writing the order into the book...',
    written: 'The order is in the book.',
    stopsWaiting: 'Nobody waits for the book any more.',
    leaves: (at: string) => `--- ${at} s: "No tea, thank you." The guest has left ---`,
    ready: 'The tea is ready.',
    called: (reason: string, at: string) => `No tea at ${at} s: ${reason}`,
    reason: 'the guest has left',
    music: (how: string, at: string) => `cancelAndWait(music) at ${at} s: '${how}'`,
    fades: 'The music fades out...',
  },
  'zh-CN': {
    filling: '从凉水壶往烧水壶里倒水...',
    emptied: '水倒回凉水壶里了。',
    off: '烧水壶关掉了。',
    steeping: '茶正泡着...',
    poured: '茶倒掉了。',
    writing: '把这一单记进账本...',
    written: '这一单记好了。',
    stopsWaiting: '没有人再等账本了。',
    leaves: (at: string) => `--- ${at} 秒：“不喝茶了，谢谢。”客人走了 ---`,
    ready: '茶泡好了。',
    called: (reason: string, at: string) => `${at} 秒：茶不泡了，因为${reason}`,
    reason: '客人走了',
    music: (how: string, at: string) => `${at} 秒：cancelAndWait(music) 得到 '${how}'`,
    fades: '音乐渐渐轻下去...',
  },
} as const;

/** The guest leaves while the water heats: the step stops, what is done is undone, the book is written to its end, the music fades. */
export const story: Story<typeof import('./cancellation.ts')> = coroutine(async (stage) => {
  const { exercise, lang, print } = stage;
  const say = lines[lang];
  const { boil } = kettle(stage);
  const elapsed = stopwatch();
  const time = (): string => (elapsed() / 1000).toFixed(2);

  const steps = [
    {
      name: 'fill',
      start: async (signal: AbortSignal) => {
        print(say.filling);
        await sleep(500, { signal });
      },
      undo: async () => {
        await sleep(500);
        print(say.emptied);
      },
    },
    {
      name: 'heat',
      start: async (signal: AbortSignal) => {
        try {
          await boil({ signal });
        } finally {
          print(say.off);
        }
      },
      undo: () => sleep(0),
    },
    {
      name: 'steep',
      start: async (signal: AbortSignal) => {
        print(say.steeping);
        await sleep(seconds(2), { signal });
      },
      undo: async () => {
        await sleep(250);
        print(say.poured);
      },
    },
  ];

  const writeDown = coroutine(async function writeDown() {
    print(say.writing);
    await sleep(seconds(3));
    print(say.written);
  });
  const play = coroutine(async function play() {
    const signal = currentTask()?.signal;
    try {
      await sleep(seconds(60), { signal });
    } finally {
      print(say.fades);
      await sleep(seconds(1));
    }
  });

  const guest = new AbortController();
  const leaving = sleep(2500).then(() => {
    print(say.leaves(time()));
    guest.abort(new Error(say.reason));
  });
  const music = createTask(play());
  const book = exercise.shield(writeDown(), guest.signal).catch(() => print(say.stopsWaiting));
  try {
    await exercise.brew(steps, guest.signal);
    print(say.ready);
  } catch (error) {
    print(say.called(error instanceof Error ? error.message : String(error), time()));
  }
  await Promise.all([leaving, book]);
  print(say.music(await exercise.cancelAndWait(music), time()));
});
