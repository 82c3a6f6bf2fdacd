import { expect, test } from 'vitest';
import { wrap } from '../../src/report/layout.ts';

test('A list stays a list where its lines are broken', () => {
  expect(wrap('To look at:\n  wei: the archive cannot be read\n\n  林: 这个压缩包读不了', 18)).toEqual([
    'To look at:',
    '  wei: the archive',
    '  cannot be read',
    '',
    '  林: 这个压缩包读',
    '  不了',
  ]);
});
