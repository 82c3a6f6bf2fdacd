import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{test,*/test}/**/*.test.ts'],
    // A limit for what hangs, not a measure of speed: a busy machine is not a failure.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
