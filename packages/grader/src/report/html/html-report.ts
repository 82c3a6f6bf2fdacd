import { htmlWords } from '../../messages/html-report.ts';
import { reportWords } from '../../messages/report.ts';
import type { Language } from '../../messages/text.ts';
import type { CompleteGrade, ExerciseResult, GradeResult } from '../../verdict/result.ts';
import { exerciseMark, exerciseScore, exerciseSection } from './exercise-section.ts';
import { html } from './markup.ts';
import type { Markup } from './markup.ts';
import { wholePage } from './page.ts';
import type { PagePlayer } from './page.ts';
import type { PageWords } from './page-words.ts';
import { style } from './style.ts';

export interface HtmlReportOptions {
  readonly language: Language;
  /** What the course is called, in this language. */
  readonly courseTitle: string;
  /** Of a class: whose it is, and when it was handed in. */
  readonly handedInBy?: string;
  /** Without one, no script is in the page. */
  readonly player?: PagePlayer;
}

/** A grade as one page that needs nothing else: no font, no picture from anywhere, and no script to be read. */
export function htmlReport(result: GradeResult, { language, courseTitle, handedInBy, player }: HtmlReportOptions): string {
  const words: PageWords = { ...reportWords[language], ...htmlWords[language], language, plays: player !== undefined };
  const { exercises } = result;
  const score = 'unjudged' in result ? words.noTotal(result.unjudged) : words.points(result.points, result.maxPoints, result.atHandIn);
  const isFlawless = exercises.every(({ checks }) => checks.every(({ status }) => status === 'passed'));
  const at = new Date(result.gradedAt);
  const passed = exercises.filter(({ status }) => status === 'passed').length;
  const main = html`<header>
<p class="course">${courseTitle}</p>
${handedInBy === undefined ? undefined : html`<p class="course">${handedInBy}</p>\n`}<h1>${score}</h1>
${'unjudged' in result ? undefined : pointsBar(result)}
<p class="facts">${'passed' in result && result.passed ? (isFlawless ? words.allPassed(result.atHandIn) : words.enough) : words.passedOf(passed, exercises.length)} <time datetime="${at.toISOString()}">${moment(at, language)}</time></p>
${result.sandbox === 'bubblewrap' ? undefined : html`<p class="facts">${words.selfCheck}</p>\n`}</header>
${exercises.length > 1 ? overview(result, words) : undefined}
${exercises.map((exercise) => exerciseSection(exercise, words))}`;
  return wholePage({ language, title: `${courseTitle} · ${score}`, style: style + (player?.style ?? ''), script: player?.script, main });
}

function pointsBar({ points, maxPoints }: CompleteGrade): Markup {
  const share = maxPoints === 0 ? 0 : (100 * points) / maxPoints;
  return html`<svg class="points" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="2"/><rect class="fill" width="${share}" height="2"/></svg>`;
}

function overview({ exercises, parts }: GradeResult, words: PageWords): Markup {
  return html`<nav aria-label="${words.exercises}">
${
  parts === undefined
    ? overviewList(exercises, words)
    : parts.map((part) => html`<h2>${words.part(part.number, part.title)}</h2>\n${overviewList(exercises.filter(({ id }) => part.exercises.includes(id)), words)}`)
}</nav>`;
}

function overviewList(exercises: readonly ExerciseResult[], words: PageWords): Markup {
  return html`<ul>
${exercises.map(
  (exercise) =>
    html`<li>${exerciseMark(exercise, words)}<a href="#${exercise.id}"><b>${exercise.id}</b> ${exercise.title}</a><span class="score">${exerciseScore(exercise)}</span></li>\n`,
)}</ul>
`;
}

/** By the clock of Greenwich: a report may be read anywhere. */
function moment(at: Date, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `${format.format(at)} UTC`;
}
