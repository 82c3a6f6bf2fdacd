import { relative, sep } from 'node:path';
import { visibleName } from '../messages/visible.ts';

/** A path as somebody who works in `cwd` would type it, with forward slashes. */
export function shownPath(path: string, cwd: string): string {
  const fromHere = relative(cwd, path);
  const shown = fromHere.length < path.length ? fromHere : path;
  return shown === '' ? '.' : visibleName(shown.split(sep).join('/'));
}
