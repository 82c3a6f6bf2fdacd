import type { Origin } from '../../hand-in.ts';
import { nameAtCanvas } from './canvas.ts';
import type { Surroundings } from './claim.ts';
import { nameAtMoodle } from './moodle.ts';
import { nameOfOwn } from './own.ts';

/** The name that a file of the class's folder had when the student handed it in. */
export function takenAs(origin: Origin, name: string, exercises: Surroundings['exercises']): string {
  switch (origin) {
    case 'moodle':
      return nameAtMoodle(name);
    case 'canvas':
      return nameAtCanvas(name, exercises.flatMap(({ files }) => files));
    case 'file':
      return nameOfOwn(name, { exercises });
    case 'gradescope':
    case 'github':
    case 'folder':
    case 'archive':
    case 'roster':
      return name;
  }
}
