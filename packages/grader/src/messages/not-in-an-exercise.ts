import type { Text } from './text.ts';

/** What to use instead of something that throws when a submission uses it. */
export function insteadOf(name: string): Text {
  const [group] = name.split('.');
  return advice.find(({ names }) => names.has(name) || names.has(group ?? ''))?.instead ?? without;
}

/** What the error says, and the name of what cannot be used. */
export const notInAnExercise = /^([\w.]+) cannot be used in an exercise$/;

const without: Text = {
  en: 'The exercise can be solved without it',
  'zh-CN': '这个练习不需要它',
};

const advice: readonly { readonly names: ReadonlySet<string>; readonly instead: Text }[] = [
  {
    names: new Set(['MessageChannel', 'MessagePort', 'MessageEvent', 'BroadcastChannel', 'Atomics']),
    instead: {
      en: 'It works in real time, and time in an exercise is simulated. To let others go first, await a promise or use `setTimeout(…, 0)`',
      'zh-CN': '它按真实时间工作，而练习里的时间是模拟的。想让别的任务先运行，请 await 一个 promise，或者用 `setTimeout(…, 0)`',
    },
  },
  {
    names: new Set([
      'performance', 'Performance', 'PerformanceEntry', 'PerformanceMark', 'PerformanceMeasure', 'PerformanceObserver',
      'PerformanceObserverEntryList', 'PerformanceResourceTiming',
    ]),
    instead: {
      en: 'It tells real time, and time in an exercise is simulated. Use `performance.now()` or `Date.now()`',
      'zh-CN': '它给出的是真实时间，而练习里的时间是模拟的。请用 `performance.now()` 或 `Date.now()`',
    },
  },
  {
    names: new Set(['fetch', 'Headers', 'Request', 'Response', 'WebSocket', 'CloseEvent', 'EventSource', 'FormData']),
    instead: {
      en: 'There is no network in an exercise. Work with what your function is given',
      'zh-CN': '练习里没有网络。请使用传给函数的参数',
    },
  },
  {
    names: new Set(['Storage', 'localStorage', 'sessionStorage', 'navigator', 'Navigator', 'Blob', 'File']),
    instead: {
      en: 'An exercise reaches nothing outside of itself. Keep what you need in a variable',
      'zh-CN': '练习的代码接触不到外面的东西。需要保存的内容请放在变量里',
    },
  },
  {
    names: new Set(['Crypto', 'CryptoKey', 'SubtleCrypto']),
    instead: { en: 'Use `crypto` and `crypto.subtle`', 'zh-CN': '请用 `crypto` 和 `crypto.subtle`' },
  },
  {
    names: new Set(['FinalizationRegistry']),
    instead: {
      en: 'When memory is given back is left to chance. Clean up in `finally` or with `using`',
      'zh-CN': '内存何时回收是不确定的。请在 `finally` 里或用 `using` 清理',
    },
  },
];
