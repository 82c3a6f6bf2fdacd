import { coroutine, seconds, sleep, stopwatch } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: {
    plain: '--- A serial: a chapter takes 1 second to arrive, and 1.6 to read ---',
    buffered: '--- The same, with a buffer for two chapters ---',
    mixed: '--- Bedtime: the serial and the post, merged; four things, and then it is night ---',
    reading: (at: string, chapter: number, here: number) => `${at} s  reading chapter ${chapter}${here > chapter ? `; chapter ${here} is here already` : ''}`,
    done: (at: string) => `${at} s  all five are read`,
    came: (at: string, what: string) => `${at} s  ${what}`,
    chapters: ['chapter 1', 'chapter 2', 'chapter 3', 'chapter 4'],
    letters: ['a letter', 'another letter', 'a third letter', 'a bill'],
    chaptersClosed: 'the serial is closed',
    lettersClosed: 'the post is closed',
    night: 'good night',
  },
  'zh-CN': {
    plain: '--- 连载小说：一章要 1 秒才来，读一章要 1.6 秒 ---',
    buffered: '--- 同样的小说，加上放得下两章的缓冲 ---',
    mixed: '--- 睡前：连载和信件合在一起，看四样就睡 ---',
    reading: (at: string, chapter: number, here: number) => `${at} 秒  开始读第 ${chapter} 章${here > chapter ? `，第 ${here} 章已经来了` : ''}`,
    done: (at: string) => `${at} 秒  五章全部读完`,
    came: (at: string, what: string) => `${at} 秒  ${what}`,
    chapters: ['第 1 章', '第 2 章', '第 3 章', '第 4 章'],
    letters: ['一封信', '又一封信', '第三封信', '一张账单'],
    chaptersClosed: '连载关闭了',
    lettersClosed: '信箱关闭了',
    night: '晚安',
  },
} as const;

interface Subscription<T> {
  readonly items: readonly T[];
  readonly everyMs: number;
  readonly onArrival?: (item: T) => void;
  readonly onClose?: () => void;
}

/** Something that arrives now and then; to close it takes a moment. */
async function* subscription<T>({ items, everyMs, onArrival, onClose }: Subscription<T>): AsyncGenerator<T, void> {
  try {
    for (const item of items) {
      await sleep(everyMs);
      onArrival?.(item);
      yield item;
    }
  } finally {
    await sleep(seconds(0.3));
    onClose?.();
  }
}

/** A serial that is read as it comes, and read with a buffer; then the serial and letters, until it is night. */
export const story: Story<typeof import('./stream.ts')> = coroutine(async ({ exercise, lang, print }) => {
  const say = lines[lang];
  let elapsed = stopwatch();
  const at = (): string => (elapsed() / 1000).toFixed(2);
  const begin = (line: string): void => {
    print(line);
    elapsed = stopwatch();
  };

  for (const size of [0, 2]) {
    begin(size === 0 ? say.plain : say.buffered);
    let here = 0;
    const serial = subscription({ items: [1, 2, 3, 4, 5], everyMs: seconds(1), onArrival: (chapter) => (here = chapter) });
    for await (const chapter of size === 0 ? serial : exercise.buffer(serial, size)) {
      print(say.reading(at(), chapter, here));
      await sleep(seconds(1.6));
      if (chapter === 5) print(say.done(at()));
    }
  }

  begin(say.mixed);
  const serial = subscription<string>({ items: say.chapters, everyMs: seconds(1), onClose: () => print(say.came(at(), say.chaptersClosed)) });
  const letters = subscription<string>({ items: say.letters, everyMs: seconds(1.4), onClose: () => print(say.came(at(), say.lettersClosed)) });
  for await (const what of exercise.take(exercise.merge(serial, letters), 4)) print(say.came(at(), what));
  print(say.came(at(), say.night));
});
