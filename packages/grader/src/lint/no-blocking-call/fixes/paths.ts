import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { Bindings } from '../../binding/bindings.ts';
import type { SourceModel } from '../../binding/source-model.ts';
import { unwrapped } from '../../binding/syntax.ts';
import type { Call } from '../primitives/primitive.ts';

/**
 * Is the first argument certainly no file descriptor? `readFileSync(0)` reads an open file, which the functions of
 * `node:fs/promises` do not do.
 */
export function takesPath({ arguments: [path] }: Call, model: SourceModel, bindings: Bindings): boolean {
  if (path === undefined) return false;
  const node = unwrapped(path);
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      return typeof node.value === 'string';
    case AST_NODE_TYPES.TemplateLiteral:
      return true;
    case AST_NODE_TYPES.NewExpression:
      return node.callee.type === AST_NODE_TYPES.Identifier && node.callee.name === 'URL';
    case AST_NODE_TYPES.CallExpression:
      if (bindings.resolver.valuesOf(node.callee, model).some((value) => value.kind === 'external' && value.module === 'path')) {
        return true;
      }
      break;
    default:
      break;
  }
  return bindings.isNeverNumber(path, model);
}
