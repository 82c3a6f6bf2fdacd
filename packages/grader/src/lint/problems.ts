import type { Language, Text } from '../messages/text.ts';
import type { Finding } from '../verdict/finding.ts';
import type { Location } from '../verdict/result.ts';
import { staticChecks } from './static-checks.ts';
import type { StaticCheck } from './static-checks.ts';

/** One thing that is wrong in a submission; its sentences are in one language, or in both. */
interface Wrong<Sentence> {
  readonly check: StaticCheck;
  readonly message: Sentence;
  readonly location: Location;
  /** Just behind what is wrong, in the same file. */
  readonly end: { readonly line: number; readonly column: number };
  /** What could be written instead, the best first. */
  readonly remedies: readonly Remedy<Sentence>[];
}

/** What could be written instead. */
export interface Remedy<Sentence> {
  /** What is to be done; absent where it goes without saying. */
  readonly what?: Sentence;
  readonly edit: Edit;
}

/** A piece of a file, from an offset up to another one, and the text that replaces it. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** As it is found: in one language. */
export type Problem = Wrong<string>;

/** As it is handed on: in every language. */
export type SourceProblem = Wrong<Text>;

/** The problems in every language, found in the same order. Where one language lacks something, the other has it. */
export function problemsInBoth(problems: Readonly<Record<Language, readonly Problem[]>>): readonly SourceProblem[] {
  return problems.en.map((problem, index) => {
    const other = problems['zh-CN'][index] ?? problem;
    const remedies = problem.remedies.map(({ what, edit }, which) => ({
      ...(what !== undefined && { what: { en: what, 'zh-CN': other.remedies[which]?.what ?? what } }),
      edit,
    }));
    return { ...problem, message: { en: problem.message, 'zh-CN': other.message }, remedies };
  });
}

/** One finding for a check: passed, or failed with its first problem and the number of the others. */
export function findingOf(check: StaticCheck, problems: readonly SourceProblem[]): Finding {
  const [first, ...others] = problems.filter((problem) => problem.check === check);
  const kind = staticChecks[check];
  if (first === undefined) return { id: check, kind, status: 'passed' };
  const message: Text = {
    en: `${first.message.en}${andMore(first, others, 'en')}`,
    'zh-CN': `${first.message['zh-CN']}${andMore(first, others, 'zh-CN')}`,
  };
  return { id: check, kind, status: 'failed', cause: check === 'restrictions' ? 'refused' : 'wrong', message, location: first.location };
}

/** How many more there are, and in which lines. */
function andMore(first: SourceProblem, others: readonly SourceProblem[], language: Language): string {
  if (others.length === 0) return '';
  const places = others.map(({ location: { file, line } }) => (file === first.location.file ? String(line) : `${file}:${line}`));
  const lines = [...new Set(places)];
  const shown = lines.slice(0, mostLines).join(language === 'en' ? ', ' : '、');
  const left = lines.length > mostLines ? (language === 'en' ? ', …' : ' 等') : '';
  return language === 'en'
    ? ` (and ${others.length} more, in line${lines.length === 1 ? '' : 's'} ${shown}${left})`
    : `（另有 ${others.length} 处，在第 ${shown}${left} 行）`;
}

const mostLines = 5;
