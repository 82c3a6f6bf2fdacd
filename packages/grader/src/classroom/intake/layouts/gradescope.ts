import { parse } from 'yaml';
import { z } from 'zod';
import { intakeNotes } from '../../../messages/hand-ins.ts';
import type { Claim, ClassEntry } from './claim.ts';

/** What lies beside the submissions of Gradescope, and maps them to people. */
export const metadataFile = 'submission_metadata.yml';

const submitter = z.object({ ':name': z.string().optional(), ':sid': z.string().nullish(), ':email': z.string().nullish() });

const metadata = z.record(z.string(), z.object({ ':submitters': z.array(submitter).optional(), ':created_at': z.string().optional() }).catch({}));

/** Who handed in what, by the names of the folders. */
export type GradescopeMetadata = z.infer<typeof metadata>;

/** @returns undefined for what is no such file. Every scalar stays text: an id may begin with a zero. */
export function readMetadata(text: string): GradescopeMetadata | undefined {
  try {
    return metadata.safeParse(parse(text, { schema: 'failsafe', logLevel: 'silent' })).data;
  } catch {
    return undefined;
  }
}

/** A folder, or an archive, of Gradescope's "Export submissions": one claim for each of those who handed it in together. */
export function gradescopeClaims(entry: ClassEntry, people: GradescopeMetadata | undefined): readonly Claim[] | undefined {
  const id = /^submission_\d+(?=$|\.zip$)/i.exec(entry.name)?.[0];
  if (id === undefined) return undefined;
  const about = people?.[entry.name] ?? people?.[id];
  const submitters = about?.[':submitters'] ?? [];
  const handedInAt = instant(about?.[':created_at']);
  const claim = { origin: 'gradescope', source: entry.path, ...(handedInAt !== undefined && { handedInAt }) } as const;
  if (submitters.length === 0) return [{ ...claim, student: { name: id, key: id }, notes: [intakeNotes.noMetadata(id)] }];
  return submitters.map((person) => {
    const [sid, email] = [person[':sid'] ?? '', person[':email'] ?? ''];
    const name = person[':name'] ?? (email === '' ? id : email);
    const others = submitters.filter((other) => other !== person).map((other) => other[':name'] ?? other[':email'] ?? '');
    const key = [sid, email, id].find((part) => part !== '');
    return {
      ...claim,
      student: { name, ...(key !== undefined && { key }), ...(email !== '' && { email }), ...(sid !== '' && { number: sid }) },
      notes: others.length > 0 ? [intakeNotes.together(others)] : [],
    };
  });
}

/** `2026-11-29 10:00:00.123456000 Z`, as Ruby writes a time, or ISO 8601. */
function instant(written: string | undefined): string | undefined {
  const iso = written?.trim().replace(/^(\d{4}-\d\d-\d\d) /, '$1T').replace(/(\.\d{3})\d+/, '$1').replace(/ (?=Z$|[+-]\d\d:?\d\d$)/, '');
  const date = new Date(iso ?? '');
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
