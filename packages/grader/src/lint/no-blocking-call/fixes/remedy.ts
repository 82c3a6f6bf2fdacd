import type { TSESLint } from '@typescript-eslint/utils';
import type { Bindings } from '../../binding/bindings.ts';
import type { Language } from '../../../messages/text.ts';
import { messageId } from '../messages.ts';
import type { Report } from '../report.ts';
import type { Edit, Site } from './edit.ts';
import { restOf } from './rest.ts';
import { rewriteOf } from './rewrite.ts';
import type { Rewrite } from './rewrite.ts';

/** What ESLint is told to do about a report: at once where nothing can go wrong, else when somebody asks for it. */
export type Remedy = Pick<TSESLint.ReportDescriptor<string>, 'fix' | 'suggest'>;

export function remedyFor(report: Report, site: Site, bindings: Bindings, language: Language): Remedy {
  const rewrite = rewriteFor(report, site, bindings);
  if (rewrite === undefined) return {};
  const fix = (): TSESLint.RuleFix[] => rewrite.edits.map(({ range, text }: Edit) => ({ range, text }));
  if (rewrite.isExact) return { fix };
  const data = { code: `\`${rewrite.code}\`` };
  return { suggest: [{ messageId: messageId('replace', language), data, fix }] };
}

function rewriteFor({ effect }: Report, site: Site, bindings: Bindings): Rewrite | undefined {
  switch (effect.kind) {
    case 'primitive':
      return rewriteOf(effect, site, bindings);
    case 'spin':
      return restOf(effect, site, bindings);
    case 'unit':
      return undefined;
  }
}
