import * as Scope from '@typescript-eslint/scope-manager';
import { Linter } from 'eslint/universal';

/** Of ESLint, as typescript-eslint hands it on, what runs in a browser. */
export { Linter, Scope };
