import { blockFor, coroutine, createTask, currentClock, currentRecorder, seconds, sleep, stopwatch, systemClock, thread, type Thread } from '@teatime/core';
import type { Story } from '../story.ts';
import type { Answer } from './workers.ts';

const solvingMs = seconds(3);
const barMs = 900;

/** Real threads; in a page there are none. */
const threads = 'process' in globalThis && 'getBuiltinModule' in process ? process.getBuiltinModule('node:worker_threads') : undefined;

/** What a thread is told that is to solve puzzles. */
const ofSolver = 'solver';

const lines = {
  en: {
    inCoroutine: 'In a coroutine: the assistant solves a crossword...',
    inWorker: 'In a worker: the same crossword...',
    inWorkers: 'Two crosswords, two workers...',
    puzzles: ['crossword', 'sudoku'],
    told: (seconds: string, bars: number) => `  ${seconds} seconds, ${bars === 0 ? 'and no music at all' : `with ${bars} bars of music`}`,
  },
  'zh-CN': {
    inCoroutine: '在协程里：助手来解一个填字游戏……',
    inWorker: '在工作线程里：同一个填字游戏……',
    inWorkers: '两道题，两个工作线程……',
    puzzles: ['填字游戏', '数独'],
    told: (seconds: string, bars: number) => `  ${seconds} 秒，${bars === 0 ? '一点音乐也没有' : `音乐响了 ${bars} 次`}`,
  },
} as const;

/** A puzzle takes 3 s of calculating: in a coroutine the music stops, in a worker it plays on, and two workers need no longer than one. */
export const story: Story<typeof import('./workers.ts')> = coroutine(async ({ exercise, lang, print }) => {
  const say = lines[lang];

  const music = coroutine(async function music(stop: AbortSignal) {
    for (let bars = 0; ; bars += 1) {
      await sleep(barMs, { signal: stop }).catch(() => {});
      if (stop.aborted) return bars;
      print('  ♪');
    }
  });

  const withMusic = async (begin: string, work: () => Promise<unknown>): Promise<void> => {
    print(begin);
    const [elapsed, stop] = [stopwatch(), new AbortController()];
    const playing = createTask(music(stop.signal));
    // The music begins.
    await sleep(0);
    await work();
    stop.abort();
    const bars = await playing;
    print(say.told((elapsed() / 1000).toFixed(0), bars));
  };

  const inPool = async (begin: string, puzzles: readonly string[]): Promise<void> => {
    const pool = new exercise.WorkerPool(startSolver, puzzles.length);
    const solved = async (puzzle: string): Promise<void> => {
      const finish = currentRecorder()?.begin(puzzle);
      await pool.run(puzzle);
      finish?.();
    };
    await withMusic(begin, () => Promise.all(puzzles.map(solved)));
    await pool.close();
  };

  await withMusic(say.inCoroutine, async () => solve(say.puzzles[0]));
  await inPool(say.inWorker, say.puzzles.slice(0, 1));
  await inPool(say.inWorkers, say.puzzles);
});

/** Calculates, and holds up the thread that it is called on. */
function solve(puzzle: unknown): Answer {
  blockFor(solvingMs);
  return { ok: true, value: puzzle };
}

/** A real thread, which loads this file, too; on a clock that jumps (`--fast`) one that only takes as long. */
function startSolver(): Thread<Answer> {
  if (threads !== undefined && currentClock() === systemClock) return new threads.Worker(new URL(import.meta.url), { workerData: ofSolver });
  return thread(async (puzzle, { signal }) => {
    await sleep(solvingMs, { signal });
    return { ok: true, value: puzzle };
  });
}

if (threads?.workerData === ofSolver) threads.parentPort?.on('message', (puzzle: unknown) => threads.parentPort?.postMessage(solve(puzzle)));
