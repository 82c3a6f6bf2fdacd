import type { Claim, ClassEntry } from './claim.ts';

/** `linwei_LATE_12345_67890_gather-2.ts`: who, the id of the student, that of the attachment, and the file. */
const named = /^(?<name>.+?)(?<late>_LATE)?_(?<key>\d+)_(?<attachment>\d+)_(?<file>.+)$/s;

/** A file of Canvas's "Download submissions". All of one student belong together. */
export function canvasClaim(entry: ClassEntry): Claim | undefined {
  const { name, late, key } = named.exec(entry.name)?.groups ?? {};
  if (entry.kind === 'folder' || name === undefined || key === undefined) return undefined;
  return { origin: 'canvas', student: { name, key }, source: entry.path, ...(late !== undefined && { late: true }), notes: [], isPart: true };
}

/**
 * The name that a student's file had. With each resubmission Canvas puts one more before the ending, `gather-2.ts`, which is left
 * out unless an exercise asks for a file of just that name.
 */
export function nameAtCanvas(name: string, declared: readonly string[]): string {
  const file = named.exec(name)?.groups?.['file'] ?? name;
  return declared.includes(file) ? file : file.replace(/-\d+(?=\.[^.]+(?:\.gz|\.txt)?$)/, '');
}

/** Grows with each that is handed in: which of two files of the same name is the newer one. */
export function attachmentAtCanvas(name: string): number {
  return Number(named.exec(name)?.groups?.['attachment'] ?? 0);
}
