import { seconds } from '../clock/duration.ts';
import { type Coroutine, coroutine } from '../task/coroutine.ts';
import { sleep } from '../time/sleep.ts';
import { currentRecorder } from '../timeline/recorder.ts';
import { type Setting, silent } from './setting.ts';

export interface MusicOptions extends Setting {
  /** Milliseconds that the music lasts; 2 s, as in the lesson, when not given. */
  readonly lengthMs?: number;
}

/** Music to listen to while something else takes its time. */
export interface Music {
  listen(): Coroutine<void>;
}

const lines = {
  en: { listening: 'Listening to music while the kettle is on...', listened: 'The music is over.', work: 'listen' },
  'zh-CN': { listening: '烧水的同时，开始听音乐...', listened: '音乐听完了。', work: '听音乐' },
} as const;

export function music({ lang = 'en', print = silent, lengthMs = seconds(2) }: MusicOptions = {}): Music {
  const say = lines[lang];
  return {
    listen: coroutine(async function listen() {
      const finish = currentRecorder()?.begin(say.work);
      print(say.listening);
      await sleep(lengthMs);
      finish?.();
      print(say.listened);
    }),
  };
}
