import { parseArgs } from 'node:util';
import type { ParseArgsOptionsConfig } from 'node:util';
import { nearest } from '../messages/nearest.ts';
import { usage } from '../messages/usage.ts';
import type { Environment } from './context.ts';
import { UsageError } from './usage-error.ts';

/** Options that every command has. */
export const commonOptions = {
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

/**
 * Reads the arguments of a command.
 *
 * @throws {UsageError} that says what was meant, for an option that does not exist, a value that is missing, or one too many:
 *   two for one thing, one where none is taken, or an option that npm has kept to itself
 */
export function parseOptions<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T, env: Environment): Options<T> {
  const kept = keptByNpm(Object.keys(options), env);
  if (kept.length > 0) throw new UsageError(usage.keptByNpm(env['npm_lifecycle_event'] ?? '', kept.map((name) => `--${name}`)));
  const config = { args: withoutSeparator(args), options, allowPositionals: true } as const;
  const given = new Set<string>();
  for (const token of parseArgs({ ...config, strict: false, tokens: true }).tokens) {
    if (token.kind !== 'option') continue;
    const option = options[token.name];
    if (option === undefined) throw unknownOption(token.rawName, Object.keys(options));
    if (option.type === 'boolean' && token.value !== undefined) throw new UsageError(usage.takesNoValue(token.rawName));
    if (option.type === 'string' && !isValue(token.value)) throw new UsageError(usage.needsValue(token.rawName));
    if (option.type === 'string' && option.multiple !== true && given.has(token.name)) throw new UsageError(usage.onlyOnce(token.rawName));
    given.add(token.name);
  }
  return parseArgs({ ...config, strict: true });
}

type Options<T extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/** `pnpm grade -- gather` hands the two dashes on. */
function withoutSeparator(args: readonly string[]): string[] {
  return args[0] === '--' ? args.slice(1) : [...args];
}

/** `npm run grade gather --watch` hands nothing on of what begins with two dashes, and tells it in the environment alone. */
function keptByNpm(options: readonly string[], { npm_config_user_agent: agent = '', ...env }: Environment): readonly string[] {
  if (!agent.startsWith('npm/')) return [];
  return options.filter((name) => (env[`npm_config_${name.replaceAll('-', '_')}`] ?? '') !== '');
}

function isValue(value: string | undefined): boolean {
  return value === '-' || (value !== undefined && value !== '' && !value.startsWith('-'));
}

function unknownOption(name: string, known: readonly string[]): UsageError {
  const options = known.map((option) => `--${option}`);
  return new UsageError(usage.unknownOption(name, nearest(name, options), options));
}
