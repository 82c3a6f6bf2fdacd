import { defineConfig } from 'vitest/config';
import { limits } from './vitest.config.ts';

/** What is tested of the site, which has to be built for that: a task of its own, so that nothing else waits for it. */
export default defineConfig({ test: { include: ['test/site/**/*.test.ts'], ...limits } });
