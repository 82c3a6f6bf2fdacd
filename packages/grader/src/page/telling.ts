import { htmlWords } from '../messages/html-report.ts';
import { reportWords } from '../messages/report.ts';
import type { Language } from '../messages/text.ts';
import { exerciseSection } from '../report/html/exercise-section.ts';
import { colours, sheet } from '../report/html/style.ts';
import { inOrderOfTelling } from '../report/in-order-of-telling.ts';
import { isJudged } from '../verdict/grade-result.ts';
import type { ExerciseResult } from '../verdict/result.ts';
import type { Telling } from './engine.ts';

/** What the reports of `pnpm grade` say of a result, in their order. */
export function tellingOf(result: ExerciseResult, language: Language): Telling {
  const checks = isJudged(result) ? inOrderOfTelling(result).checks : [];
  return {
    html: exerciseSection(result, { ...reportWords[language], ...htmlWords[language], language, plays: false }).html,
    problems: checks.filter(({ status }) => status !== 'passed'),
  };
}

/** The style of it, for what is in an element of the class `report`, and `dark` where the page is. */
export const reportSheet = `
.report {${colours.light}}
.report.dark {${colours.dark}}
${sheet}`;
