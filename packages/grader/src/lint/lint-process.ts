import { registerHooks } from 'node:module';
import { sep } from 'node:path';
import { serve } from '../helper/serve.ts';
import type { LintJob, LintReply } from './lint-job.ts';

// Started by LintWorker, with the folder of the exercises. TypeScript writes every path with forward slashes.
const directory = (process.argv[4] ?? '').split(sep).join('/');

// TypeScript's package does not say that it is CommonJS; to find out, Node would parse nine megabytes once more.
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    return specifier === 'typescript' ? { ...resolved, format: 'commonjs' } : resolved;
  },
});

await serve(async () => {
  const [{ SubmissionLinter }, { librariesOnDisk }] = await Promise.all([import('./lint.ts'), import('./types/libraries-on-disk.ts')]);
  const linter = new SubmissionLinter(directory, librariesOnDisk(directory));
  linter.warmUp();
  return (job: LintJob): LintReply => {
    const { findings, unawaited } = linter.read(job);
    return { findings, unawaited };
  };
});
