import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Most of these tests wait for processes, and some for loops to be given up; on two cores Vitest would run one file at a time.
    maxWorkers: 3,
    // A limit for what hangs, not a measure of speed: a busy machine is not a failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
