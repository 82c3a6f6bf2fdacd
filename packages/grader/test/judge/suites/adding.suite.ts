import { assert, check, fail } from '@teatime/grader/kit';
import { sleep } from '@teatime/core';
// The judge replaces this import by the submission's own exports, as it does for a real exercise.
import { add } from '@teatime/exercises/adding';

check('adds', async ({ random }) => {
  const [a, b] = [random.int(1, 9), random.int(1, 9)];
  const sum: unknown = await add(a, b);
  assert(sum === a + b, { en: `${a} + ${b} is not ${String(sum)}.`, 'zh-CN': `${a} + ${b} 不等于 ${String(sum)}。` });
});

check('takes-its-time', async ({ elapsed }) => {
  await add(1, 2);
  if (elapsed() !== 10) {
    fail({ en: 'It took no time.', 'zh-CN': '没有花时间。' }, { expected: [{ task: 'add', from: 0, to: 10 }] });
  }
});

check('twice', async () => {
  await add(1, 2);
  await sleep(5);
  await add(3, 4);
});
