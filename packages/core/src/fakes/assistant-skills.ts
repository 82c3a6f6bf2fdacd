import { currentClock } from '../clock/current-clock.ts';
import { seconds } from '../clock/duration.ts';
import { type Coroutine, coroutine } from '../task/coroutine.ts';
import type { SleepOptions } from '../time/sleep.ts';
import { Random } from './random.ts';
import { type Setting, silent } from './setting.ts';
import { takeTime } from './take-time.ts';

/**
 * Where the assistant stands, and what its jokes go by.
 *
 * @example
 * const options: SkillOptions = { lang: 'zh-CN', print: console.log, random: new Random(7) };
 * await assistantSkills(options).tellJoke();
 */
export interface SkillOptions extends Setting {
  /** Decides which joke is told; chance that differs from run to run when not given. */
  readonly random?: Random;
}

/**
 * What the lesson's assistant can do. Each of it ends when its signal aborts, and rejects with the reason.
 *
 * @example
 * const skills: AssistantSkills = assistantSkills({ print: console.log });
 * console.log(await skills.getWeather());
 */
export interface AssistantSkills {
  /** Asks for the weather: 1.5 s. */
  getWeather(options?: SleepOptions): Coroutine<string>;
  /** Waits `ms` milliseconds and says that it is time. */
  setReminder(ms: number, options?: SleepOptions): Coroutine<string>;
  /** Thinks of a joke: 1 s. */
  tellJoke(options?: SleepOptions): Coroutine<string>;
}

const lines = {
  en: {
    asking: '🤖 AI: All right, asking for the weather...',
    weather: 'It is sunny today, 25 degrees.',
    reminding: (count: number) => `🤖 AI: No problem, I will remind you in ${count} seconds.`,
    reminder: (time: string) => `⏰ Time is up! (${time})`,
    thinking: '🤖 AI: Let me tell you a joke...',
    joke: (joke: string) => `😄 A joke: ${joke}`,
    work: { weather: 'weather', reminder: 'reminder', joke: 'joke' },
    jokes: [
      'Why do programmers mix up Halloween and Christmas? Because OCT 31 == DEC 25!',
      "A programmer walks into a bar, orders an 'SQL injection', points at two guests and says: 'Fill mine up from theirs.'",
      'There are 10 kinds of people: those who know binary and those who do not.',
    ],
  },
  'zh-CN': {
    asking: '🤖 AI: 好的，正在查询天气...',
    weather: '今天天气晴朗，温度25摄氏度。',
    reminding: (count: number) => `🤖 AI: 没问题，将在 ${count} 秒后提醒您。`,
    reminder: (time: string) => `⏰ 提醒时间到！(${time})`,
    thinking: '🤖 AI: 让我给您讲个笑话...',
    joke: (joke: string) => `😄 笑话时间: ${joke}`,
    work: { weather: '天气', reminder: '提醒', joke: '笑话' },
    jokes: [
      '为什么程序员总是分不清万圣节和圣诞节？因为 OCT 31 == DEC 25！',
      "一个程序员走进一家酒吧，要了一杯 'SQL injection'，然后指着两个顾客说：'从他们那儿给我续杯'。",
      '世界上有两种人：一种是懂二进制的，另一种是不懂的。',
    ],
  },
} as const;

/**
 * An assistant that asks for the weather, reminds and tells jokes, as in the lesson.
 *
 * @example
 * const { setReminder, tellJoke } = assistantSkills();
 * const reminder = createTask(setReminder(seconds(2)));
 * console.log(await tellJoke(), await reminder);
 */
export function assistantSkills(options: SkillOptions = {}): AssistantSkills {
  const { lang = 'en', print = silent, random = new Random(Math.random() * 2 ** 32) } = options;
  const say = lines[lang];
  return {
    getWeather: coroutine(async function getWeather(stop: SleepOptions = {}) {
      print(say.asking);
      await takeTime(say.work.weather, seconds(1.5), stop);
      return say.weather;
    }),
    setReminder: coroutine(async function setReminder(ms: number, stop: SleepOptions = {}) {
      print(say.reminding(ms / 1000));
      await takeTime(say.work.reminder, ms, stop);
      return say.reminder(timeOfDay());
    }),
    tellJoke: coroutine(async function tellJoke(stop: SleepOptions = {}) {
      print(say.thinking);
      await takeTime(say.work.joke, seconds(1), stop);
      return say.joke(random.pick(say.jokes));
    }),
  };
}

/** Hours, minutes and seconds where the program runs, as in 14:30:00. */
function timeOfDay(): string {
  return new Date(currentClock().now()).toTimeString().slice(0, 8);
}
