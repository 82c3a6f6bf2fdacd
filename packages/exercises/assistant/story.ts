import { assistantSkills, coroutine, currentClock, Random, seconds } from '@teatime/core';
import type { Story } from '../story.ts';

const lines = {
  en: {
    request: (time: string) =>
      `User: Hey AI, look up today's weather, set a reminder in 3 seconds, and tell me a joke. (${time})`,
    begin: '--- AI: working on all of it at once ---',
    done: (name: string, result: string) => `✅ AI finished [${name}]: ${result}`,
    failed: (name: string, reason: string) => `❌ AI could not finish [${name}]: ${reason}`,
    end: '--- AI: everything is done! ---',
    weather: 'weather',
    reminder: 'reminder',
    joke: 'joke',
  },
  'zh-CN': {
    request: (time: string) => `用户: 嘿，AI，帮我查今天的天气，设置一个3秒后的提醒，再讲个笑话。 (${time})`,
    begin: '--- AI 开始并发处理 ---',
    done: (name: string, result: string) => `✅ AI 完成了 [${name}]: ${result}`,
    failed: (name: string, reason: string) => `❌ AI 没能完成 [${name}]: ${reason}`,
    end: '--- AI: 所有任务都已完成！ ---',
    weather: '天气查询',
    reminder: '设置提醒',
    joke: '讲笑话',
  },
} as const;

/** Level 4 of the lesson, with your assistant: the joke after one second, the weather half a second later, the reminder last. */
export const story: Story<typeof import('./assistant.ts')> = coroutine(async (stage) => {
  const { exercise, lang, print } = stage;
  const say = lines[lang];
  const { getWeather, setReminder, tellJoke } = assistantSkills({ ...stage, random: new Random(8) });

  print(say.request(new Date(currentClock().now()).toTimeString().slice(0, 8)));
  print('');
  print(say.begin);
  print('');
  await exercise.assist(
    [
      { name: say.weather, start: getWeather },
      { name: say.reminder, start: () => setReminder(seconds(3)) },
      { name: say.joke, start: tellJoke },
    ],
    (answer) => {
      if (answer.status === 'fulfilled') print(say.done(answer.name, answer.value));
      else print(say.failed(answer.name, String(answer.reason)));
    },
  );

  print('');
  print(say.end);
});
