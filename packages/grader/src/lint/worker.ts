import { parentPort, workerData } from 'node:worker_threads';
import { SubmissionLinter } from './lint.ts';
import type { LintJob } from './lint-job.ts';

// Started by LintWorker. The first message out says that it is ready; then one job comes in and its findings go out.
const directory: unknown = workerData;
const port = parentPort;
if (port === null || typeof directory !== 'string') throw new TypeError('to be started by LintWorker');

const linter = new SubmissionLinter(directory);
linter.warmUp();
port.on('message', (job: LintJob) => {
  port.postMessage(linter.lint(job));
});
port.postMessage('ready');
