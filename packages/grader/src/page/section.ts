import { htmlWords } from '../messages/html-report.ts';
import { reportWords } from '../messages/report.ts';
import type { Language } from '../messages/text.ts';
import { exerciseSection } from '../report/html/exercise-section.ts';
import { colours, sheet } from '../report/html/style.ts';
import type { ExerciseResult } from '../verdict/result.ts';

/** A result as the report of `pnpm grade` shows it, as HTML in which nothing runs. */
export function section(result: ExerciseResult, language: Language): string {
  return exerciseSection(result, { ...reportWords[language], ...htmlWords[language], language }).html;
}

/** The style of it, for what is in an element of the class `report`, and `dark` where the page is. */
export const sectionSheet = `
.report {${colours.light}}
.report.dark {${colours.dark}}
${sheet}`;
