import { coroutine, createTask, seconds, sleep, stopwatch, type Task } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: {
    opens: 'The tea room is open.',
    ctrlC: 'Ctrl+C closes it early; a second one empties it.',
    name: (table: number) => `table ${table}`,
    sits: (table: number) => `Table ${table} sits down`,
    pays: (table: number) => `Table ${table} pays`,
    closing: 'Closing time! Nobody comes in any more.',
    asked: (table: number) => `Table ${table} is asked to go, and takes the coat...`,
    runs: (table: number) => `Table ${table} runs, and leaves the coat`,
    out: 'Out, all of you!',
    lightsOff: (finished: number, cancelled: number) => `Lights off: ${finished} paid, ${cancelled} had to go.`,
  },
  'zh-CN': {
    opens: '茶馆开门了。',
    ctrlC: '按 Ctrl+C 提前打烊，再按一次清场。',
    name: (table: number) => `${table} 号桌`,
    sits: (table: number) => `${table} 号桌坐下了`,
    pays: (table: number) => `${table} 号桌结账`,
    closing: '打烊了！不再接待客人。',
    asked: (table: number) => `请 ${table} 号桌离开，客人去拿大衣……`,
    runs: (table: number) => `${table} 号桌跑了，大衣也没拿`,
    out: '都出去！',
    lightsOff: (finished: number, cancelled: number) => `熄灯：${finished} 桌结了账，${cancelled} 桌被请走。`,
  },
} as const;

/** A table is an order: when it comes, and how long it drinks, in milliseconds. */
const tables = [
  { table: 1, at: 500, drinks: 6_000 },
  { table: 2, at: 1_000, drinks: 5_000 },
  { table: 3, at: 1_500, drinks: 3_000 },
  { table: 4, at: 4_000, drinks: 10_000 },
  { table: 5, at: 5_500, drinks: 1_000 },
] as const;

type Guests = (typeof tables)[number];

const opensFor = seconds(5);
const drainMs = seconds(3);
const coatMs = 500;

/** The tea room closes at 5 s, or at the first Ctrl+C; who has not finished 3 s later has to go, or at the second one. */
export const story: Story<typeof import('./shutdown.ts')> = coroutine(async ({ exercise, lang, print, nextCtrlC }) => {
  const say = lines[lang];
  const elapsed = stopwatch();
  const tell = (line: string): void => print(`${(elapsed() / 1000).toFixed(1).padStart(4)} s  ${line}`);

  const closing = new AbortController();
  const { signal: stop } = closing;
  const close = (): void => closing.abort();
  const clock = setTimeout(close, opensFor);
  nextCtrlC?.().addEventListener('abort', close);
  const kill = nextCtrlC?.();
  stop.addEventListener('abort', () => tell(say.closing));
  kill?.addEventListener('abort', () => tell(say.out));

  const coming = tables.values();
  const receive = async (signal: AbortSignal): Promise<Guests | undefined> => {
    const { value: guests } = coming.next();
    if (guests) await sleep(Math.max(0, guests.at - elapsed()), { signal });
    return guests;
  };
  const drink = coroutine(async ({ table, drinks }: Guests, signal: AbortSignal) => {
    tell(say.sits(table));
    try {
      await sleep(drinks, { signal });
    } catch (reason) {
      tell(kill?.aborted ? say.runs(table) : say.asked(table));
      // The coat has time, unless somebody was asked twice.
      if (!kill?.aborted) await sleep(coatMs, { signal: kill }).catch(() => tell(say.runs(table)));
      throw reason;
    }
    tell(say.pays(table));
  });
  const handle = (guests: Guests, signal: AbortSignal): Task<void> => createTask(drink(guests, signal), { name: say.name(guests.table) });

  tell(say.opens);
  if (nextCtrlC) tell(say.ctrlC);
  try {
    const { finished, cancelled } = await exercise.serve({ receive, handle, stop, kill, drainMs });
    tell(say.lightsOff(finished, cancelled));
  } finally {
    clearTimeout(clock);
  }
});
