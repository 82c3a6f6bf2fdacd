import type { ParserServicesWithTypeInformation, TSESLint, TSESTree } from '@typescript-eslint/utils';

/** One parsed file: its tree, its scopes and, where the linter has them, its types. */
export interface SourceModel {
  readonly ast: TSESTree.Program;
  readonly scopes: TSESLint.Scope.ScopeManager;
  readonly services: ParserServicesWithTypeInformation | undefined;
  readonly visitorKeys: Readonly<Record<string, readonly string[] | undefined>>;
  readonly filename: string;
  readonly text: string;
}

/** The file that ESLint lints, or `undefined` when its parser brings no scopes. */
export function modelOf(sourceCode: Readonly<TSESLint.SourceCode>, filename: string): SourceModel | undefined {
  const { ast, scopeManager: scopes, parserServices, text, visitorKeys } = sourceCode;
  if (scopes === null) return undefined;
  return { ast, scopes, services: hasTypes(parserServices) ? parserServices : undefined, visitorKeys, filename, text };
}

function hasTypes(
  services: TSESLint.SourceCode['parserServices'],
): services is ParserServicesWithTypeInformation {
  return services !== undefined && 'program' in services && services.program !== null;
}
