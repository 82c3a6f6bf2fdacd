import { seconds } from '../clock/duration.ts';
import { type Coroutine, coroutine } from '../task/coroutine.ts';
import { sleep, type SleepOptions } from '../time/sleep.ts';
import type { TaskStatus } from '../timeline/event.ts';
import { currentRecorder } from '../timeline/recorder.ts';
import { type Setting, silent } from './setting.ts';

/**
 * How a server behaves. Nothing of it is left to chance, unless it is given some.
 *
 * @example
 * const options: ChapterServerOptions = { latency: () => 250, fails: (chapter, attempt) => chapter === 3 && attempt === 1 };
 * await chapterServer(options).download(1);
 */
export interface ChapterServerOptions extends Setting {
  /** Milliseconds that a chapter takes; half a second a chapter number, as in the lesson, when not given. */
  readonly latency?: (chapter: number, attempt: number) => number;
  /**
   * Whether a download fails, when its time is up; `attempt` counts from 1 for each chapter. Never when not given.
   * For failures by chance: `() => random.chance(0.2)`.
   */
  readonly fails?: (chapter: number, attempt: number) => boolean;
}

/**
 * A server that keeps a novel, chapter by chapter, and takes note of who comes.
 *
 * @example
 * const server: ChapterServer = chapterServer();
 * const downloads = [1, 2, 3].map((chapter) => createTask(server.download(chapter)));
 * for (const download of downloads) console.log(await download);
 * console.log(server.peak); // 3
 */
export interface ChapterServer {
  /** Downloads a chapter: gives its text, or rejects with a ChapterError. When the signal aborts the connection is closed, and it rejects with the reason. */
  download(chapter: number, options?: SleepOptions): Coroutine<string>;
  /** The chapters asked for, in the order of the requests. */
  readonly requests: readonly number[];
  /** Downloads going on now. */
  readonly connections: number;
  /** The most downloads that ever went on at once. */
  readonly peak: number;
}

/**
 * The server could not deliver a chapter.
 *
 * @example
 * const server = chapterServer({ fails: () => true });
 * await run(server.download(3)).catch((error: unknown) => {
 *   if (error instanceof ChapterError) console.log(error.chapter); // 3
 * });
 */
export class ChapterError extends Error {
  static {
    this.prototype.name = 'ChapterError';
  }

  readonly chapter: number;

  constructor(message: string, chapter: number) {
    super(message);
    this.chapter = chapter;
  }
}

const lines = {
  en: {
    started: (chapter: number) => `Downloading chapter ${chapter}...`,
    finished: (chapter: number) => `✅ Chapter ${chapter} is here!`,
    failed: (chapter: number) => `Chapter ${chapter} could not be downloaded`,
    text: (chapter: number) => `Text of chapter ${chapter}`,
    work: (chapter: number) => `chapter ${chapter}`,
  },
  'zh-CN': {
    started: (chapter: number) => `开始下载第 ${chapter} 章...`,
    finished: (chapter: number) => `✅ 第 ${chapter} 章下载完成！`,
    failed: (chapter: number) => `第 ${chapter} 章下载失败`,
    text: (chapter: number) => `第 ${chapter} 章内容`,
    work: (chapter: number) => `第 ${chapter} 章`,
  },
} as const;

/**
 * A server whose chapters take half a second a number, as in the lesson, or as long as it is told.
 *
 * @example
 * const { download, requests } = chapterServer({ print: console.log });
 * await download(2);
 * console.log(requests); // 2
 */
export function chapterServer({
  lang = 'en',
  print = silent,
  latency = (chapter) => seconds(chapter * 0.5),
  fails = () => false,
}: ChapterServerOptions = {}): ChapterServer {
  const say = lines[lang];
  const requests: number[] = [];
  const attempts = new Map<number, number>();
  let connections = 0;
  let peak = 0;

  const download = coroutine(async function download(chapter: number, { signal }: SleepOptions = {}) {
    requests.push(chapter);
    const attempt = (attempts.get(chapter) ?? 0) + 1;
    attempts.set(chapter, attempt);
    connections++;
    peak = Math.max(peak, connections);
    const finish = currentRecorder()?.begin(say.work(chapter));
    print(say.started(chapter));
    let status: TaskStatus = 'rejected';
    try {
      await sleep(latency(chapter, attempt), { signal });
      if (fails(chapter, attempt)) throw new ChapterError(say.failed(chapter), chapter);
      status = 'fulfilled';
    } catch (error) {
      if (signal?.aborted && error === signal.reason) status = 'cancelled';
      throw error;
    } finally {
      connections--;
      finish?.(status);
    }
    print(say.finished(chapter));
    return say.text(chapter);
  });

  return {
    download,
    requests,
    get connections() {
      return connections;
    },
    get peak() {
      return peak;
    },
  };
}
