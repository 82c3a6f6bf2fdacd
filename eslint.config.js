// @ts-check
import { teatime } from '@teatime/grader/eslint';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      '**/.teatime/',
      '**/dist/',
      'docs/.vitepress/{cache,dist}/',
      // Copies of the stubs, which `pnpm reset` restores.
      'packages/exercises/*/.stub/',
      // Answers that are wrong on purpose, or right in a way that no reviewer would like.
      'packages/solutions/*/also/',
      'packages/solutions/*/wrong/',
      // Code that the rules' own tests read and never run.
      'packages/grader/test/lint/fixtures/',
      // What `new-exercise` fills in.
      'packages/grader/template/',
      // A course of a few lines, which tests of the commands run on.
      'packages/grader/test/small-course/',
      // Files of a student edition, which import what lies around them there.
      'packages/grader/edition/',
      // Submissions that attack the grader.
      'packages/grader/test/attacks/bank/',
    ],
  },
  {
    // `eslint-disable` has no effect here: a rule that does not fit is discussed in this file.
    linterOptions: { noInlineConfig: true },
  },
  {
    files: ['**/*.ts'],
    // What a student edits is theirs to write: see below.
    ignores: ['packages/exercises/*/!(story).ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions', 'generatorFunctions'] }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // What was thrown to us may be thrown on, whatever it is.
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name, so that a thing has one name everywhere.' },
        { selector: 'ExportAllDeclaration', message: "Only a package's index.ts collects exports." },
      ],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['packages/*/{scripts,test}/**/*.ts', 'packages/solutions/*/test/*.ts'],
    rules: {
      // A test's promise may have nothing to wait for, and its function nothing to do.
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/require-await': 'off',
      // Vitest's matchers (`expect.any(Error)`) are `any` by design.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // `const { use, check } = submit(…)`: helpers are made of closures.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Compiled as what they lie beside: like a student's answer, for which every index has something.
    files: ['packages/solutions/*/test/*.ts'],
    rules: { '@typescript-eslint/no-unnecessary-condition': 'off', '@typescript-eslint/no-useless-default-assignment': 'off' },
  },
  {
    // The wire and its two ends, and the grader's own helpers. What arrives there, and what a realm under attack holds, is what types say it is only
    // after it was looked at; the platform hands it over as `any`, and it gets a type at once.
    files: ['packages/grader/src/{bridge,helper,host,wire}/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['packages/exercises/*/story.ts'],
    // A story is read by beginners: `({ print }) => …`, and `async` where the lesson has it.
    rules: { '@typescript-eslint/require-await': 'off', '@typescript-eslint/unbound-method': 'off' },
  },
  {
    // VitePress takes what these export by default.
    files: ['**/*.config.ts', 'docs/.vitepress/config.ts', 'docs/.vitepress/theme/index.ts', 'docs/**/*.{paths,data}.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['packages/*/src/index.ts'],
    rules: {
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Export by name.' }],
    },
  },
  {
    // Not the grader: a command reads its files before anything waits, and its wire to the student is synchronous.
    files: ['packages/core/src/**/*.ts', 'packages/solutions/*/*.ts'],
    plugins: { teatime },
    rules: { 'teatime/no-blocking-call': 'error' },
  },
  {
    // The stubs. Nothing in them is red but what the course itself is about, and that only a warning: the exercise
    // `blocking` hands out code that blocks, and `pnpm lint` passes on a fresh clone all the same.
    files: ['packages/exercises/*/*.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { teatime },
    rules: { 'teatime/no-blocking-call': 'warn' },
  },
);
