import { restrictedMembers } from '../../src/lint/restricted-members/rule.ts';
import type { RestrictedMembersOptions } from '../../src/lint/restricted-members/rule.ts';
import { untypedTester } from './support/rule-tester.ts';
import { noCombinators } from './support/submissions.ts';

const options: readonly [RestrictedMembersOptions] = [{ restrictions: [noCombinators] }];
const withoutSubtle: readonly [RestrictedMembersOptions] = [
  { restrictions: [{ global: 'crypto', members: ['subtle'], message: noCombinators.message }] },
];
const member = (line = 1) => ({ messageId: 'member', line }) as const;
const handedOn = (line = 1) => ({ messageId: 'handedOn', line }) as const;

untypedTester().run('restricted-members', restrictedMembers, {
  valid: [
    'Promise.resolve(1);',
    'new Promise((resolve) => resolve(1));',
    'const all = (items) => items; all([]);',
    'const Promise = { all() {} }; Promise.all();',
    'function f(Promise) { Promise.all(); }',
    "import { Promise } from './mine'; Promise.all([]);",
    "const text = 'Promise.all([])';",
    'db.all(); race.any();',
    'const { resolve } = Promise; Promise.resolve.call(Promise, 1);',
    'x instanceof Promise; typeof Promise; x.constructor === Promise;',
    'let p: Promise<void>; type P = typeof Promise;',
    'function f<T>(x: Promise<T>): Promise<T> { return x; }',
    'class Lazy extends Promise {}; new Lazy(() => {});',
    'class Mine { all() {} } class Other extends Mine { f() { super.all(); } }',
    'error.constructor.name;',
    'const P = Promise; P.resolve(1);',
    'Promise.reject.bind(Promise);',
    'const promises = { Promise: 1 }; promises.Promise;',
  ].map((code) => ({ code, options })),
  invalid: [
    { code: 'Promise.all([]);', errors: [member()] },
    { code: "Promise['all']([]);", errors: [member()] },
    { code: 'Promise[`all`]([]);', errors: [member()] },
    { code: "const name = 'a' + 'll'; Promise[name]([]);", errors: [member()] },
    { code: 'Promise?.all?.([]);', errors: [member()] },
    { code: 'const P = Promise;\nP.all([]);', errors: [member(2)] },
    { code: 'let P;\nP = Promise;\nP.all([]);', errors: [member(3)] },
    { code: 'const { all } = Promise;', errors: [member()] },
    { code: "const { 'all': gather } = Promise;", errors: [member()] },
    { code: 'let all; ({ all } = Promise);', errors: [member()] },
    { code: 'const all = Promise.all.bind(Promise);', errors: [member()] },
    { code: 'Promise.all.call(Promise, []);', errors: [member()] },
    { code: 'globalThis.Promise.race([]);', errors: [member()] },
    { code: "globalThis['Promise'].any([]);", errors: [member()] },
    { code: 'const { Promise: P } = globalThis;\nP.all([]);', errors: [member(2)] },
    { code: '(0, Promise.all)([]);', errors: [member()] },
    { code: '(true ? Promise : null).all([]);', errors: [member()] },
    { code: '(Promise as any).all([]); Promise!.race([]);', errors: [member(), member()] },
    { code: 'function f(P = Promise) { return P.all([]); }', errors: [member()] },
    { code: '((P) => P.all([]))(Promise);', errors: [member(), handedOn()] },
    { code: 'class Mine extends Promise {}\nMine.all([]);', errors: [member(2)] },
    { code: 'class Mine extends Promise { static f() { return super.all([]); } }', errors: [member()] },
    { code: 'class Mine extends Promise { static f() { return this.all([]); } }', errors: [member()] },
    { code: 'Promise.resolve().constructor.all([]);', errors: [member()] },
    { code: "Reflect.get(Promise, 'all')([]);", errors: [handedOn()] },
    { code: "Reflect.get(globalThis, 'Promise').all([]);", errors: [handedOn()] },
    { code: 'Promise[name]([]);', errors: [handedOn()] },
    { code: 'const { ...rest } = Promise;', errors: [handedOn()] },
    { code: 'const { [name]: x } = Promise;', errors: [handedOn()] },
    { code: 'const box = { Promise };', errors: [handedOn()] },
    { code: 'const list = [Promise];', errors: [handedOn()] },
    { code: 'function f() { return Promise; }', errors: [handedOn()] },
    { code: 'export { Promise };', errors: [handedOn()] },
    { code: 'Object.values(Promise);', errors: [handedOn()] },
    { code: 'class Mine extends Promise {}\nReflect.get(Mine, key);', errors: [handedOn(2)] },
    { code: 'let P = Promise;\nP = other;\nP.all([]);', errors: [handedOn(), member(3)] },
  ].map((testCase) => ({ options, ...testCase })),
});

untypedTester().run('restricted-members of a global that a module exports, too', restrictedMembers, {
  valid: [
    "import { pbkdf2 } from 'node:crypto'; pbkdf2();",
    "import type { subtle } from 'node:crypto';",
    "import { type subtle } from 'node:crypto';",
    "import { subtle } from './crypto'; subtle.digest();",
    "import { webcrypto } from 'node:crypto'; webcrypto.randomUUID();",
    "import * as crypto from 'node:crypto'; crypto.randomUUID();",
  ].map((code) => ({ code, options: withoutSubtle })),
  invalid: [
    { code: "import { subtle } from 'node:crypto';", errors: [member()] },
    { code: "import { subtle as s } from 'crypto';", errors: [member()] },
    { code: "import { webcrypto } from 'node:crypto';\nwebcrypto.subtle.digest();", errors: [member(2)] },
    { code: "import { webcrypto as w } from 'node:crypto';\nconst { subtle } = w;", errors: [member(2)] },
    { code: "import * as c from 'node:crypto';\nc.subtle.digest();", errors: [member(2)] },
    { code: "import c from 'node:crypto';\nc.webcrypto.subtle.digest();", errors: [member(2)] },
    { code: "import c from 'node:crypto';\nconst { webcrypto: { subtle } } = c;", errors: [member(2)] },
    { code: "import * as c from 'node:crypto';\nconst { ...all } = c;\nall.subtle;", errors: [member(3)] },
    { code: "import { webcrypto } from 'node:crypto';\nReflect.get(webcrypto, name);", errors: [handedOn(2)] },
    { code: 'globalThis.crypto.subtle;', errors: [member()] },
    { code: 'const { crypto: { subtle } } = globalThis;', errors: [member()] },
  ].map((testCase) => ({ options: withoutSubtle, ...testCase })),
});

untypedTester().run('restricted-members in Chinese', restrictedMembers, {
  valid: [],
  invalid: [
    {
      code: 'Promise.all([]);',
      options: [{ restrictions: [noCombinators], language: 'zh-CN' }],
      errors: [{ messageId: 'member.zh-CN', data: { name: 'Promise.all', reason: '请自己写。' } }],
    },
  ],
});
