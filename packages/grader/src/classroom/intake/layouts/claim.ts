import type { Exercise } from '../../../course/course.ts';
import type { Text } from '../../../messages/text.ts';
import type { Origin, Student } from '../../hand-in.ts';

/** Something that lies in the class's folder. */
export interface ClassEntry {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly kind: 'file' | 'folder';
}

/** What a layout takes an entry for. */
export interface Claim {
  readonly origin: Origin;
  readonly student: Student;
  /** The entry that holds the answers; none where it holds what cannot be one. */
  readonly source?: string;
  /** Where the layout itself knows it; as ISO 8601 in UTC. */
  readonly handedInAt?: string;
  readonly late?: true;
  readonly notes: readonly Text[];
  /** Whether several of one student belong together; else the newest of them counts. */
  readonly isPart?: true;
}

/** What a layout may look at beside the name of an entry. */
export interface Surroundings {
  readonly exercises: readonly Pick<Exercise, 'id' | 'files'>[];
}
