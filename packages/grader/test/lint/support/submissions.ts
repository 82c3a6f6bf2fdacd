import { join } from 'node:path';
import type { Restriction } from '../../../src/course/course.ts';
import type { LintJob } from '../../../src/lint/lint-job.ts';

/** Where submissions are read as if they lay there: the exercises of the course itself. */
export const exercises = join(import.meta.dirname, '../../../../exercises');

export const noCombinators: Restriction = {
  global: 'Promise',
  members: ['all', 'allSettled', 'any', 'race'],
  message: { en: 'Write it yourself.', 'zh-CN': '请自己写。' },
};

/** A submission of `gather` with the given files, by default of one file. */
export function submissionOf(
  sources: string | Readonly<Record<string, string>>,
  restrictions: readonly Restriction[] = [],
  imports: readonly string[] = ['@teatime/core'],
): LintJob {
  const files = typeof sources === 'string' ? { 'gather.ts': sources } : sources;
  return {
    restrictions,
    submission: {
      exercise: 'gather',
      exports: ['gather'],
      imports,
      files: Object.entries(files).map(([name, source]) => ({ name, source, code: source })),
    },
  };
}
