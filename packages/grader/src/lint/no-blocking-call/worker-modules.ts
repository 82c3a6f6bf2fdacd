import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { ValueResolver } from '../binding/resolver.ts';
import type { SourceModel } from '../binding/source-model.ts';
import type { Value } from '../binding/value.ts';
import { walk } from '../binding/walk.ts';

/** Is it the code of a worker thread, which has its own event loop and may block it? It uses its port or its data. */
export function isWorkerModule(model: SourceModel, resolver: ValueResolver): boolean {
  // Two words decide for nearly every file.
  if (!model.text.includes('parentPort') && !model.text.includes('workerData')) return false;
  let found = false;
  walk(model.ast, model, (node) => {
    const isName = node.type === AST_NODE_TYPES.Identifier || node.type === AST_NODE_TYPES.MemberExpression;
    found ||= isName && resolver.valuesOf(node, model).some(isOfWorker);
    return !found;
  });
  return found;
}

function isOfWorker(value: Value): boolean {
  if (value.kind !== 'external' || value.module !== 'worker_threads') return false;
  return value.path[0] === 'parentPort' || value.path[0] === 'workerData';
}
