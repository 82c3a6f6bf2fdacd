import type { Location } from '../../verdict/result.ts';

/** A place in brackets, behind what happened there; nothing where it is not known. */
export const at = (location: Location | undefined): string => (location ? ` (${location.file}:${location.line})` : '');

export const atZh = (location: Location | undefined): string => (location ? `（${location.file}:${location.line}）` : '');

export const placed = (location: Location | undefined): { location?: Location } => (location ? { location } : {});
