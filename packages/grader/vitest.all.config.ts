import { mergeConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** All tests, with all of what they usually try some of, and with those that take a minute by themselves. */
export default mergeConfig(usual, { test: { env: { TEATIME_TESTS: 'all' } } });
