import { AST_NODE_TYPES } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { constantString } from './constant-string.ts';
import type { SourceModel } from './source-model.ts';
import { callStep, isGlobal, moduleValue, pathName } from './value.ts';
import type { ExternalValue, Value } from './value.ts';

/** The module that a call loads: `require('fs')`, `process.getBuiltinModule('fs')`, `createRequire(url)('fs')`. */
export function loadedModule(
  call: TSESTree.CallExpression,
  callee: readonly Value[],
  model: SourceModel,
): ExternalValue | undefined {
  const [specifier] = call.arguments;
  if (specifier === undefined || specifier.type === AST_NODE_TYPES.SpreadElement) return undefined;
  if (!callee.some(loadsModules)) return undefined;
  const name = constantString(specifier, model);
  return name === undefined ? undefined : moduleValue(name);
}

function loadsModules(value: Value): boolean {
  if (isGlobal(value, 'require') || isGlobal(value, 'module.require')) return true;
  if (value.kind !== 'external') return false;
  const name = pathName(value.path);
  return (
    (name === 'process.getBuiltinModule' && value.module === undefined) ||
    (name === 'getBuiltinModule' && value.module === 'process') ||
    (name === `createRequire${callStep}` && value.module === 'module')
  );
}
