import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { memberName } from './constant-string.ts';
import type { Evaluation } from './evaluation.ts';
import type { SourceModel } from './source-model.ts';
import type { TextValue } from './value.ts';

/** More texts than that are no choice of names. */
export const maxTexts = 32;

/** The texts that a literal, a template or a sum may be, as far as its parts are written out somewhere. */
export function textsOf(
  node: TSESTree.BinaryExpression | TSESTree.Literal | TSESTree.TemplateLiteral,
  model: SourceModel,
  resolver: Evaluation,
): readonly TextValue[] {
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      return typeof node.value === 'string' ? [textValue(node.value)] : [];
    case AST_NODE_TYPES.BinaryExpression:
      return node.operator === '+' ? joined([node.left, node.right].map((part) => possibleTexts(part, model, resolver))) : [];
    case AST_NODE_TYPES.TemplateLiteral:
      return joined(
        node.quasis.flatMap((quasi, index): (readonly string[])[] => {
          const expression = node.expressions[index];
          const text = [quasi.value.cooked ?? ''];
          return expression === undefined ? [text] : [text, possibleTexts(expression, model, resolver)];
        }),
      );
  }
}

/** The names that a member may have: several for `fs[isLink ? 'lstatSync' : 'statSync']`, none where only a run knows. */
export function memberNames(
  node: { readonly computed: boolean; readonly name: TSESTree.Node },
  model: SourceModel,
  resolver: Evaluation,
): readonly string[] {
  const name = memberName(node, model);
  return name === undefined ? possibleTexts(node.name, model, resolver) : [name];
}

function possibleTexts(expression: TSESTree.Node, model: SourceModel, resolver: Evaluation): readonly string[] {
  return resolver.valuesOf(expression, model).flatMap((value) => (value.kind === 'text' ? [value.text] : []));
}

/** Every way to put one text of each part after the other. */
function joined(parts: readonly (readonly string[])[]): readonly TextValue[] {
  let texts: readonly string[] = [''];
  for (const part of parts) {
    texts = texts.flatMap((start) => part.map((end) => start + end));
    if (texts.length > maxTexts) return [];
  }
  return texts.map(textValue);
}

export function textValue(text: string): TextValue {
  return { kind: 'text', text };
}
