import type { Text } from '../../../../packages/grader/src/messages/text.ts';

/** A program of the lesson, to be run as it stands, with what stands around it and is not shown. */
export interface Program {
  /** What the run is called, beside another one. */
  readonly title?: Text;
  /** What it uses of the course's library. */
  readonly core: readonly string[];
  /** What it uses of `lesson-code.ts`. */
  readonly lesson?: readonly string[];
  /** In one line. */
  readonly before?: string;
  readonly after?: string;
}

/** In a task, as the lesson's own programs are; what they write at the top level is a part of them. */
const inMain = { before: 'await run(coroutine(async () => {', after: '})());' };

const both = (one: string, other: string): string =>
  `await run(coroutine(async () => { const tasks = [createTask(${one}()), createTask(${other}())]; for (const task of tasks) await task; })());`;

const blocking = ['blockFor', 'coroutine', 'createTask', 'run', 'seconds', 'sleep'];

/** By the names that the texts mark them with: ` ```ts player=tea `. */
export const programs: Readonly<Record<string, readonly Program[]>> = {
  tea: [{ core: ['coroutine', 'createTask', 'run', 'seconds', 'sleep'] }],
  task: [{ core: ['coroutine', 'createTask', 'run'], lesson: ['boilWater'], ...inMain }],
  gather: [{ core: ['coroutine', 'run'], lesson: ['downloadChapter', 'gather'], ...inMain }],
  trap: [{ core: blocking, after: both('good', 'bad') }],
  'trap-compared': [
    { title: { en: 'One of the two blocks', 'zh-CN': '两个中有一个阻塞' }, core: blocking, after: both('good', 'bad') },
    { title: { en: 'Nobody blocks', 'zh-CN': '没有人阻塞' }, core: blocking, after: both('good', 'good') },
  ],
  timeout: [{ core: ['coroutine', 'createTask', 'run', 'seconds', 'sleep'], lesson: ['timeout'], ...inMain }],
  stop: [{ core: ['coroutine', 'createTask', 'run', 'seconds', 'sleep'], ...inMain }],
  batches: [{ core: ['coroutine', 'run'], lesson: ['downloadChapter', 'gather'], ...inMain }],
  permits: [{ core: ['coroutine', 'run'], lesson: ['Semaphore', 'downloadChapter'], ...inMain }],
  queue: [{ core: ['coroutine', 'createTask', 'run', 'seconds', 'sleep'], lesson: ['Queue'], ...inMain }],
  herd: [
    {
      title: { en: 'Everybody pauses equally long', 'zh-CN': '大家停顿得一样久' },
      core: ['coroutine', 'createTask', 'run', 'seconds', 'sleep'],
      lesson: ['retry'],
      before: `const random = () => 1; ${inMain.before}`,
      after: inMain.after,
    },
    {
      title: { en: 'Left to chance', 'zh-CN': '由随机数决定' },
      core: ['Random', 'coroutine', 'createTask', 'run', 'seconds', 'sleep'],
      lesson: ['retry'],
      before: `const chance = new Random(7), random = () => chance.next(); ${inMain.before}`,
      after: inMain.after,
    },
  ],
  stream: [{ core: ['coroutine', 'run', 'seconds', 'sleep'], lesson: ['buffer'], ...inMain }],
  closing: [{ core: ['coroutine', 'createTask', 'run', 'seconds', 'sleep'], ...inMain }],
  orphans: [{ core: ['coroutine', 'createTask', 'run', 'seconds', 'sleep'], ...inMain }],
  'lost-update': [{ core: ['coroutine', 'createTask', 'run'], lesson: ['glassJar'], ...inMain }],
  lock: [{ core: ['coroutine', 'createTask', 'run'], lesson: ['Lock', 'glassJar'], ...inMain }],
  gate: [{ core: ['coroutine', 'createTask', 'run', 'seconds', 'sleep'], lesson: ['Gate'], ...inMain }],
  calculating: [{ core: ['blockFor', 'coroutine', 'createTask', 'run', 'seconds', 'sleep'], ...inMain }],
  'in-a-worker': [{ core: ['coroutine', 'createTask', 'run', 'seconds', 'sleep'], lesson: ['startSolver'], ...inMain }],
  assistant: [{ core: ['coroutine', 'createTask', 'run', 'seconds'], lesson: ['asCompleted', 'getWeather', 'setReminder', 'tellJoke'], ...inMain }],
};
