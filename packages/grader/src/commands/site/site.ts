import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../cli/context.ts';
import { Interrupted, leaveWithCtrlC, unlessInterrupted } from '../../cli/interrupt.ts';
import { commonOptions, parseOptions } from '../../cli/parse-options.ts';
import { say } from '../../cli/say.ts';
import { shownPath } from '../../cli/shown-path.ts';
import { UsageError } from '../../cli/usage-error.ts';
import { siteTexts } from '../../messages/site.ts';
import { uiTexts } from '../../messages/ui.ts';
import { exitCodes } from '../../verdict/exit-code.ts';
import type { ExitCode } from '../../verdict/exit-code.ts';
import { keyboardOf, listenToKeys } from '../grade/keys.ts';
import { buildSite, followSaves } from './make-site.ts';
import { serveSite } from './serve-site.ts';

const options = {
  port: { type: 'string' },
  dev: { type: 'boolean' },
  build: { type: 'boolean' },
  base: { type: 'string' },
  ...commonOptions,
} as const;

/** `teatime site`: the course as a site, built and served on this machine. Ends with Ctrl-C. */
export async function site(args: readonly string[], context: Context): Promise<ExitCode> {
  const { values } = parseOptions(args, options, context.env);
  const port = values.port === undefined ? undefined : portOf(values.port);
  const base = baseOf(values.base ?? '/');
  if (values.dev && (values.base !== undefined || values.build)) throw new UsageError(siteTexts.onlyForDev);
  if (values.build && port !== undefined) throw new UsageError(siteTexts.onlyBuilt);
  if (!existsSync(join(context.course, 'docs/.vitepress'))) throw new UsageError(siteTexts.noSite);

  if (values.dev) return unlessLeft(context, (inside) => followSaves(port, inside));
  const folder = await buildSite(base, context);
  if (folder === undefined) return exitCodes.failed;
  if (values.build) {
    say(context, siteTexts.built(shownPath(folder, context.cwd)));
    return exitCodes.passed;
  }
  return unlessLeft(context, async (inside) => {
    await using server = await serveSite({ folder, base, port });
    say(context, siteTexts.open(server.address), uiTexts.leave);
    return await unlessInterrupted(inside.interrupted, Promise.withResolvers<never>().promise);
  });
}

/** Work that goes on until the user leaves, which is how it ends well. */
async function unlessLeft(context: Context, work: (context: Context) => Promise<ExitCode>): Promise<ExitCode> {
  leaveWithCtrlC();
  const enough = new AbortController();
  // As a key, Ctrl-C does not end the package manager, which would complain of a command that failed.
  using _keys = listenToKeys(keyboardOf(context), (action) => {
    if (action === 'quit') enough.abort();
  });
  try {
    return await work({ ...context, interrupted: AbortSignal.any([context.interrupted, enough.signal]) });
  } catch (error) {
    if (error instanceof Interrupted) return exitCodes.passed;
    throw error;
  }
}

/** @throws {UsageError} */
function portOf(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535) throw new UsageError(siteTexts.noPort(value));
  return port;
}

/** @throws {UsageError} */
function baseOf(value: string): string {
  if (!/^\/(?:[\w.~-]+\/)*$/.test(value)) throw new UsageError(siteTexts.noBase(value));
  return value;
}
