// @ts-check
import { teatime } from '@teatime/grader/eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What an editor underlines in your answers: calls that block. */
export default defineConfig(
  { ignores: ['**/node_modules/', '**/.teatime/', 'packages/exercises/*/.stub/'] },
  {
    files: ['packages/exercises/*/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { teatime },
    rules: { 'teatime/no-blocking-call': 'warn' },
  },
);
