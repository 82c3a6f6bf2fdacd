import { noClassTexts } from '../../messages/hand-ins.ts';
import { ClassProblem } from '../class-problem.ts';

const written = /^(?<date>\d{4}-\d\d-\d\d)(?:[T ](?<time>\d\d:\d\d)(?<seconds>:\d\d(?:\.\d{1,3})?)?(?: ?(?<zone>Z|[+-]\d\d:?\d\d))?)?$/i;

/**
 * The last moment at which a hand-in is in time: `2026-11-29 18:00`, where this machine is, or as ISO 8601 with a zone. A minute
 * counts to its end, and a day alone, too.
 *
 * @throws {ClassProblem}
 */
export function parseDue(text: string): Date {
  const { date, time = '23:59', seconds = ':59.999', zone = '' } = written.exec(text.trim())?.groups ?? {};
  // A day that no calendar has would become one of the next month.
  const isDay = date !== undefined && isoDay(new Date(`${date}T00:00Z`)) === date;
  const due = new Date(isDay ? `${date}T${time}${seconds}${zone.toUpperCase().replace(/(?<=[+-]\d\d)(?=\d)/, ':')}` : '');
  if (Number.isNaN(due.getTime())) throw new ClassProblem(noClassTexts.badDue(text));
  return due;
}

function isoDay(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
