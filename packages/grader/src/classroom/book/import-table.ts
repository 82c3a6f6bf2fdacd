import type { Row } from '../../report/spreadsheet.ts';
import type { HandIn } from '../hand-in.ts';
import type { ClassRow } from '../outcome.ts';
import { pointsOf } from './gradebook.ts';

/** Whose gradebook a table can be imported into. */
export const importers = ['canvas', 'moodle'] as const;

export type Importer = (typeof importers)[number];

/** The one column that is about the work, in Canvas by the name that the assignment has there. */
interface Assignment {
  readonly title: string;
  readonly maxPoints: number;
}

/** A table as the gradebook of somebody else imports it. */
export interface ImportTable {
  readonly columns: readonly string[];
  /** What stands above the students. */
  readonly first: readonly Row[];
  /** Undefined for whoever has no points: an empty cell would take away what a person has entered there. */
  rowOf(row: ClassRow): Row | undefined;
}

export function importTable(importer: Importer, assignment: Assignment): ImportTable {
  return importer === 'canvas' ? canvasTable(assignment) : moodleTable(assignment);
}

/** Gradebook → Import. Canvas knows a student by any of the three ids, and reads the most that there is from the second line. */
function canvasTable({ title, maxPoints }: Assignment): ImportTable {
  return {
    columns: ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', title],
    first: [{ Student: '    Points Possible', [title]: maxPoints }],
    rowOf: ifGraded(({ student, origin }, points) => ({
      Student: student.name,
      ID: origin === 'canvas' ? (student.key ?? '') : '',
      'SIS User ID': student.number ?? '',
      'SIS Login ID': student.email ?? '',
      [title]: points,
    })),
  };
}

/**
 * The grading worksheet of an assignment, which knows a student by the number that Moodle puts into the names of the files it
 * hands out. Of its columns it asks for the identifier, the grade and the last, by their English names in an English Moodle;
 * empty, it is older than any grade. A grade is one of the assignment, whose most an import does not change: where the worksheet
 * names it, the points become their share of it. The import of the gradebook as a whole, which finds students by address or number, reads it too.
 */
function moodleTable({ maxPoints }: Assignment): ImportTable {
  return {
    columns: ['Identifier', 'Full name', 'ID number', 'Email address', 'Grade', 'Maximum Grade', 'Last modified (grade)'],
    first: [],
    rowOf: ifGraded(({ student, origin }, points) => ({
      Identifier: origin === 'moodle' && student.key !== undefined ? `Participant ${student.key}` : '',
      'Full name': student.name,
      'ID number': student.number ?? '',
      'Email address': student.email ?? '',
      Grade: student.outOf === undefined ? points : shareOf(points, maxPoints, student.outOf),
      'Maximum Grade': student.outOf ?? maxPoints,
    })),
  };
}

/** To the hundredth, as Moodle keeps grades. */
function shareOf(points: number, of: number, most: number): number {
  return of === 0 ? 0 : Math.round((100 * points * most) / of) / 100;
}

function ifGraded(rowOf: (handIn: HandIn, points: number) => Row): ImportTable['rowOf'] {
  return ({ handIn, outcome }) => {
    const points = pointsOf(outcome);
    return points === undefined ? undefined : rowOf(handIn, points);
  };
}
