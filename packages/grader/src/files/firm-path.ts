import { realpathSync } from 'node:fs';
import { join, parse, relative, resolve, sep } from 'node:path';

/**
 * The absolute path of what was named in `cwd`, with those links resolved that lead to `cwd` as well, or that lie in the
 * root folder, where only the system puts any (`/tmp` of macOS). All others stay in it, and whoever opens it refuses them: what
 * is a link may be one that somebody else put there.
 */
export function firmPath(given: string, cwd: string): string {
  const path = resolve(cwd, given);
  const { root } = parse(path);
  const names = relative(root, path).split(sep);
  const own = relative(root, resolve(cwd)).split(sep);
  const differs = names.findIndex((name, index) => name !== own[index]);
  const shared = differs === -1 ? names.length : differs;
  const trusted = sep === '/' ? Math.max(1, shared) : shared;
  return join(resolved(join(root, ...names.slice(0, trusted))), ...names.slice(trusted));
}

function resolved(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // Whoever opens it is told why.
    return path;
  }
}
