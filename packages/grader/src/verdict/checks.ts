import type { Exercise } from '../course/course.ts';
import { staticChecks } from '../messages/checks.ts';
import type { Text } from '../messages/text.ts';
import type { CheckKind } from './result.ts';

/** A check that must have a result before an exercise can pass. */
export interface ExpectedCheck {
  readonly id: string;
  readonly kind: CheckKind;
  readonly points: number;
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

function staticCheck(id: keyof typeof staticChecks, kind: CheckKind): ExpectedCheck {
  return { id, kind, points: 0, ...staticChecks[id] };
}
