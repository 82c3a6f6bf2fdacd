import { AST_NODE_TYPES, ESLintUtils } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { ValueResolver } from '../binding/resolver.ts';
import { modelOf } from '../binding/source-model.ts';
import { unwrapped } from '../binding/syntax.ts';
import { AsyncContexts } from './async-context.ts';
import { sentences } from './messages.ts';
import type { MessageId } from './messages.ts';
import { defaultOptions, optionsSchema } from './options.ts';
import type { Options } from './options.ts';
import { Catalogue, knownPrimitives } from './primitives/catalogue.ts';

const catalogue = new Catalogue(knownPrimitives);

/** Reports calls that block the event loop where async code waits for it. */
export const noBlockingCall = ESLintUtils.RuleCreator.withoutDocs<[Partial<Options>?], MessageId>({
  meta: {
    type: 'problem',
    docs: { description: 'Disallow calls that block the event loop in async code' },
    messages: { call: sentences.call.en, 'call.zh-CN': sentences.call['zh-CN'] },
    schema: [optionsSchema],
  },
  create(context) {
    const model = modelOf(context.sourceCode);
    if (model === undefined) return {};
    const options = { ...defaultOptions, ...context.options[0] };
    const resolver = new ValueResolver();
    const contexts = new AsyncContexts(resolver, model);

    function check(node: TSESTree.CallExpression | TSESTree.NewExpression): void {
      if (model === undefined || !contexts.contains(node)) return;
      for (const value of resolver.valuesOf(node.callee, model)) {
        const primitive = value.kind === 'external' ? catalogue.find(value) : undefined;
        if (primitive === undefined || (primitive.weight === 'light' && !options.light)) continue;
        const { instead } = primitive;
        context.report({
          node: lastName(node.callee),
          messageId: options.language === 'en' ? 'call' : 'call.zh-CN',
          data: {
            call: `${context.sourceCode.getText(node.callee)}()`,
            instead: typeof instead === 'string' ? `\`${instead}\`` : instead[options.language],
          },
        });
        return;
      }
    }

    return { CallExpression: check, NewExpression: check };
  },
});

function lastName(callee: TSESTree.Node): TSESTree.Node {
  const node = unwrapped(callee);
  return node.type === AST_NODE_TYPES.MemberExpression ? node.property : node;
}
