import type { Language, Text } from '../messages/text.ts';
import type { Finding } from '../verdict/finding.ts';
import type { Location } from '../verdict/result.ts';
import { staticChecks } from './static-checks.ts';
import type { StaticCheck } from './static-checks.ts';

/** One thing that is wrong in a submission, in one language. */
export interface Problem {
  readonly check: StaticCheck;
  readonly message: string;
  readonly location: Location;
}

/** The problems in every language, found in the same order. */
export type Problems = Readonly<Record<Language, readonly Problem[]>>;

/** One finding for a check: passed, or failed with its first problem and the number of the others. */
export function findingOf(check: StaticCheck, problems: Problems): Finding {
  const found = { en: of(check, problems.en), 'zh-CN': of(check, problems['zh-CN']) };
  const [first] = found.en;
  const kind = staticChecks[check];
  if (first === undefined) return { id: check, kind, status: 'passed' };
  const message: Text = {
    en: `${first.message}${andMore(found.en, 'en')}`,
    'zh-CN': `${(found['zh-CN'][0] ?? first).message}${andMore(found.en, 'zh-CN')}`,
  };
  return { id: check, kind, status: 'failed', cause: check === 'restrictions' ? 'refused' : 'wrong', message, location: first.location };
}

function of(check: StaticCheck, problems: readonly Problem[]): readonly Problem[] {
  return problems.filter((problem) => problem.check === check);
}

/** How many more there are, and in which lines. */
function andMore([first, ...others]: readonly Problem[], language: Language): string {
  if (first === undefined || others.length === 0) return '';
  const places = others.map(({ location: { file, line } }) => (file === first.location.file ? String(line) : `${file}:${line}`));
  const lines = [...new Set(places)];
  const shown = lines.slice(0, mostLines).join(language === 'en' ? ', ' : '、');
  const left = lines.length > mostLines ? (language === 'en' ? ', …' : ' 等') : '';
  return language === 'en'
    ? ` (and ${others.length} more, in line${lines.length === 1 ? '' : 's'} ${shown}${left})`
    : `（另有 ${others.length} 处，在第 ${shown}${left} 行）`;
}

const mostLines = 5;
