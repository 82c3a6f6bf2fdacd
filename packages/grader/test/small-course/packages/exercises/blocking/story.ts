import { blockFor, coroutine, createTask, seconds } from '@teatime/core';
import type { Story } from '../story.ts';

export const story: Story<typeof import('./blocking.ts')> = coroutine(async ({ exercise, print }) => {
  const good = createTask(coroutine(() => exercise.pause(seconds(1)))());
  blockFor(seconds(1));
  await good;
  print('…');
});
