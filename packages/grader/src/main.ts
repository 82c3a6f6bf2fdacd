import type { CommandTable } from './cli/command.ts';
import { reportWidth } from './cli/context.ts';
import type { Context, Environment } from './cli/context.ts';
import { explainFailure } from './cli/explain-failure.ts';
import { handOutStubs } from './cli/hand-out-stubs.ts';
import { layoutHelp } from './cli/help-layout.ts';
import { LegibleOutput } from './cli/legible-output.ts';
import { UsageError } from './cli/usage-error.ts';
import { instructorCommands, instructorLines } from './instructor-commands.ts';
import { helpOfAll } from './messages/help.ts';
import { nearest } from './messages/nearest.ts';
import { languageOf, systemLanguage } from './messages/system-language.ts';
import type { Language } from './messages/text.ts';
import { usage } from './messages/usage.ts';
import { studentCommands } from './student-commands.ts';
import { exitCodes } from './verdict/exit-code.ts';
import type { ExitCode } from './verdict/exit-code.ts';

const commands: CommandTable = { ...studentCommands, ...instructorCommands };

/**
 * Runs `teatime` with the arguments that stand after its name.
 *
 * @returns the exit code; never rejects
 */
export async function main(args: readonly string[], surroundings: Omit<Context, 'language'>): Promise<number> {
  const context = {
    ...surroundings,
    stdout: new LegibleOutput(surroundings.stdout),
    stderr: new LegibleOutput(surroundings.stderr),
    language: languageAsked(args, surroundings.env),
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
  // An update lays out what it brings.
  if (name !== 'update') handOutStubs(context);
  const run = await command.load();
  return run(args, context);
}

function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}

/** Known before the arguments are, since what is wrong with them has to be said in it. */
function languageAsked(args: readonly string[], env: Environment): Language {
  const asked = args.flatMap((arg, index) => (arg === '--lang' ? args.slice(index + 1, index + 2) : arg.split('--lang=').slice(1)));
  return asked.map(languageOf).findLast((language) => language !== undefined) ?? systemLanguage(env);
}
