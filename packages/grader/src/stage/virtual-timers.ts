import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { simulatedFile } from '../host/simulated-modules.ts';

/**
 * Where the clock jumps, `node:timers` has to jump with it: files that import it get what they would get in the judge. To be
 * called before they are loaded; they have to be loaded while the clock is installed.
 *
 * @param files the paths of the files: absolute
 */
export function giveVirtualTimers(files: readonly string[]): void {
  const urls = new Set(files.map((path) => pathToFileURL(path).href));
  registerHooks({
    resolve(specifier, context, next) {
      const module = timers.get(specifier.replace(/^node:/, ''));
      if (module === undefined || context.parentURL === undefined || !urls.has(context.parentURL)) return next(specifier, context);
      return next(module, { ...context, parentURL: undefined });
    },
  });
}

/** Files and hashes stay real: the story is played on the student's own machine. */
const timers: ReadonlyMap<string, string> = new Map(
  (['timers', 'timers/promises'] as const).map((name) => [name, new URL(`../host/${simulatedFile(name)}`, import.meta.url).href]),
);
