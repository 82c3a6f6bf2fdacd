import { htmlWords } from '../messages/html-report.ts';
import { asButtons } from '../messages/playground.ts';
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
  const told = withButtons(result, language);
  const checks = isJudged(told) ? inOrderOfTelling(told).checks : [];
  return {
    html: exerciseSection(told, { ...reportWords[language], ...htmlWords[language], language, plays: false }).html,
    problems: checks.filter(({ status }) => status !== 'passed'),
  };
}

/** A message that names a command names the button that does the same here. */
function withButtons(result: ExerciseResult, language: Language): ExerciseResult {
  if (!isJudged(result)) return result;
  return { ...result, checks: result.checks.map((check) => (check.message === undefined ? check : { ...check, message: asButtons(check.message, language) })) };
}

/** The style of it, for what is in an element of the class `report`, and `dark` where the page is. */
export const reportSheet = `
.report {${colours.light}}
.report.dark {${colours.dark}}
${sheet}`;
