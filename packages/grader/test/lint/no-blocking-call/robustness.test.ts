import * as parser from '@typescript-eslint/parser';
import { TSESLint } from '@typescript-eslint/utils';
import { describe, expect, test } from 'vitest';
import { teatime } from '../../../src/lint/plugin.ts';
import { programOf } from '../support/fixing.ts';

type LanguageOptions = TSESLint.FlatConfig.LanguageOptions;

function lint(code: string, languageOptions: LanguageOptions, filename = 'file.ts'): readonly TSESLint.Linter.LintMessage[] {
  return new TSESLint.Linter({ configType: 'flat' }).verify(
    code,
    [{ files: ['**'], languageOptions, plugins: { teatime }, rules: { 'teatime/no-blocking-call': 'error' } }],
    { filename },
  );
}

/** Code that goes in circles, is deep, or means nothing. */
const oddities = {
  'constants in a circle': "const a = b, b = a; const k = 'x' + k; async function f() { a(); this[k](); }",
  'classes that extend each other': 'class A extends B {} class B extends A {} async function f() { new A().x(); A.y(); }',
  'a class that extends itself': 'class A extends A { get x() { return this.x; } } async function f() { new A().x; }',
  'objects that spread each other': 'const a = { ...b }, b = { ...a }; async function f() { a.x(); a.y.z(); }',
  'functions that return each other': 'const f = () => g(), g = () => f(); async function h() { f()()(); }',
  'generators that delegate to each other': 'function* a() { yield* b(); } function* b() { yield* a(); } async function f() { [...a()]; }',
  'a callback that hands itself on': 'function f(g) { g(f); f(g); } async function h() { f(f); setTimeout(h); }',
  'accessors in a circle': 'const o = { get a() { return this.b; }, get b() { return this.a; } }; async function f() { o.a = o.b; }',
  'a loop that reads itself': 'async function f(x) { let y = z, z = y; while (y < z) { y = z; z = y; } }',
  'objects that are merged into each other': 'const a = Object.assign({}, b), b = Object.assign(a, b, ...[a]); async function f() { a.x(); b.y.z(); Object.assign().x(); }',
  'methods that are assigned to themselves': 'function A() {} A.prototype.x = function () { this.x(); this.prototype.x(); }; A.prototype = A; async function f() { new A().x().y(); }',
  'types in a circle': 'type A = B; type B = A; class C<T extends U, U extends T> { x: A; y: T; constructor(readonly z: B) {} async f(a: A, t: T, c: C<T, U>) { a.x(); t.y(); c.z.x(); this.x.y(); this.y.y(); this.z(); } }',
  'namespaces in a circle': 'import a = B.x; namespace A { export import y = B.x; export namespace C { export const x = A.C.x; } } namespace B { export import x = A.y; } async function f(x: A.C.D, y: A.y) { a(); A.C.x(); B.x(); x.y(); y(); }',
  'empty patterns and holes': 'async function f() { const [, , ...{ length }] = [, ,], {} = null; for (const {} of []) ; }',
  'calls of nothing': 'async function f() { (0)(); null(); `x`(); import.meta.x(); new.target(); super_(); }',
  'labels and switches': 'async function f(x) { a: while (x) { b: switch (x) { case 1: continue a; default: break b; } } }',
  'a long chain': `async function f() { return x${'.y()'.repeat(500)}; }`,
  'a long sum': `async function f() { return ${'1 + '.repeat(500)}1; }`,
  'many aliases': `${Array.from({ length: 300 }, (_, i) => `const a${i} = a${i + 1};`).join('')} async function f() { a0(); }`,
  'a long chain of calls': `${Array.from({ length: 300 }, (_, i) => `function f${i}() { f${i + 1}(); }`).join('')} async function f() { f0(); }`,
  'require of everything': 'async function f(m) { require(); require(m)(); require(...m); require.resolve(m); import(m); }',
} as const;

// Something that makes every file worth a look.
const reason = "import * as fs from 'node:fs'; fs.readFileSync('a'); require('fs');\n";

describe.each([
  ["ESLint's own parser", {}],
  ["typescript-eslint's parser without types", { parser }],
  ["typescript-eslint's parser with types", 'types'],
] as const)('with %s, nothing breaks on', (_parser, options) => {
  test.each(Object.entries(oddities))('%s', (_name, code) => {
    const source = reason + code;
    const path = `${import.meta.dirname}/oddity.ts`;
    const languageOptions =
      options === 'types' ? { parser, parserOptions: { programs: [programOf(new Map([[path, source]]))] } } : options;
    const broken = lint(source, languageOptions, path).filter(({ fatal, message }) => fatal === true && !message.includes('Parsing'));
    expect(broken).toEqual([]);
  });
});

describe('without types', () => {
  test('the rule sees JavaScript as it is: modules, scripts, JSX', () => {
    expect(lint("const fs = require('fs'); async function f() { fs.statSync('a'); }", { sourceType: 'commonjs' }, 'a.cjs')).toHaveLength(1);
    expect(
      lint(
        "import { statSync } from 'fs'; export async function F() { return <p>{statSync('a').size}</p>; }",
        { parserOptions: { ecmaFeatures: { jsx: true } } },
        'a.jsx',
      ),
    ).toHaveLength(1);
  });

  test('globals that a configuration declares are still the globals', () => {
    const languageOptions: LanguageOptions = { sourceType: 'commonjs', globals: { require: 'readonly', setTimeout: 'readonly' } };
    expect(lint("setTimeout(() => require('fs').statSync('a'));", languageOptions, 'a.cjs')).toHaveLength(1);
  });

  test('a syntax error is a message of the parser, not a crash', () => {
    expect(lint("import fs from 'fs'; async function f( { fs.statSync(", { parser })[0]?.fatal).toBe(true);
  });
});

test('one call is never reported twice', () => {
  const code = `
    import { statSync } from 'node:fs';
    const size = () => statSync('a').size;
    export const all = async (paths) => Promise.resolve(paths).then((list) => list.map(() => [size(), list.map(size)]));
  `;
  expect(lint(code, { parser }).map(({ line }) => line)).toEqual([4, 4]);
});
