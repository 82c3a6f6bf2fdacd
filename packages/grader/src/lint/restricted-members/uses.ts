import { restrictedNames } from '../../course/course.ts';
import type { Restriction } from '../../course/course.ts';
import type { Finding } from '../../verdict/finding.ts';

/** The linter's findings, and what the code was seen to use when it ran although its source does not show it. */
export function withUses(findings: readonly Finding[], used: readonly string[], restrictions: readonly Restriction[]): readonly Finding[] {
  const [name] = used;
  const reason = restrictions.find((restriction) => restrictedNames(restriction).some((restricted) => restricted === name))?.message;
  if (name === undefined || reason === undefined) return findings;
  const message = {
    en: `Your code called \`${name}\` when it ran, which is not allowed in this exercise. ${reason.en}`,
    'zh-CN': `你的代码在运行时调用了 \`${name}\`，这个练习里不能用它。${reason['zh-CN']}`,
  };
  return findings.map((finding) =>
    finding.id === 'restrictions' && finding.status === 'passed' ? { ...finding, status: 'failed', cause: 'refused', message } : finding,
  );
}
