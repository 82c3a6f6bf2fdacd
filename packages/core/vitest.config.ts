import { defineConfig } from 'vitest/config';
import { anyPath } from '../grader/src/judge/any-path.ts';

export default defineConfig({
  plugins: [anyPath(import.meta.dirname)],
  test: {
    include: ['test/**/*.test.ts'],
    // A limit for what hangs, not a measure of speed: a busy machine is not a failure.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
