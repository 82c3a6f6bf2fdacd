import { registerHooks } from 'node:module';
import { serve } from '../helper/serve.ts';
import type { LintJob } from './lint-job.ts';

// Started by LintWorker, with the folder of the exercises.
const directory = process.argv[4] ?? '';

// TypeScript's package does not say that it is CommonJS; to find out, Node would parse nine megabytes once more.
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    return specifier === 'typescript' ? { ...resolved, format: 'commonjs' } : resolved;
  },
});

await serve(async () => {
  const { SubmissionLinter } = await import('./lint.ts');
  const linter = new SubmissionLinter(directory);
  linter.warmUp();
  return (job: LintJob) => linter.read(job);
});
