import { expect, test } from 'vitest';
import { explainBlame } from '../../../src/judge/kit/explain.ts';

test('What is thrown without being an error is told as what it is, and what to throw instead', () => {
  const { message } = explainBlame({ name: 'throw', message: 'undefined' });
  expect(message?.en).toContain('Your code threw undefined, or rejected a promise with it. That is no error');
  expect(message?.['zh-CN']).toContain('你的代码抛出的是 undefined');
});

test('Who awaits a coroutine twice is told to keep its task', () => {
  const { message } = explainBlame({ name: 'RuntimeError', message: 'cannot reuse already awaited coroutine' });
  expect(message?.en).toContain('keep the task that createTask gives, and await that');
});

test('What the course itself has an error say is said in the language of the reader, with the place in its brackets', () => {
  const location = { file: 'tea.ts', line: 3, column: 5 };
  const { message } = explainBlame({ name: 'TypeError', message: 'Atomics.waitAsync cannot be used in an exercise', location });
  expect(message?.['zh-CN']).toContain('TypeError: 练习里不能使用 Atomics.waitAsync（tea.ts:3）');
  expect(message?.en).toContain('TypeError: Atomics.waitAsync cannot be used in an exercise (tea.ts:3)');
});
