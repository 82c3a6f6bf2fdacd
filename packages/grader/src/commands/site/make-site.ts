import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Context } from '../../cli/context.ts';
import { Interrupted } from '../../cli/interrupt.ts';
import { startProgress } from '../../cli/progress-line.ts';
import { say } from '../../cli/say.ts';
import { siteTexts } from '../../messages/site.ts';
import { exitCodes } from '../../verdict/exit-code.ts';
import type { ExitCode } from '../../verdict/exit-code.ts';

/**
 * Builds the site, unless Turborepo has it from earlier; says what was wrong when it cannot be built.
 *
 * @param base the folder of the address that it will be served from, with a slash before and after it
 * @returns the folder of the site; undefined when it could not be built
 */
export async function buildSite(base: string, context: Context): Promise<string | undefined> {
  using progress = startProgress(context);
  progress.show(siteTexts.building[context.language]);
  const child = startTask(['site:build', '--output-logs=new-only', '--', '--base', base], 'pipe', context);
  const output = Promise.all([child.stdout, child.stderr].map(async (stream) => (stream === null ? '' : text(stream))));
  const code = await exitOf(child, context);
  if (code === 0) return join(context.course, 'docs/.vitepress/dist');
  progress[Symbol.dispose]();
  say(context, siteTexts.broken);
  context.stdout.write(`\n${(await output).join('')}`);
  return undefined;
}

/**
 * VitePress's own server, which shows what was saved. It says where it listens.
 *
 * @throws {Interrupted} once it has ended, when the user has enough
 */
export async function followSaves(port: number | undefined, context: Context): Promise<ExitCode> {
  const options = port === undefined ? [] : ['--', '--port', String(port)];
  const child = startTask(['site:dev', '--log-prefix=none', ...options], 'inherit', context);
  return (await exitOf(child, context)) === 0 ? exitCodes.passed : exitCodes.trouble;
}

/** Runs a task of turbo.json, which starts pnpm. Whoever was not started by pnpm may have none, and gets it for as long as that lasts. */
function startTask(args: readonly string[], stdio: 'pipe' | 'inherit', { course, env }: Context): ChildProcess {
  const turbo = ['--env-file=turbo.env', 'node_modules/turbo/bin/turbo', 'run', ...args];
  const surroundings: SpawnOptions = { cwd: course, env, stdio: ['ignore', stdio, stdio] };
  if (env['npm_config_user_agent']?.startsWith('pnpm/')) return spawn(process.execPath, turbo, surroundings);
  // On Windows npm is a script of the shell's.
  return spawn('npm', ['exec', '--yes', `--package=${pinnedPnpm(course)}`, '--', 'node', ...turbo], { ...surroundings, shell: process.platform === 'win32' });
}

function pinnedPnpm(course: string): string {
  return z.object({ packageManager: z.string() }).parse(JSON.parse(readFileSync(join(course, 'package.json'), 'utf8'))).packageManager;
}

/** @throws {Interrupted} once the process has ended, too, when the user has enough */
async function exitOf(child: ChildProcess, { interrupted }: Context): Promise<number | null> {
  const stop = (): unknown => child.kill();
  interrupted.addEventListener('abort', stop);
  try {
    await once(child, 'exit');
  } finally {
    interrupted.removeEventListener('abort', stop);
  }
  if (interrupted.aborted) throw new Interrupted();
  return child.exitCode;
}
