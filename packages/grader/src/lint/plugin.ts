import type { TSESLint } from '@typescript-eslint/utils';
import { noBlockingCall } from './no-blocking-call/rule.ts';
import { restrictedMembers } from './restricted-members/rule.ts';

const plugin = {
  meta: { name: '@teatime/grader', version: '0.1.0' },
  rules: {
    'no-blocking-call': noBlockingCall,
    'restricted-members': restrictedMembers,
  },
} satisfies TSESLint.FlatConfig.Plugin;

/** As much of a plugin's type as ESLint's and typescript-eslint's configurations agree on. */
export interface CompatiblePlugin {
  readonly meta: { readonly name: string; readonly version: string };
}

/** The ESLint plugin of the course: `import { teatime } from '@teatime/grader/eslint'`. */
export const teatime: CompatiblePlugin = plugin;
