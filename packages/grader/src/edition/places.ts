import { lstatSync, readFileSync } from 'node:fs';

/** Whether anything stands in a place, be it a link that leads nowhere. */
export function isThere(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false }) !== undefined;
}

/** What the ordinary file in a place holds; undefined where there is none, or a link. */
export function bytesAt(place: string): Buffer | undefined {
  return lstatSync(place, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(place) : undefined;
}

/** Whether the ordinary file in a place holds just this. */
export function holds(place: string, bytes: Uint8Array): boolean {
  return bytesAt(place)?.equals(bytes) === true;
}
