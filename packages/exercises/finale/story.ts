import { coroutine, createTask, seconds, sleep, stopwatch, thread } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: {
    open: '--- Six o’clock: a hundred guests, two doors, ten tables, room for twelve in line ---',
    now: (at: string, tables: number, inLine: number, answered: number, away: number) =>
      `${at} s  at the tables: ${tables}, in line: ${inLine}, answered: ${answered}, sent away: ${away}`,
    full: (at: string, guest: number) => `${at} s  the line is full: guest ${guest} is asked to come back tomorrow`,
    down: (at: string) => `${at} s  the weather service does not answer`,
    back: (at: string, attempt: number) => `${at} s  the weather service is back, at attempt ${attempt}`,
    clouded: (at: string, guest: number) => `${at} s  guest ${guest} is told: nobody knows what the weather will be`,
    solved: (at: string, guest: number) => `${at} s  the crossword of guest ${guest} is solved, and nobody had to wait for it`,
    closing: (at: string, inLine: number) => `${at} s  closing time: ${inLine} in line get a voucher, the tables are served to the end`,
    end: (at: string, answered: number, vouchers: number, away: number) =>
      `${at} s  lights off: ${answered} answers, ${vouchers} vouchers, ${away} sent away`,
    sum: (lost: number, coins: number) => `In the jar: ${coins} coins, one for each answer. Guests who were lost: ${lost}`,
    names: { doors: 'the doors', clock: 'the clock', room: 'the tea room' },
  },
  'zh-CN': {
    open: '--- 六点钟：一百位客人，两扇门，十张桌子，门口能排十二个人 ---',
    now: (at: string, tables: number, inLine: number, answered: number, away: number) =>
      `${at} 秒  在座 ${tables}，排队 ${inLine}，已答复 ${answered}，已谢绝 ${away}`,
    full: (at: string, guest: number) => `${at} 秒  队伍满了：请 ${guest} 号客人明天再来`,
    down: (at: string) => `${at} 秒  天气服务没有回应`,
    back: (at: string, attempt: number) => `${at} 秒  天气服务恢复了（第 ${attempt} 次尝试）`,
    clouded: (at: string, guest: number) => `${at} 秒  告诉 ${guest} 号客人：现在谁也不知道天气会怎样`,
    solved: (at: string, guest: number) => `${at} 秒  ${guest} 号客人的填字游戏解开了，没有人因此多等`,
    closing: (at: string, inLine: number) => `${at} 秒  打烊：排队的 ${inLine} 位领代金券，在座的招待到最后`,
    end: (at: string, answered: number, vouchers: number, away: number) => `${at} 秒  熄灯：答复 ${answered} 位，代金券 ${vouchers} 张，谢绝 ${away} 位`,
    sum: (lost: number, coins: number) => `罐子里有 ${coins} 枚硬币，每次答复一枚。被弄丢的客人：${lost} 位`,
    names: { doors: '两扇门', clock: '挂钟', room: '茶馆' },
  },
} as const;

/** What the story is told with: the answers to eleven exercises. */
interface Answers {
  readonly gather: typeof import('../gather/gather.ts');
  readonly timeout: typeof import('../timeout/timeout.ts');
  readonly cancellation: typeof import('../cancellation/cancellation.ts');
  readonly semaphore: typeof import('../semaphore/semaphore.ts');
  readonly 'task-group': typeof import('../task-group/task-group.ts');
  readonly queue: typeof import('../queue/queue.ts');
  readonly retry: typeof import('../retry/retry.ts');
  readonly stream: typeof import('../stream/stream.ts');
  readonly lock: typeof import('../lock/lock.ts');
  readonly workers: typeof import('../workers/workers.ts');
  readonly shutdown: typeof import('../shutdown/shutdown.ts');
}

const guests = 100;
const tables = 10;
const roomInLine = 12;
/** While the weather service is down, its calls come to nothing. */
const down = { from: 1000, to: 3000 };

/** A door through which a guest comes every now and then. */
async function* door(first: number, everyMs: number): AsyncGenerator<number> {
  for (let guest = first; guest <= guests; guest += 2) {
    await sleep(everyMs);
    yield guest;
  }
}

/**
 * A hundred guests come by two doors (stream), stand in a line that has an end (queue), and sit at ten tables (semaphore). Each asks for something:
 * for a song and a biscuit (gather), for the weather (timeout, retry), for the solution of a crossword (workers), and leaves a coin (lock). Doors, clock and tables are one
 * group (task-group). At closing time (shutdown) those who sit are served to the end, and the clock is stopped (cancellation).
 */
export const story: Story<Answers> = coroutine(async ({ exercise, lang, print, nextCtrlC }) => {
  const say = lines[lang];
  const elapsed = stopwatch();
  const at = (): string => (elapsed() / 1000).toFixed(2);

  const line = new exercise.queue.Queue<number>(roomInLine);
  const free = new exercise.semaphore.Semaphore(tables);
  const jar = { coins: 0 };
  const fund = new exercise.lock.TeaFund({
    read: coroutine(async () => {
      await sleep(5);
      return jar.coins;
    }),
    write: coroutine(async (coins: number) => {
      await sleep(5);
      jar.coins = coins;
    }),
  });
  const count = { sitting: 0, answered: 0, away: 0 };
  const closing = new AbortController();
  const stop = nextCtrlC === undefined ? closing.signal : AbortSignal.any([closing.signal, nextCtrlC()]);

  const solvers = new exercise.workers.WorkerPool(
    () => thread(async (puzzle, { signal }) => {
      await sleep(seconds(0.6), { signal });
      return { ok: true, value: puzzle };
    }),
    3,
  );

  const isDown = (): boolean => elapsed() >= down.from && elapsed() < down.to;
  const told = { down: false, back: false };
  const forecast = async (attempt: number, signal: AbortSignal): Promise<void> => {
    if (isDown()) {
      if (!told.down) print(say.down(at()));
      told.down = true;
      await sleep(seconds(60), { signal });
    }
    await sleep(200, { signal });
    if (told.down && !told.back && attempt > 1) {
      told.back = true;
      print(say.back(at(), attempt));
    }
  };

  const wishes = [
    async (_guest: number, signal: AbortSignal) => await exercise.gather.gather([sleep(700, { signal }), sleep(400, { signal })]),
    async (guest: number, signal: AbortSignal) => {
      const ask = (attempt: number, stopped: AbortSignal): Promise<void> =>
        exercise.timeout.timeout(400, (tooLate) => forecast(attempt, tooLate), { signal: stopped });
      try {
        await exercise.retry.retry(ask, { attempts: 3, baseMs: 300, factor: 2, random: () => 1, signal });
      } catch (error) {
        if (error === signal.reason) throw error;
        print(say.clouded(at(), guest));
      }
    },
    async (_guest: number, signal: AbortSignal) => await sleep(500, { signal }),
    async (guest: number, signal: AbortSignal) => {
      await solvers.run(`crossword ${guest}`, { signal });
      if (guest === 3) print(say.solved(at(), guest));
    },
  ];

  const receive = async (signal: AbortSignal): Promise<number> => {
    await free.acquire({ signal });
    try {
      return await line.get({ signal });
    } catch (error) {
      free.release();
      throw error;
    }
  };

  const handle = async (guest: number, signal: AbortSignal): Promise<void> => {
    count.sitting += 1;
    try {
      await wishes[guest % wishes.length]?.(guest, signal);
      await fund.add(1);
      count.answered += 1;
    } finally {
      count.sitting -= 1;
      free.release();
    }
  };

  const letIn = async (): Promise<void> => {
    for await (const guest of exercise.stream.merge(door(1, 55), door(2, 75))) {
      if (stop.aborted) {
        count.away += 1;
        continue;
      }
      try {
        line.putNowait(guest);
      } catch (error) {
        if (!(error instanceof exercise.queue.QueueFull)) throw error;
        if (count.away === 0) print(say.full(at(), guest));
        count.away += 1;
      }
    }
  };

  const tick = coroutine(async () => {
    for (;;) {
      await sleep(seconds(1));
      print(say.now(at(), count.sitting, line.size, count.answered, count.away));
    }
  });

  print(say.open);
  const clock = createTask(tick(), { name: say.names.clock });
  await exercise['task-group'].taskGroup(async (group) => {
    const doors = group.createTask(letIn, { name: say.names.doors });
    group.createTask(() => exercise.shutdown.serve({ receive, handle, stop, drainMs: seconds(5) }), { name: say.names.room });
    await doors;
    print(say.closing(at(), line.size));
    closing.abort();
  });
  await solvers.close();
  await exercise.cancellation.cancelAndWait(clock);
  const vouchers = line.size;
  print(say.end(at(), count.answered, vouchers, count.away));
  print(say.sum(guests - count.answered - vouchers - count.away, await fund.total()));
});
