import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { LintJob } from './lint-job.ts';

// Started by LintWorker. The first message out says that it is ready; then one job comes in and its findings go out.
const directory: unknown = workerData;
const port = parentPort;
if (port === null || typeof directory !== 'string') throw new TypeError('to be started by LintWorker');

// TypeScript's package does not say that it is CommonJS; to find out, Node would parse nine megabytes once more.
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    return specifier === 'typescript' ? { ...resolved, format: 'commonjs' } : resolved;
  },
});
const { SubmissionLinter } = await import('./lint.ts');

const linter = new SubmissionLinter(directory);
linter.warmUp();
port.on('message', (job: LintJob) => {
  port.postMessage(linter.lint(job));
});
port.postMessage('ready');
