import { inspect } from 'node:util';
import { CourseError, problemText } from '../course/course-error.ts';
import { FileProblem } from '../files/file-problem.ts';
import { fileTrouble } from '../files/file-trouble.ts';
import { asTyped } from '../messages/commands.ts';
import { failures } from '../messages/failures.ts';
import { visibleName } from '../messages/visible.ts';
import { indent, wrap } from '../report/layout.ts';
import { exitCodes } from '../verdict/exit-code.ts';
import { typingOf } from './context.ts';
import type { Context } from './context.ts';
import { GraderTrouble } from './grader-trouble.ts';
import { Interrupted, interruptedCode } from './interrupt.ts';
import { UsageError } from './usage-error.ts';

/**
 * Tells, on standard error, why a command came to nothing.
 *
 * @returns the exit code
 */
export function explainFailure(error: unknown, { stderr, language, askedLanguage, env }: Pick<Context, 'stderr' | 'language' | 'askedLanguage' | 'env'>): number {
  const say = (text: string): unknown => stderr.write(`${wrap(asTyped(typingOf({ askedLanguage, env }), text), 80).join('\n')}\n`);
  if (error instanceof Interrupted) return interruptedCode;
  if (error instanceof UsageError) {
    say(visibleName(error.text[language]));
    return exitCodes.misused;
  }
  if (error instanceof CourseError) {
    say(failures.courseIsBroken[language]);
    const problems = error.problems.flatMap((problem) => indent(wrap(visibleName(problemText(problem)[language]), 78), 2));
    stderr.write(`${problems.join('\n')}\n`);
    return exitCodes.misused;
  }
  if (error instanceof GraderTrouble) {
    say(error.text[language]);
    return exitCodes.trouble;
  }
  const problem = fileProblemIn(error);
  if (problem !== undefined) {
    say(visibleName(failures.file(problem.path, fileTrouble(problem))[language]));
    return exitCodes.trouble;
  }
  say(failures.crash[language]);
  stderr.write(`${inspect(error)}\n`);
  return exitCodes.trouble;
}

/** What the system refused to do with a file, whoever asked for it. */
function fileProblemIn(error: unknown): FileProblem | undefined {
  if (error instanceof FileProblem) return error;
  const path = error instanceof Error && 'syscall' in error && 'path' in error ? error.path : undefined;
  return typeof path === 'string' ? FileProblem.from(error, path) : undefined;
}
