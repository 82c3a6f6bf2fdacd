import { typingOf, reportWidth, rowsOfReport, wantsColors } from '../../cli/context.ts';
import type { Context } from '../../cli/context.ts';
import { shownPath } from '../../cli/shown-path.ts';
import { taskPath } from '../../cli/task-path.ts';
import type { OpenCourse } from '../../course/layout.ts';
import type { Grading } from '../../grading/grading.ts';
import type { Watching } from '../../report/terminal/next-step.ts';
import { terminalReport } from '../../report/terminal/terminal-report.ts';

/**
 * A grade for the terminal.
 *
 * @param reader who reads it: a student of the course is told of one problem and what to do next, or of all where they ask; an
 *   instructor of all
 * @param knowsSandbox whether a student was told before in which sandbox their code runs: once is enough
 */
export function showGrading(
  { result, folders }: Grading,
  { layout, course }: OpenCourse,
  reader: 'student' | 'student-of-all' | 'instructor' | Watching,
  context: Context,
  knowsSandbox = false,
): string {
  const { language, cwd } = context;
  return terminalReport(result, {
    language,
    width: reportWidth(context),
    colors: wantsColors(context),
    answersTo: (id) => shownPath(folders.get(id) ?? id, cwd),
    ...(reader !== 'instructor' && {
      student: {
        knowsSandbox,
        exam: course.exam,
        typing: typingOf(context),
        taskOf: (id) => taskPath(id, layout, context),
        ...(reader === 'student-of-all' ? { all: true } : reader !== 'student' && { watching: reader, rows: rowsOfReport(context) }),
      },
    }),
  });
}
