import { seconds } from '../clock/duration.ts';
import { type Coroutine, coroutine } from '../task/coroutine.ts';
import type { SleepOptions } from '../time/sleep.ts';
import { type Setting, silent } from './setting.ts';
import { takeTime } from './take-time.ts';

/**
 * Where a kettle stands, and how long it takes.
 *
 * @example
 * const options: KettleOptions = { boilMs: 500, lang: 'zh-CN' };
 * console.log(await kettle(options).boil());
 */
export interface KettleOptions extends Setting {
  /** Milliseconds that the water takes; 3 s, as in the lesson, when not given. */
  readonly boilMs?: number;
}

/**
 * A kettle that anybody can wait for.
 *
 * @example
 * const twice = async ({ boil }: Kettle): Promise<string> => (await boil()) + (await boil());
 * console.log(await twice(kettle()));
 */
export interface Kettle {
  /** Boils water; gives hot water, in the kettle's language. It is switched off when the signal aborts, and rejects with its reason. */
  boil(options?: SleepOptions): Coroutine<string>;
}

const lines = {
  en: { boiling: 'Putting the kettle on...', boiled: 'The water boils!', water: 'hot water', work: 'boil' },
  'zh-CN': { boiling: '开始烧水...', boiled: '水烧开了!', water: '开水', work: '烧水' },
} as const;

/**
 * A kettle: 3 s to boil, as in the lesson.
 *
 * @example
 * const boiling = createTask(kettle({ print: console.log }).boil());
 * await music().listen();
 * console.log(await boiling); // hot water
 */
export function kettle({ lang = 'en', print = silent, boilMs = seconds(3) }: KettleOptions = {}): Kettle {
  const say = lines[lang];
  return {
    boil: coroutine(async function boil(options: SleepOptions = {}) {
      print(say.boiling);
      await takeTime(say.work, boilMs, options);
      print(say.boiled);
      return say.water;
    }),
  };
}
