import { dirname } from 'node:path';
import type { Typing } from '../messages/commands.ts';
import type { Language } from '../messages/text.ts';

/** What a command works with. */
export interface Context {
  /** The root of the course that this grader belongs to. */
  readonly course: string;
  /** The folder that paths on the command line are relative to: where the user typed. */
  readonly cwd: string;
  readonly env: Environment;
  readonly stdout: Output;
  readonly stderr: Output;
  /** What the grader's own sentences are in. */
  readonly language: Language;
  /** What the course's are in, as `course.json` writes it. */
  readonly courseLanguage: string;
  /** The same where it has to be asked for by `--lang`, since the system's is another one. */
  readonly askedLanguage: string | undefined;
  /** Aborted when the user has enough. */
  readonly interrupted: AbortSignal;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

/**
 * The folder in which the user typed. A package manager runs scripts in the folder of their package and remembers
 * that one; in every other process, what it remembered is somebody else's.
 */
export function typingFolder(cwd: string, env: Environment): string {
  const { INIT_CWD: typedIn, npm_package_json: script } = env;
  return typedIn !== undefined && script !== undefined && dirname(script) === cwd ? typedIn : cwd;
}

/** How whoever typed this command types the next one. */
export function typingOf({ askedLanguage, env }: Pick<Context, 'askedLanguage' | 'env'>): Typing {
  return { language: askedLanguage, runner: hasNpmAlone(env) ? 'npm' : 'pnpm' };
}

/** Whether the command was typed as `npm run …`, or as `npx … pnpm …`: then there may be no `pnpm` to type. */
function hasNpmAlone({ npm_execpath: manager = '', npm_config_user_agent: agent = '' }: Environment): boolean {
  return /[\\/]_npx[\\/]/.test(manager) || agent.startsWith('npm/');
}

export function wantsColors({ stdout, env }: Pick<Context, 'stdout' | 'env'>): boolean {
  return stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/** Columns of the report: what the terminal has, and never more than reads well. */
export function reportWidth({ stdout }: Pick<Context, 'stdout'>): number {
  return Math.max(40, Math.min(80, stdout.columns ?? 80));
}

/** Lines of a report that a terminal shows at once, with what a watch says below it; undefined where there is no terminal. */
export function rowsOfReport({ stdout }: Pick<Context, 'stdout'>): number | undefined {
  return stdout.isTTY === true && stdout.rows !== undefined ? Math.max(0, stdout.rows - linesBelow) : undefined;
}

const linesBelow = 5;
