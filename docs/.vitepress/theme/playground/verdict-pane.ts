import { h } from 'vue';
import type { VNode } from 'vue';
import type { PlaygroundWords } from '../../../../packages/grader/src/messages/playground.ts';
import type { Telling } from '../../../../packages/grader/src/page/engine.ts';
import type { PageResult } from '../../../../packages/grader/src/page/page-result.ts';
import { withCode } from './notice.ts';
import type { Verdict } from './use-verdict.ts';
import { VerdictReport } from './VerdictReport.ts';

export interface VerdictPane {
  readonly graded: PageResult | undefined;
  readonly telling: Telling | undefined;
  readonly state: Verdict['state']['value'];
  readonly sheet: string;
  readonly isDark: boolean;
}

/** What the grader says of the answer; for those who hear it, in a sentence. */
export function verdictPane({ graded, telling, state, sheet, isDark }: VerdictPane, words: PlaygroundWords): readonly VNode[] {
  const said = { waiting: words.nothingYet, checking: words.checking, reading: words.reading, graded: graded?.result.status === 'passed' ? passedOf(graded, words) : '', unable: words.cannotGrade }[state];
  return [
    h('p', { class: 'playground-state' }, said),
    ...(telling === undefined ? [] : [h(VerdictReport, { html: telling.html, sheet, isDark, class: { 'is-old': state === 'checking' } })]),
    ...(graded === undefined || state !== 'graded' ? [] : notHere(graded, words)),
    h('p', { class: 'visually-hidden', role: 'status' }, graded === undefined ? '' : sentenceOf(graded, telling, words)),
  ];
}

/** A check of the suite that ran all the same has seen a part of what it looks at. */
function notHere({ notHere: left, result }: PageResult, words: PlaygroundWords): readonly VNode[] {
  const ran = new Set(result.checks.map(({ id }) => id));
  const [inPart, notAtAll] = [left.filter(({ id }) => ran.has(id)), left.filter(({ id }) => !ran.has(id))];
  const said = [
    ...(notAtAll.length === 0 ? [] : [words.notHere(notAtAll.map(({ title }) => title))]),
    ...(inPart.length === 0 ? [] : [words.notWhole(inPart.map(({ title }) => title))]),
  ];
  return said.map((sentence) => h('p', { class: 'playground-not-here' }, withCode(sentence)));
}

function passedOf({ result }: Pick<PageResult, 'result'>, words: PlaygroundWords): string {
  return words.passed('points' in result ? result.points : 0, result.maxPoints, result.atHandIn?.points ?? 0);
}

function sentenceOf({ result }: PageResult, telling: Telling | undefined, words: PlaygroundWords): string {
  if (result.begun === false) return words.nothingYet;
  if (result.status === 'passed') return passedOf({ result }, words);
  const points = 'points' in result ? result.points : 0;
  const [first] = telling?.problems ?? [];
  return words.notPassed(points, result.maxPoints, first === undefined ? '' : `${first.title}: ${first.message ?? ''}`);
}
