import type { Exercise } from '../course/course.ts';
import { staticChecks } from '../messages/checks.ts';
import type { Text } from '../messages/text.ts';
import type { Finding } from './finding.ts';
import type { CheckKind } from './result.ts';

/** A check that must have a result before an exercise can pass. */
export interface ExpectedCheck {
  readonly id: string;
  readonly kind: CheckKind;
  readonly points: number;
  /** Students are not given it. */
  readonly hidden?: true | undefined;
  readonly title: Text;
  readonly why: Text;
}

/** The gate, the static checks that every exercise has without declaring them, and what the exercise declares. */
export function expectedChecks(exercise: Exercise): readonly ExpectedCheck[] {
  const implied: readonly ExpectedCheck[] = [
    ...(exercise.restrictions.length > 0 ? [staticCheck('restrictions', 'lint')] : []),
    staticCheck('no-blocking-call', 'lint'),
    staticCheck('types', 'types'),
  ];
  const declared = new Set(exercise.checks.map(({ id }) => id));
  return [staticCheck('gate', 'gate'), ...implied.filter(({ id }) => !declared.has(id)), ...exercise.checks];
}

/** Whether a check looks at the source, and needs no run. */
export function isOfSource({ kind }: Pick<ExpectedCheck, 'kind'>): boolean {
  return kind === 'lint' || kind === 'types';
}

/** Whether an open check was found by the hidden suite, or a hidden one by the open suite. */
export function isMisplaced(finding: Finding, check: Pick<ExpectedCheck, 'hidden'>): boolean {
  return finding.hidden !== check.hidden;
}

function staticCheck(id: keyof typeof staticChecks, kind: CheckKind): ExpectedCheck {
  return { id, kind, points: 0, ...staticChecks[id] };
}
