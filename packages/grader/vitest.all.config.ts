import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** The tests that usually try some of many, with all of them, and those that take minutes. */
export default mergeConfig(usual, {
  test: {
    env: { TEATIME_TESTS: 'all' },
    include: [
      'test/attacks/attacks.test.ts',
      'test/bridge/hangs.test.ts',
      'test/classroom/killed.test.ts',
      'test/commands/{check-course-{finds,matrix,runs},grade,grade-worker,keep-stubs,new-exercise,suite-mistakes,watch-terminal}.test.ts',
      'test/docs/authoring.test.ts',
      'test/edition/{interrupted-update,release}.test.ts',
      'test/judge/{judge,odd-answers,orphans,plain-mode}.test.ts',
      'test/lint/lint-worker.test.ts',
      'test/report/formats-fuzz.test.ts',
      'test/submission/swapped.test.ts',
    ],
  },
});
