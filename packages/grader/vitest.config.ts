import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';
import { anyPath } from './src/judge/any-path.ts';

/** The attacks take as long as a third of all the rest: all other files shall run beside them, and none wait for their end. */
class AttacksFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('/attacks.test.ts');
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** For what hangs, no measure of speed: a busy machine is not a failure. */
export const limits = { testTimeout: 600_000, hookTimeout: 600_000 };

export default defineConfig({
  plugins: [anyPath(import.meta.dirname)],
  test: {
    include: ['test/**/*.test.ts'],
    // vitest.site.config.ts takes these.
    exclude: [...configDefaults.exclude, 'test/site/**'],
    sequence: { sequencer: AttacksFirst },
    // Most of these tests wait for processes, and some for loops to be given up; on two cores Vitest would run one file at a time.
    maxWorkers: 3,
    ...limits,
  },
});
