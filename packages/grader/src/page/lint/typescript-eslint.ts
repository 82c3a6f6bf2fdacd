import { AST_NODE_TYPES } from '@typescript-eslint/types';
import * as ESLintUtils from '@typescript-eslint/utils/eslint-utils';
import * as TSESLint from './eslint.ts';

/** Of `@typescript-eslint/utils`, what runs in a browser; the package itself brings the whole of ESLint. */
export { AST_NODE_TYPES, ESLintUtils, TSESLint };
