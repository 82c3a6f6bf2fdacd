#!/usr/bin/env node
import { typingFolder } from './commands/context.ts';
import { main } from './commands/main.ts';

const interruption = new AbortController();
// Once: whoever presses Ctrl-C again does not want to wait for the clearing up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => interruption.abort());

// A reader such as `head` may leave before the end. That is no reason to fail.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  cwd: typingFolder(process.cwd(), process.env),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  interrupted: interruption.signal,
});
