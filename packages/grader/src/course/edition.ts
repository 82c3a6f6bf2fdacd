import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from './parse-json.ts';

/** What tells a student edition, in its `course.json`. */
export const editionSchema = z.strictObject({
  /** Of what it consists of: two with the same id are the same. */
  id: z.string().regex(/^[\da-f]{16}$/),
  /** What the instructor calls it. */
  name: z.string().min(1).optional(),
  /** The hash of the course that it was made of, with what is hidden in it. */
  courseHash: z.string(),
  /** The editions that it follows on, by their ids, the first one first. */
  earlier: z.array(z.string()).readonly(),
});

export type Edition = Readonly<z.infer<typeof editionSchema>>;

/** The id of a course, and which student edition of it that is. */
export interface EditionOfCourse {
  readonly course: string;
  readonly edition: Edition;
}

/** What a `course.json` says; undefined for that of no student edition. */
export function editionIn(json: string): EditionOfCourse | undefined {
  try {
    const { id, edition } = z.object({ id: z.string(), edition: editionSchema }).parse(parseJson(json));
    return { course: id, edition };
  } catch {
    return undefined;
  }
}

/** Which student edition lies in a folder; undefined when it is none. */
export function readEdition(root: string): EditionOfCourse | undefined {
  try {
    return editionIn(readFileSync(join(root, 'course.json'), 'utf8'));
  } catch {
    return undefined;
  }
}
