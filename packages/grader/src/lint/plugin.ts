import type { TSESLint } from '@typescript-eslint/utils';
import { noBlockingCall } from './no-blocking-call/rule.ts';
import { restrictedMembers } from './restricted-members/rule.ts';

/** The ESLint plugin of the course: `import { teatime } from '@teatime/grader/eslint'`. */
export const teatime = {
  meta: { name: '@teatime/grader', version: '0.1.0' },
  rules: {
    'no-blocking-call': noBlockingCall,
    'restricted-members': restrictedMembers,
  },
} satisfies TSESLint.FlatConfig.Plugin;
