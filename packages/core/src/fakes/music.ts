import { seconds } from '../clock/duration.ts';
import { type Coroutine, coroutine } from '../task/coroutine.ts';
import type { SleepOptions } from '../time/sleep.ts';
import { type Setting, silent } from './setting.ts';
import { takeTime } from './take-time.ts';

/**
 * Where the music plays, and how long it lasts.
 *
 * @example
 * const options: MusicOptions = { lengthMs: 500 };
 * await music(options).listen();
 */
export interface MusicOptions extends Setting {
  /** Milliseconds that the music lasts; 2 s, as in the lesson, when not given. */
  readonly lengthMs?: number;
}

/**
 * Music to listen to while something else takes its time.
 *
 * @example
 * const encore = async ({ listen }: Music): Promise<void> => { await listen(); await listen(); };
 * await encore(music());
 */
export interface Music {
  /** Listens to the end, or until the signal aborts: then it rejects with its reason. */
  listen(options?: SleepOptions): Coroutine<void>;
}

const lines = {
  en: { listening: 'Listening to music while the kettle is on...', listened: 'The music is over.', work: 'listen' },
  'zh-CN': { listening: '烧水的同时，开始听音乐...', listened: '音乐听完了。', work: '听音乐' },
} as const;

/**
 * Music: 2 s, as in the lesson.
 *
 * @example
 * const playing = createTask(music({ print: console.log }).listen());
 * await kettle().boil();
 * await playing;
 */
export function music({ lang = 'en', print = silent, lengthMs = seconds(2) }: MusicOptions = {}): Music {
  const say = lines[lang];
  return {
    listen: coroutine(async function listen(options: SleepOptions = {}) {
      print(say.listening);
      await takeTime(say.work, lengthMs, options);
      print(say.listened);
    }),
  };
}
