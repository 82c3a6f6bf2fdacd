import { join } from 'node:path';
import open from 'open';
import { replaceFile } from '../../../files/replace-file.ts';
import type { ReportOptions } from '../../../report/formats.ts';
import { htmlReport } from '../../../report/html/html-report.ts';
import type { GradeResult } from '../../../verdict/result.ts';

/** Writes a grade as a page beside the student's progress, and has the system open it, where it has something to open it with. @throws {FileProblem} */
export async function openReport(result: GradeResult, root: string, options: ReportOptions): Promise<string> {
  const path = join(root, '.teatime', 'report.html');
  replaceFile(path, htmlReport(result, options), { make: true });
  try {
    const viewer = await open(path);
    // Without a browser it ends in an error; the path is told anyway.
    viewer.on('error', () => {});
  } catch {
    // As above.
  }
  return path;
}
