import { ESLintUtils } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Restriction } from '../../course/course.ts';
import type { Language, Text } from '../../messages/text.ts';
import { modelOf } from '../binding/source-model.ts';
import { readsOfValues } from '../binding/variables.ts';
import { RestrictedGlobals } from './restricted-globals.ts';
import type { RestrictedUse } from './restricted-globals.ts';

/** What an exercise forbids, and the language to say it in. */
export interface RestrictedMembersOptions {
  readonly restrictions: readonly Restriction[];
  readonly language?: Language;
}

const sentences = {
  member: {
    en: '`{{ name }}` is not allowed in this exercise. {{ reason }}',
    'zh-CN': '这个练习里不能用 `{{ name }}`。{{ reason }}',
  },
  handedOn: {
    en:
      'Here `{{ name }}` itself is handed on, so nobody can see which of its members is used. ' +
      'Name the member where you use it. {{ reason }}',
    'zh-CN': '这里把 `{{ name }}` 整个交了出去，看不出用的是它的哪个成员。请在用到的地方直接写出成员名。{{ reason }}',
  },
} satisfies Record<string, Text>;

type Sentence = keyof typeof sentences;
type MessageId = Sentence | `${Sentence}.zh-CN`;

/** Reports members of globals that an exercise keeps for the student to write, however they are reached. */
export const restrictedMembers = ESLintUtils.RuleCreator.withoutDocs<[RestrictedMembersOptions?], MessageId>({
  meta: {
    type: 'problem',
    docs: { description: 'Disallow the members of globals that an exercise restricts' },
    messages: {
      member: sentences.member.en,
      'member.zh-CN': sentences.member['zh-CN'],
      handedOn: sentences.handedOn.en,
      'handedOn.zh-CN': sentences.handedOn['zh-CN'],
    },
    schema: [
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          language: { type: 'string', enum: ['en', 'zh-CN'] },
          restrictions: { type: 'array', items: { type: 'object' } },
        },
      },
    ],
  },
  create(context) {
    const [{ restrictions, language = 'en' } = { restrictions: [] }] = context.options;
    const model = modelOf(context.sourceCode, context.filename);
    if (model === undefined || restrictions.length === 0) return {};
    const restricted = new RestrictedGlobals(restrictions, model);

    function report(node: TSESTree.Node, sentence: Sentence, use: RestrictedUse | undefined): void {
      if (use === undefined) return;
      const messageId = language === 'en' ? sentence : (`${sentence}.zh-CN` as const);
      context.report({ node, messageId, data: { name: use.name, reason: use.reason[language] } });
    }

    return {
      Program() {
        for (const name of readsOfValues(model)) report(name, 'handedOn', restricted.handedOnBy(name));
      },
      MemberExpression(node) {
        const member = restricted.memberReadBy(node);
        report(node.property, 'member', member);
        if (member === undefined) report(node, 'handedOn', restricted.handedOnBy(node));
      },
      'ImportDeclaration[importKind="value"] > ImportSpecifier[importKind="value"]'(node: TSESTree.ImportSpecifier) {
        report(node.imported, 'member', restricted.memberImportedBy(node));
      },
      'ObjectPattern > Property'(node: TSESTree.Property) {
        report(node.key, 'member', restricted.memberTakenBy(node));
      },
    };
  },
});
