import type { HtmlWords } from '../../messages/html-report.ts';
import type { CheckResult, ExerciseResult, Location, Status } from '../../verdict/result.ts';
import { groupedByProblem } from '../grouped-by-problem.ts';
import { html, withCode } from './markup.ts';
import type { Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { timelineFigure } from './timeline-figure.ts';

/** One exercise: its checks, those that passed first, what went wrong in the others, and what it printed. */
export function exerciseSection(exercise: ExerciseResult, words: PageWords): Markup {
  const { id, title, status, points, maxPoints, message, checks, output } = exercise;
  // What is worth nothing is worth a word only where it went wrong.
  const shown = checks.filter((check) => check.status !== 'passed' || check.maxPoints > 0);
  const refusal = shown.find(({ kind }) => kind === 'gate');
  const passed = shown.filter((check) => check.status === 'passed');
  const problems = groupedByProblem(shown.filter((check) => check.status !== 'passed'));
  return html`<section id="${id}" class="exercise">
<h2>${mark(status, words)}<span><b>${id}</b> ${title}</span><span class="score">${points}/${maxPoints}</span></h2>
${message === undefined ? undefined : html`<p class="message">${withCode(message)}</p>\n`}<ul class="checks">
${
  refusal === undefined
    ? [...passed.map((check) => problem([check], words)), ...problems.map((checks) => problem(checks, words))]
    : [problem([refusal], words), html`<li class="rest">${words.didNotRun(checks.length - 1)}</li>\n`]
}</ul>
${output.length === 0 ? undefined : printed(output, words)}</section>
`;
}

export function mark(status: Status, { states }: HtmlWords): Markup {
  return html`<span class="mark ${status}" role="img" aria-label="${states[status]}">${marks[status]}</span>`;
}

const marks = { passed: '✓', failed: '✗', error: '✗', skipped: '–' } as const;

/** Checks that came to the same, with one explanation. Each says on its own why it matters, or else none does. */
function problem(checks: readonly CheckResult[], words: PageWords): Markup {
  const [first, another] = checks;
  if (first === undefined) return html``;
  const { message, timeline, hint, location } = first;
  return html`<li class="${first.status}">
${checks.map(titleLine(words))}${message === undefined ? undefined : html`<p class="message">${withCode(message)}</p>\n`}${
    timeline === undefined ? undefined : timelineFigure(timeline, words)
  }${hint === undefined || another !== undefined ? undefined : html`<p class="why"><b>${words.why}</b>${withCode(hint)}</p>\n`}${
    location === undefined ? undefined : html`<p class="place"><code>${place(location)}</code></p>\n`
  }</li>
`;
}

function titleLine(words: PageWords): (check: CheckResult) => Markup {
  return ({ status, title, points, maxPoints }) => {
    const score = maxPoints > 0 ? html`<span class="score">${points}/${maxPoints}</span>` : undefined;
    return html`<h3>${mark(status, words)}<span>${withCode(title)}</span>${score}</h3>\n`;
  };
}

function place({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}

function printed(output: readonly string[], words: PageWords): Markup {
  return html`<h3 class="printed">${words.printed}</h3>
<pre class="output" tabindex="0" role="region" aria-label="${words.printed}">${output.join('\n')}</pre>
`;
}
