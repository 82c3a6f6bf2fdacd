import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path is another one, or lies below it. Both are absolute; links are not looked at. */
export function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
}
