import { reportWords } from '../../messages/report.ts';
import type { ReportWords } from '../../messages/report.ts';
import type { Language } from '../../messages/text.ts';
import { visible } from '../../messages/visible.ts';
import { isJudged } from '../../verdict/grade-result.ts';
import type { ExerciseResult, GradeResult } from '../../verdict/result.ts';
import { html, withCode } from '../html/markup.ts';
import type { Content } from '../html/markup.ts';
import { testsOfExercise } from '../tests.ts';

export interface MarkdownOptions {
  readonly language: Language;
  readonly courseTitle: string;
}

/**
 * A grade as Markdown, for the summary of a run or a comment. Whatever a submission says stands in HTML elements, escaped: there
 * it is neither Markdown nor a mention, a link or a formula.
 */
export function markdownReport(result: GradeResult, { language, courseTitle }: MarkdownOptions): string {
  const words = reportWords[language];
  const score = 'unjudged' in result ? words.noTotal(result.unjudged) : words.points(result.points, result.maxPoints, result.atHandIn);
  const head = [`## ${inLine(courseTitle)}`, '', `**${inLine(score)}**${'passed' in result && result.passed ? ` ${inLine(words.allPassed(result.atHandIn))}` : ''}`, ''];
  const facts = `seed ${result.seed} · ${result.sandbox} · ${result.grader} · ${result.courseHash.slice(0, 12)}`;
  return [...head, ...result.exercises.flatMap((exercise) => section(exercise, words, language)), `<sub>${inLine(facts)}</sub>`, ''].join('\n');
}

function section(exercise: ExerciseResult, words: ReportWords, language: Language): readonly string[] {
  const judged = isJudged(exercise);
  const score = judged ? words.points(exercise.points, exercise.maxPoints, exercise.atHandIn) : words.noTotal([exercise.id]);
  const tests = testsOfExercise(exercise, language);
  const rows = tests.map(({ check, points }) => {
    const mark = check.status === 'passed' ? '✓' : check.status === 'skipped' ? '–' : '✗';
    const title = `${inLine(check.title)}${check.hidden === true ? inLine(words.hidden) : ''}`;
    return `| ${mark} | ${title} | ${points === undefined ? '' : `${points}/`}${check.maxPoints} |`;
  });
  const problems = tests.flatMap(({ check, text }) => (text === '' ? [] : [details(check.title, text)]));
  return [
    `### ${inLine(exercise.title)}: ${inLine(score)}`,
    '',
    ...(exercise.message === undefined ? [] : [block(exercise.message), '']),
    '| | | |',
    '|---|---|--:|',
    ...rows,
    '',
    ...problems.flatMap((problem) => [problem, '']),
  ];
}

function details(title: string, text: string): string {
  return `<details><summary>✗ ${inHtml(withCode(title.replaceAll(/\s+/g, ' ')))}</summary>\n\n${block(text)}\n</details>`;
}

/** Lines as they are: an element that Markdown leaves alone up to its end. */
function block(text: string): string {
  return `<pre>${inHtml(text)}</pre>`;
}

function inHtml(content: Content): string {
  return html`${content}`.html.replaceAll('@', '&#64;').replaceAll('$', '&#36;');
}

/** A text within a line: each character that Markdown knows as itself. */
function inLine(text: string): string {
  return visible(text).replaceAll('\n', ' ').replace(/[!-/:-@[-`{-~]/g, (character) => (harmless.has(character) ? character : `&#${character.charCodeAt(0)};`));
}

const harmless: ReadonlySet<string> = new Set([',', '%', '?', '/', '-']);
