import type { ReportWords } from '../messages/report.ts';
import type { JudgedExercise } from '../verdict/result.ts';

/** Lines that a submission printed, under words that say when. */
export interface Printed {
  readonly heading: string;
  readonly lines: readonly string[];
}

/**
 * What a submission printed, check by check, beginning with those that did not pass. Checks in which it printed the same
 * share it. Where no check is known for it, all of it is one.
 */
export function printedOf({ checks, output }: Pick<JudgedExercise, 'checks' | 'output'>, words: ReportWords): readonly Printed[] {
  if (output.length === 0) return [];
  const [stuck, passed] = [checks.filter(({ status }) => status !== 'passed'), checks.filter(({ status }) => status === 'passed')];
  const speaking = [...stuck, ...passed].filter((check) => check.output !== undefined);
  if (speaking.length === 0) return [{ heading: words.printed, lines: output }];
  const alike = Map.groupBy(speaking, (check) => JSON.stringify(check.output));
  return [...alike.values()].map(([first, ...others]) => ({
    heading: words.printedIn(first?.title ?? '', others.length),
    lines: first?.output ?? [],
  }));
}
