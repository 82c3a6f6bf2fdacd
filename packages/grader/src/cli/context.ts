import { dirname } from 'node:path';
import { systemLanguage } from '../messages/system-language.ts';
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
  readonly language: Language;
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

/** The language that has to be asked for on the command line, because the system's is another one. */
export function languageToAskFor({ language, env }: Pick<Context, 'language' | 'env'>): Language | undefined {
  return language === systemLanguage(env) ? undefined : language;
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
