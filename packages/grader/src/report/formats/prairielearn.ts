import { reportWords } from '../../messages/report.ts';
import type { Language } from '../../messages/text.ts';
import type { GradeResult } from '../../verdict/result.ts';
import { jsonDocument } from '../json.ts';
import { remarksOf, testsOf } from '../tests.ts';

/**
 * `results.json` of an external grader of PrairieLearn. What nobody could run, or judge, is not gradable: it costs no
 * attempt. PrairieLearn shows every test there is, so what is hidden says no more than that it is.
 */
export function prairielearnReport(result: GradeResult, { language }: { readonly language: Language }): string {
  const words = reportWords[language];
  const all = testsOf(result, language);
  const refusals = all.filter(({ check }) => check.kind === 'gate' && check.status !== 'passed');
  const base = { images: [], output: mostOf(result.exercises.flatMap(({ output }) => output).join('\n')) };
  if ('unjudged' in result) {
    return jsonDocument({ gradable: false, format_errors: [words.noTotal(result.unjudged), ...remarksOf(result)], ...base });
  }
  if (refusals.length > 0 && refusals.length === result.exercises.length) {
    return jsonDocument({ gradable: false, format_errors: refusals.map(({ text }) => mostOf(text)), ...base });
  }
  return jsonDocument({
    gradable: true,
    score: result.maxPoints === 0 ? Number(result.passed) : result.points / result.maxPoints,
    message: [words.points(result.points, result.maxPoints, result.atHandIn), ...remarksOf(result)].join('\n'),
    ...base,
    tests: all.map(({ exercise, check, title, points = 0, text }) => ({
      name: check.hidden === true ? `${exercise.title}${words.hidden}` : title,
      description: check.hidden === true ? '' : (check.hint ?? ''),
      points,
      max_points: check.maxPoints,
      message: check.hidden === true ? '' : mostOf(text),
    })),
  });
}

/** The whole file may have a megabyte. */
function mostOf(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const longest = 20_000;
