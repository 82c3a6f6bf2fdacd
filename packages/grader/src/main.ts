import type { CommandTable } from './cli/command.ts';
import { reportWidth } from './cli/context.ts';
import type { Context } from './cli/context.ts';
import { explainFailure } from './cli/explain-failure.ts';
import { handOutStubs } from './cli/hand-out-stubs.ts';
import { layoutHelp } from './cli/help-layout.ts';
import { LegibleOutput } from './cli/legible-output.ts';
import { requireSpoken, spokenLanguages } from './cli/spoken-languages.ts';
import { UsageError } from './cli/usage-error.ts';
import { instructorCommands, instructorLines } from './instructor-commands.ts';
import { helpOfAll } from './messages/help.ts';
import { nearest } from './messages/nearest.ts';
import { usage } from './messages/usage.ts';
import { studentCommands } from './student-commands.ts';
import { exitCodes } from './verdict/exit-code.ts';
import type { ExitCode } from './verdict/exit-code.ts';

/** What a command works with, but for the languages, which the arguments and the course tell. */
type Surroundings = Omit<Context, 'language' | 'courseLanguage' | 'askedLanguage'>;

const commands: CommandTable = { ...studentCommands, ...instructorCommands };

/**
 * Runs `teatime` with the arguments that stand after its name.
 *
 * @returns the exit code; never rejects
 */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const context = {
    ...surroundings,
    stdout: new LegibleOutput(surroundings.stdout),
    stderr: new LegibleOutput(surroundings.stderr),
    ...spokenLanguages(args, surroundings),
  };
  const [name = '', ...rest] = args;
  try {
    return await dispatch(name, rest, context);
  } catch (error) {
    return explainFailure(error, context);
  }
}

async function dispatch(name: string, args: readonly string[], context: Context): Promise<ExitCode> {
  const { stdout, stderr, language } = context;
  if (name === '') {
    stderr.write(layoutHelp(helpOfAll(instructorLines)[language], reportWidth(context)));
    return exitCodes.misused;
  }
  if (asksForHelp([name]) || name === 'help') {
    stdout.write(layoutHelp(helpOfAll(instructorLines)[language], reportWidth(context)));
    return exitCodes.passed;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const names = Object.keys(commands);
    throw new UsageError(usage.unknownCommand(name, nearest(name, names), names));
  }
  if (asksForHelp(args)) {
    stdout.write(layoutHelp(command.help[language], reportWidth(context)));
    return exitCodes.passed;
  }
  requireSpoken(args, context);
  // An update lays out what it brings.
  if (name !== 'update') handOutStubs(context);
  const run = await command.load();
  return run(args, context);
}

function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}
