import { ESLintUtils } from '@typescript-eslint/utils';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { modelOf } from '../binding/source-model.ts';
import { parentOf } from '../binding/syntax.ts';
import { analysisOf } from './analysis.ts';
import type { Effect } from './effects/effect.ts';
import { effectfulNodes } from './effects/of-node.ts';
import { effectsInContext } from './in-context.ts';
import { messageId, messages } from './messages.ts';
import { defaultOptions, optionsSchema } from './options.ts';
import type { Options } from './options.ts';
import { dataOf, reportOf } from './report.ts';
import { isWorkerModule } from './worker-modules.ts';

/** Reports what blocks the event loop where async code waits for it. */
export const noBlockingCall = ESLintUtils.RuleCreator.withoutDocs<[Partial<Options>?], string>({
  meta: {
    type: 'problem',
    docs: { description: 'Disallow calls that block the event loop in async code' },
    hasSuggestions: true,
    messages: { ...messages },
    schema: [optionsSchema],
  },
  create(context) {
    const { sourceCode } = context;
    const model = modelOf(sourceCode, context.filename);
    if (model === undefined) return {};
    const options: Options = { ...defaultOptions, ...context.options[0] };
    const analysis = analysisOf(model.services?.program, options);
    analysis.bindings.add(model);
    if (isWorkerModule(sourceCode.text, model, analysis.bindings.resolver)) return {};
    const reported = new Set<TSESTree.Node>();

    function report(effect: Effect): void {
      if (isKnown(effect, reported)) return;
      const found = reportOf(effect, analysis.reach);
      if (found === undefined) return;
      reported.add(effect.node);
      context.report({
        loc: placeOf(effect, sourceCode),
        messageId: messageId(found.sentence, options.language),
        data: dataOf(found, options.language),
      });
    }

    const listener: TSESLint.RuleListener = {};
    for (const type of effectfulNodes) {
      listener[type] = (node: TSESTree.Node) => {
        for (const effect of effectsInContext(node, model, analysis)) report(effect);
      };
    }
    return listener;
  },
});

/** Was that reported, or the loop that it is a part of? */
function isKnown(effect: Effect, reported: ReadonlySet<TSESTree.Node>): boolean {
  if (effect.kind !== 'spin') return reported.has(effect.node);
  for (let node: TSESTree.Node | undefined = effect.node; node !== undefined; node = parentOf(node)) {
    if (reported.has(node)) return true;
  }
  return false;
}

/** What an editor underlines: a name, or the word that begins a loop. */
function placeOf({ kind, node }: Effect, sourceCode: Readonly<TSESLint.SourceCode>): TSESTree.SourceLocation {
  return (kind === 'spin' ? sourceCode.getFirstToken(node) : node)?.loc ?? node.loc;
}
