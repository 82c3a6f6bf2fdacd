import type { Text } from '../messages/text.ts';
import type { Cause } from '../verdict/cause.ts';
import type { Location } from '../verdict/result.ts';

/** Why the gate does not let a file pass. */
export interface Refusal {
  readonly cause: Cause;
  readonly message: Text;
  readonly location: Location;
}

/** The place of an offset in a file, in UTF-16 units as editors count them. */
export function locate(file: string, source: string, offset: number): Location {
  const lines = source.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
  return { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
