import { typingFolder } from './cli/context.ts';
import { explainFailure } from './cli/explain-failure.ts';
import { codeWhenCutOff, isCtrlCLeft } from './cli/interrupt.ts';
import { LegibleOutput } from './cli/legible-output.ts';
import { main } from './main.ts';
import { legible } from './messages/legible.ts';
import { systemLanguage } from './messages/system-language.ts';
import { exitCodes } from './verdict/exit-code.ts';

/**
 * Makes this process the `teatime` command.
 *
 * @param course the root of the course that the grader belongs to
 */
export async function runAsProcess(course: string): Promise<void> {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const interrupt = (): void => {
      if (signal === 'SIGINT' && isCtrlCLeft()) return;
      process.off(signal, interrupt);
      interruption.abort();
      // Whoever has enough does not want to wait until a suite has come to its end.
      setTimeout(() => process.exit(codeWhenCutOff()), 500).unref();
    };
    process.on(signal, interrupt);
  }

  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    // A reader such as `head` may leave before the end. That is no reason to fail.
    if (code === 'EPIPE') return;
    process.stderr.write(`${legible(message)}\n`);
    process.exit(exitCodes.trouble);
  });
  // Node would print it as it is, and end with the code of an answer that did not pass.
  process.on('uncaughtException', (error) => {
    explainFailure(error, { stderr: new LegibleOutput(process.stderr), language: systemLanguage(process.env), askedLanguage: undefined, env: process.env });
    process.exit(exitCodes.trouble);
  });

  process.exitCode = await main(process.argv.slice(2), {
    course,
    cwd: typingFolder(process.cwd(), process.env),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    interrupted: interruption.signal,
  });
}
