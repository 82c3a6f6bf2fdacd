import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Bindings } from '../../binding/bindings.ts';
import { unwrapped } from '../../binding/syntax.ts';
import { isGlobal } from '../../binding/value.ts';
import type { SpinEffect } from '../effects/effect.ts';
import { mayAwait } from './await-position.ts';
import { replacing } from './edit.ts';
import type { Site } from './edit.ts';
import { importing } from './imports.ts';
import type { Rewrite } from './rewrite.ts';

/** A loop that waits for a time, as a timer: `while (Date.now() < end);` becomes `await setTimeout(end - Date.now());`. */
export function restOf({ node }: SpinEffect, site: Site, bindings: Bindings): Rewrite | undefined {
  if (node.type !== AST_NODE_TYPES.WhileStatement || !isEmpty(node.body) || !mayAwait(node)) return undefined;
  const { test } = node;
  if (test.type !== AST_NODE_TYPES.BinaryExpression || (test.operator !== '<' && test.operator !== '<=')) return undefined;
  if (!isMilliseconds(test.left, site, bindings) || !isSimple(test.right)) return undefined;
  const timer = importing('setTimeout', 'node:timers/promises', site);
  if (timer === undefined) return undefined;
  const left = site.sourceCode.getText(test.left);
  const rest = `${site.sourceCode.getText(test.right)} - ${test.left.type === AST_NODE_TYPES.BinaryExpression ? `(${left})` : left}`;
  const code = `await ${timer.local}(${rest})`;
  return { edits: [...timer.edits, replacing(node, `${code};`)], code, isExact: false };
}

function isEmpty(body: TSESTree.Statement): boolean {
  return body.type === AST_NODE_TYPES.EmptyStatement || (body.type === AST_NODE_TYPES.BlockStatement && body.body.length === 0);
}

/** `Date.now()`, `performance.now() - start`. */
function isMilliseconds(expression: TSESTree.Node, site: Site, bindings: Bindings): boolean {
  const node = unwrapped(expression);
  if (node.type === AST_NODE_TYPES.BinaryExpression && node.operator === '-') {
    return isMilliseconds(node.left, site, bindings) && isSimple(node.right);
  }
  if (node.type !== AST_NODE_TYPES.CallExpression) return false;
  return bindings.resolver
    .valuesOf(node.callee, site.model)
    .some((value) => isGlobal(value, 'Date.now') || isGlobal(value, 'performance.now'));
}

/** Does it stand beside a minus sign as it is? */
function isSimple(expression: TSESTree.Node): boolean {
  switch (expression.type) {
    case AST_NODE_TYPES.Identifier:
    case AST_NODE_TYPES.Literal:
    case AST_NODE_TYPES.MemberExpression:
      return true;
    default:
      return false;
  }
}
