import { join } from 'node:path';
import { builtPlayer } from '../../../cli/built-player.ts';
import { replaceFile } from '../../../files/replace-file.ts';
import { htmlReport } from '../../../report/html/html-report.ts';
import type { HtmlReportOptions } from '../../../report/html/html-report.ts';
import type { GradeResult } from '../../../verdict/result.ts';
import { openInSystem } from '../../../cli/open-in-system.ts';

/** Writes a grade as a page beside the student's progress, and has the system open it. @throws {FileProblem} */
export async function openReport(result: GradeResult, root: string, options: HtmlReportOptions): Promise<string> {
  const path = join(root, '.teatime', 'report.html');
  replaceFile(path, htmlReport(result, { ...options, player: await builtPlayer() }), { make: true });
  await openInSystem(path);
  return path;
}
