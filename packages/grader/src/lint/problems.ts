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
    en: `${first.message}${andMore.en(found.en.length - 1)}`,
    'zh-CN': `${(found['zh-CN'][0] ?? first).message}${andMore['zh-CN'](found.en.length - 1)}`,
  };
  return { id: check, kind, status: 'failed', cause: check === 'restrictions' ? 'refused' : 'wrong', message, location: first.location };
}

function of(check: StaticCheck, problems: readonly Problem[]): readonly Problem[] {
  return problems.filter((problem) => problem.check === check);
}

const andMore: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) => (count === 0 ? '' : ` (and ${String(count)} more)`),
  'zh-CN': (count) => (count === 0 ? '' : `（另有 ${String(count)} 处）`),
};
