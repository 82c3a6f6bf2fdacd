import type { GradeResult } from '../../verdict/result.ts';
import { wrap } from '../layout.ts';
import { withoutLogCommands } from '../log-commands.ts';
import { exerciseBlock } from './exercise-block.ts';
import { nextStep } from './next-step.ts';
import type { Watching } from './next-step.ts';
import { overview, totals } from './overview.ts';
import { createStyle } from './style.ts';
import type { StyleOptions } from './style.ts';

export interface TerminalReportOptions extends StyleOptions {
  /** The folder of the answer to an exercise, as the reader would type it. */
  readonly answersTo: (exercise: string) => string;
  /** The file that explains an exercise, as the reader would type it; absent where the reader is not its student. */
  readonly taskOf?: (exercise: string) => string;
  /** For a reader whose files are watched. */
  readonly watching?: Watching;
}

/**
 * A grade for the eyes of a student: every exercise in a line, then the first that did not pass with all there is to
 * say, and the next step to take. A grade of one exercise tells it in full in any case.
 */
export function terminalReport(result: GradeResult, options: TerminalReportOptions): string {
  const style = createStyle(options);
  const { exercises } = result;
  const { answersTo, taskOf, watching } = options;
  const stuck = exercises.find(({ status }) => status !== 'passed');
  const detailed = stuck ?? (exercises.length === 1 ? exercises[0] : undefined);
  const blocks: (readonly string[])[] = [
    exercises.length > 1 ? overview(exercises, detailed, style) : [],
    detailed === undefined ? [] : exerciseBlock(detailed, answersTo(detailed.id), style),
    stuck === undefined || taskOf === undefined
      ? []
      : nextStep(stuck, { folder: answersTo(stuck.id), task: taskOf(stuck.id), watching }, style),
    result.sandbox === 'bubblewrap' ? [] : wrap(style.words.selfCheck, style.width).map(style.dim),
    [totals(result, style)],
  ];
  const text = blocks.filter((block) => block.length > 0).map((block) => block.join('\n')).join('\n\n');
  return `\n${withoutLogCommands(text)}\n`;
}
