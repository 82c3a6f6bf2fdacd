import { classWords } from '../../messages/class-page.ts';
import type { ClassWords } from '../../messages/class-page.ts';
import type { Language } from '../../messages/text.ts';
import { html, withCode } from '../html/markup.ts';
import type { Markup } from '../html/markup.ts';
import { wholePage } from '../html/page.ts';
import type { Bin, CheckStatistics, ClassStatistics, ExerciseStatistics, Mention, Pair } from './statistics.ts';
import { classStyle } from './style.ts';

export interface ClassPageOptions {
  /** Of whoever teaches. */
  readonly language: Language;
  readonly courseTitle: string;
}

/** A class as one page, for whoever teaches it: what to talk about, whom to ask, what to grade by hand. */
export function classPage(statistics: ClassStatistics, { language, courseTitle }: ClassPageOptions): string {
  const words = classWords[language];
  const { students, passed, graded, exercises, late, missing, toLookAt } = statistics;
  const title = words.title(students);
  const main = html`<header>
<p class="course">${courseTitle}</p>
<h1>${title}</h1>
<p class="facts">${words.passed(passed, graded)}</p>
</header>
${people(words.toLookAt, toLookAt)}${overview(exercises, words)}${distribution(statistics, words)}${people(words.late, late)}${people(words.missing, missing)}${exercises.map((exercise) => exercisePanel(exercise, words))}${roll(statistics, words)}${alike(statistics, words)}`;
  return wholePage({ language, title: `${courseTitle} · ${title}`, style: classStyle, main });
}

function people(heading: string, mentions: readonly Mention[]): Markup | undefined {
  if (mentions.length === 0) return undefined;
  return html`<section class="panel">
<h2>${heading}<span class="score">${mentions.length}</span></h2>
<ul class="people">
${mentions.map(({ student, text }) => html`<li><b>${student}</b><span>${withCode(text)}</span></li>\n`)}</ul>
</section>
`;
}

function overview(exercises: readonly ExerciseStatistics[], words: ClassWords): Markup {
  return html`<section class="panel">
<h2>${words.exercises}</h2>
${exercises.map(
  ({ id, title, passed, judged }) => html`<h3><a href="#${id}"><b>${id}</b> ${title}</a><span class="score">${words.passedOf(passed, judged)}</span></h3>
${bar(passed, judged, 'fill')}
`,
)}</section>
`;
}

/** Everybody with their points, and the way to their feedback. */
function roll({ exercises, roll: students }: ClassStatistics, words: ClassWords): Markup {
  const number = (points: number | undefined): Markup => html`<td class="number">${points ?? '–'}</td>`;
  return html`<section class="panel">
<h2>${words.roll}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${words.roll}"><table>
<tr><th scope="col">${words.student}</th>${exercises.map(({ id }) => html`<th scope="col">${id}</th>`)}<th scope="col">${words.points}</th></tr>
${students.map(
  ({ student, points, exercises: each, feedback }) => html`<tr><th scope="row">${feedback === undefined ? student : html`<a href="${feedback}">${student}</a>`}</th>${each.map(number)}${number(points)}</tr>\n`,
)}</table></div>
</section>
`;
}

/** A table whose rows have bars: who cannot see them reads the numbers. */
function distribution({ distribution: bins, graded }: ClassStatistics, words: ClassWords): Markup {
  const most = Math.max(...bins.map(({ count }) => count));
  const row = ({ from, to, count }: Bin): Markup =>
    html`<tr><th scope="row">${words.bin(from, to)}</th><td class="wide">${bar(count, most, 'fill')}</td><td class="number">${words.students(count)}</td></tr>\n`;
  return html`<section class="panel">
<h2>${words.points}</h2>
${graded === 0 ? html`<p>${words.noPoints}</p>\n` : html`<table aria-label="${words.distribution}">\n${bins.map(row)}</table>\n`}</section>
`;
}

function exercisePanel({ id, title, judged, checks }: ExerciseStatistics, words: ClassWords): Markup {
  const failing = checks.filter(({ failed }) => failed > 0).toSorted((a, b) => b.failed - a.failed);
  return html`<section id="${id}" class="panel">
<h2><span><b>${id}</b> ${title}</span></h2>
${failing.length === 0 ? html`<p>${judged === 0 ? words.nobodyJudged : words.nobodyFailed}</p>\n` : failing.map((check) => failingCheck(check, judged, words))}</section>
`;
}

function failingCheck({ title, hidden, failed, commonest }: CheckStatistics, judged: number, words: ClassWords): Markup {
  return html`<h3><span>${withCode(title)}${hidden ? words.hidden : undefined}</span><span class="score">${words.failed(failed, judged)}</span></h3>
${bar(failed, judged, 'fill failed')}
${commonest === undefined ? undefined : html`<p class="told">${words.commonest(commonest.times)}${withCode(commonest.message)}</p>\n`}`;
}

function bar(count: number, of: number, kind: string): Markup {
  const width = of === 0 ? 0 : (100 * count) / of;
  return html`<svg class="share" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="2"/><rect class="${kind}" width="${width}" height="2"/></svg>`;
}

function alike({ alike: pairs, moreAlike }: ClassStatistics, words: ClassWords): Markup | undefined {
  if (pairs.length === 0) return undefined;
  return html`<section class="panel">
<h2>${words.alike}</h2>
<p class="told">${words.alikeMeans}</p>
${pairs.map((pair) => sideBySide(pair, words))}${moreAlike > 0 ? html`<p>${words.moreAlike(moreAlike)}</p>\n` : undefined}</section>
`;
}

function sideBySide({ exercise, share, answers }: Pair, words: ClassWords): Markup {
  const [one, other] = answers;
  const both = words.pair(one.student, other.student);
  return html`<h3><span><b>${exercise}</b> ${both}</span><span class="score">${words.share(Math.round(100 * share))}</span></h3>
<div class="pair">
${answers.map(
  ({ student, source }) => html`<div><b>${student}</b>
<pre tabindex="0" role="region" aria-label="${`${exercise} ${student}`}">${beginningOf(source, words)}</pre></div>
`,
)}</div>
`;
}

/** Who reads both to the end has them in results and hand-ins; here they are put beside each other. */
function beginningOf(source: string, words: ClassWords): string {
  const lines = source.split('\n');
  const shown = lines.slice(0, mostLines).join('\n').slice(0, mostLetters);
  return shown.length < source.trimEnd().length ? `${shown}\n${words.longer}` : shown;
}

const mostLines = 200;
const mostLetters = 4_500;
