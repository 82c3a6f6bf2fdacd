import { intakeNotes } from '../../../messages/hand-ins.ts';
import type { Claim, ClassEntry } from './claim.ts';

/** `Lin Wei_12345_assignsubmission_file_`; without its folders, a download has `Lin Wei_12345_assignsubmission_file_gather.ts`. */
const named = /^(?<name>.+)_(?<key>\d+)_assignsubmission_(?<part>file|onlinetext)(?:_(?<file>.*))?$/s;

/** A folder or a file of Moodle's "Download all submissions". */
export function moodleClaim(entry: ClassEntry): Claim | undefined {
  const { name, key, part, file } = named.exec(entry.name)?.groups ?? {};
  if (name === undefined || key === undefined) return undefined;
  const claim = { origin: 'moodle', student: { name, key }, isPart: true } as const;
  if (part === 'onlinetext') return { ...claim, notes: [intakeNotes.onlineText] };
  if (entry.kind === 'file' && (file ?? '') === '') return undefined;
  return { ...claim, source: entry.path, notes: [] };
}

/** The name that a student's file had before Moodle put who handed it in before it. */
export function nameAtMoodle(name: string): string {
  const file = named.exec(name)?.groups?.['file'];
  return file === undefined || file === '' ? name : file;
}
