import type { HtmlWords } from '../../messages/html-report.ts';
import { isJudged } from '../../verdict/grade-result.ts';
import type { CheckResult, ExerciseResult, JudgedExercise, Location, Status, UnjudgedExercise } from '../../verdict/result.ts';
import { groupedByProblem } from '../grouped-by-problem.ts';
import { inOrderOfTelling } from '../in-order-of-telling.ts';
import { printedOf } from '../printed.ts';
import type { Printed } from '../printed.ts';
import { html, withCode } from './markup.ts';
import type { Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { timelineReplay } from './replay.ts';
import { timelineFigure } from './timeline-figure.ts';

/** One exercise: its checks, those that passed first, what went wrong in the others, and what it printed. */
export function exerciseSection(exercise: ExerciseResult, words: PageWords): Markup {
  if (!isJudged(exercise)) return unjudged(exercise, words);
  const { message, checks } = inOrderOfTelling(exercise);
  if (exercise.begun === false) return notBegun(exercise, words);
  // What is worth nothing is worth a word only where it went wrong.
  const shown = checks.filter((check) => check.status !== 'passed' || check.maxPoints > 0);
  const refusal = shown.find(({ kind }) => kind === 'gate');
  const passed = shown.filter((check) => check.status === 'passed');
  const problems = groupedByProblem(shown.filter((check) => check.status !== 'passed'));
  return html`<section id="${exercise.id}" class="exercise">
${heading(exercise, words)}${message === undefined ? undefined : html`<p class="message">${withCode(message)}</p>\n`}<ul class="checks">
${
  refusal === undefined
    ? [...passed.map((check) => problem([check], words)), ...problems.map((checks) => problem(checks, words))]
    : [problem([refusal], words), html`<li class="rest">${words.didNotRun}</li>\n`]
}${undecided(exercise, words)}</ul>
${toPass(exercise, words)}${printedOf(exercise, words).map((part) => printed(part))}</section>
`;
}

function unjudged(exercise: UnjudgedExercise, words: PageWords): Markup {
  return html`<section id="${exercise.id}" class="exercise">
${heading(exercise, words)}<p class="message">${exercise.message}</p>
</section>
`;
}

/** What the exercise asks for, and no word about what is not there yet. */
function notBegun(exercise: JudgedExercise, words: PageWords): Markup {
  const planned = exercise.checks.filter(({ maxPoints }) => maxPoints > 0);
  return html`<section id="${exercise.id}" class="exercise">
${heading(exercise, words)}<p class="message">${words.notBegun}</p>
<ul class="checks">
${planned.map(
  ({ title, hidden, maxPoints }) =>
    html`<li class="planned"><h3>${unbegunMark(words)}<span>${withCode(title)}${hidden && words.hidden}</span><span class="score">0/${maxPoints}</span></h3></li>\n`,
)}${undecided(exercise, words)}</ul>
</section>
`;
}

function toPass({ status, pointsToPass }: JudgedExercise, words: PageWords): Markup | undefined {
  return pointsToPass === undefined ? undefined : html`<p class="message">${words.pointsToPass(pointsToPass, status === 'passed')}</p>\n`;
}

/** What is decided when the exercise is handed in, as one of its checks. */
function undecided({ atHandIn }: JudgedExercise, words: PageWords): Markup | undefined {
  if (atHandIn === undefined) return undefined;
  const score = atHandIn.points > 0 ? html`<span class="score">?/${atHandIn.points}</span>` : undefined;
  return html`<li class="planned"><h3><span class="mark" aria-hidden="true">·</span><span>${words.atHandIn(atHandIn)}</span>${score}</h3></li>\n`;
}

function heading(exercise: ExerciseResult, words: PageWords): Markup {
  const { id, title } = exercise;
  return html`<h2>${exerciseMark(exercise, words)}<span><b>${id}</b> ${title}</span><span class="score">${exerciseScore(exercise)}</span></h2>\n`;
}

export function exerciseScore(exercise: ExerciseResult): string {
  return `${isJudged(exercise) ? exercise.points : '?'}/${exercise.maxPoints}`;
}

export function exerciseMark({ begun, status }: ExerciseResult, words: HtmlWords): Markup {
  return begun === false ? unbegunMark(words) : mark(status, words);
}

function unbegunMark({ unbegun }: HtmlWords): Markup {
  return html`<span class="mark" role="img" aria-label="${unbegun}">○</span>`;
}

function mark(status: Status | 'unjudged', { states }: HtmlWords): Markup {
  return html`<span class="mark ${status}" role="img" aria-label="${states[status]}">${marks[status]}</span>`;
}

const marks = { passed: '✓', failed: '✗', error: '✗', skipped: '–', unjudged: '?' } as const;

/** Checks that came to the same, with one explanation. Each says on its own why it matters, or else none does. */
function problem(checks: readonly CheckResult[], words: PageWords): Markup {
  const [first, another] = checks;
  if (first === undefined) return html``;
  const { message, timeline, hint, location } = first;
  return html`<li class="${first.status}">
${checks.map(titleLine(words))}${message === undefined ? undefined : html`<p class="message">${withCode(message)}</p>\n`}${
    timeline === undefined ? undefined : [timelineFigure(timeline, words), words.plays ? timelineReplay(timeline, words) : undefined]
  }${hint === undefined || another !== undefined ? undefined : html`<p class="why"><b>${words.why}</b>${withCode(hint)}</p>\n`}${
    location === undefined ? undefined : html`<p class="place"><code>${place(location)}</code>${sourceLine(location)}</p>\n`
  }</li>
`;
}

function titleLine(words: PageWords): (check: CheckResult) => Markup {
  return ({ status, title, hidden, points, maxPoints }) => {
    const score = maxPoints > 0 ? html`<span class="score">${points}/${maxPoints}</span>` : undefined;
    return html`<h3>${mark(status, words)}<span>${withCode(title)}${hidden && words.hidden}</span>${score}</h3>\n`;
  };
}

function place({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

function sourceLine({ text = '' }: Location): Markup | undefined {
  return text.trim() === '' ? undefined : html` <code>${text.trim()}</code>`;
}

function printed({ heading: title, lines }: Printed): Markup {
  return html`<h3 class="printed">${withCode(title)}</h3>
<pre class="output" tabindex="0" role="region" aria-label="${title}">${lines.join('\n')}</pre>
`;
}
