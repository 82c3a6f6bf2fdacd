import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESLint } from '@typescript-eslint/utils';
import type { Origins } from './origins.ts';
import type { Evaluation } from './evaluation.ts';
import type { SourceModel } from './source-model.ts';
import { moduleValue } from './value.ts';
import type { Value } from './value.ts';
import { valuesOfEntity } from './written-types.ts';

/** What an imported name stands for: a module, or one of its exports. */
export function valuesOfImport(
  { node, parent }: TSESLint.Scope.Definitions.ImportBindingDefinition,
  model: SourceModel,
  resolver: Evaluation,
  origins: Origins,
): readonly Value[] {
  if (parent.type === AST_NODE_TYPES.TSImportEqualsDeclaration) {
    const { moduleReference } = parent;
    if (moduleReference.type !== AST_NODE_TYPES.TSExternalModuleReference) return valuesOfEntity(moduleReference, model, resolver);
    const { expression } = moduleReference;
    return origins.require(moduleValue(expression.value), expression, model);
  }
  const module = origins.load(moduleValue(parent.source.value), parent.source, model);
  switch (node.type) {
    case AST_NODE_TYPES.ImportSpecifier: {
      const { imported } = node;
      return resolver.stepInto(module, imported.type === AST_NODE_TYPES.Identifier ? imported.name : imported.value);
    }
    case AST_NODE_TYPES.ImportDefaultSpecifier:
      return resolver.stepInto(module, 'default');
    default:
      return [module];
  }
}
