import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** The tests that usually try some of many, with all of them. */
export default mergeConfig(usual, {
  test: {
    env: { TEATIME_TESTS: 'all' },
    include: [
      'test/attacks/attacks.test.ts',
      'test/bridge/hangs.test.ts',
      'test/classroom/killed.test.ts',
      'test/commands/grade.test.ts',
      'test/edition/interrupted-update.test.ts',
      'test/judge/{odd-answers,plain-mode}.test.ts',
      'test/lint/lint-worker.test.ts',
      'test/report/formats-fuzz.test.ts',
    ],
  },
});
