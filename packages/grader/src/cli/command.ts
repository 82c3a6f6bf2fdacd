import type { Text } from '../messages/text.ts';
import type { ExitCode } from '../verdict/exit-code.ts';
import type { Context } from './context.ts';

export type Command = (args: readonly string[], context: Context) => Promise<ExitCode>;

/** The commands of `teatime`, by their names. Each is loaded when it is asked for: `play` needs nothing of what `grade` takes long to load. */
export type CommandTable = Readonly<Record<string, { readonly help: Text; readonly load: () => Promise<Command> }>>;
