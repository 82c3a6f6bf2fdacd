import { noBlockingCall } from '../../../src/lint/no-blocking-call/rule.ts';
import { untypedTester } from '../support/rule-tester.ts';

const call = { messageId: 'call' } as const;
const helper = { messageId: 'helper' } as const;

untypedTester().run('additional', noBlockingCall, {
  valid: [
    "import { query } from 'slow-db'; async function f() { query(); }",
    {
      name: 'another module',
      code: "import { query } from 'fast-db'; async function f() { query(); }",
      options: [{ additional: [{ module: 'slow-db', export: 'query' }] }],
    },
  ],
  invalid: [
    {
      code: "import { query } from 'slow-db'; async function f() { query(); }",
      options: [{ additional: [{ module: 'slow-db', export: 'query', replacement: 'await queryAsync(…)' }] }],
      errors: [{ messageId: 'call', data: { call: 'query()', instead: ' Use `await queryAsync(…)`.', way: '', place: '' } }],
    },
    {
      name: 'what a class of the module makes',
      code: "import Client from 'slow-db'; async function f() { const c = new Client(); c.query('x'); }",
      options: [{ additional: [{ module: 'slow-db', export: '().query' }] }],
      errors: [call],
    },
    {
      name: 'a global',
      code: 'async function f() { alert(1); }',
      options: [{ additional: [{ export: 'alert' }] }],
      errors: [{ messageId: 'call', data: { call: 'alert()', instead: '', way: '', place: '' } }],
    },
  ],
});

untypedTester().run('allow', noBlockingCall, {
  valid: [
    { code: "import fs from 'node:fs'; async function f() { fs.existsSync('a'); }", options: [{ allow: ['existsSync'] }] },
    {
      code: "import fs from 'fs'; async function f() { fs.existsSync('a'); }",
      options: [{ allow: [{ module: 'node:fs', export: 'existsSync' }] }],
    },
    {
      name: "one of the project's own",
      code: "import fs from 'fs'; function load() { fs.statSync('a'); } async function f() { load(); }",
      options: [{ allow: ['load'] }],
    },
  ],
  invalid: [
    {
      code: "import fs from 'node:fs'; async function f() { fs.statSync('a'); }",
      options: [{ allow: ['existsSync', { module: 'other', export: 'statSync' }] }],
      errors: [{ ...call, suggestions: null }],
      output: "import fs from 'node:fs'; async function f() { await fs.promises.stat('a'); }",
    },
  ],
});

untypedTester().run('callbacks', noBlockingCall, {
  valid: ["import { onJob } from 'queue'; import { execSync } from 'child_process'; onJob(() => { execSync('a'); });"],
  invalid: [
    {
      code: "import { onJob } from 'queue'; import { statSync } from 'fs'; onJob(() => { statSync('a'); });",
      options: [{ callbacks: [{ module: 'queue', export: 'onJob' }] }],
      errors: [call],
    },
    {
      name: 'a method of what the module makes',
      code: "import Queue from 'queue'; import { statSync } from 'fs'; new Queue().process(() => { statSync('a'); });",
      options: [{ callbacks: [{ module: 'queue', export: '().process' }] }],
      errors: [call],
    },
    {
      name: "one of the project's own",
      code: "import { statSync } from 'fs'; function later(f) { jobs.push(f); } later(() => { statSync('a'); });",
      options: [{ callbacks: ['later'] }],
      errors: [call],
    },
  ],
});

untypedTester().run('light', noBlockingCall, {
  valid: [
    "import { hkdfSync } from 'crypto'; async function f() { hkdfSync('sha1', 'a', 'b', 'c', 8); }",
    {
      name: 'with a callback it does not block',
      code: "import { randomBytes } from 'crypto'; async function f() { randomBytes(8, () => {}); }",
      options: [{ light: true }],
    },
  ],
  invalid: [
    {
      code: "import { randomBytes, generateKeySync } from 'crypto'; async function f() { randomBytes(8); generateKeySync('aes', {}); }",
      options: [{ light: true }],
      errors: [call, call],
    },
  ],
});

untypedTester().run('busyWait', noBlockingCall, {
  valid: [{ code: 'async function f(end) { while (Date.now() < end); }', options: [{ busyWait: false }] }],
  invalid: [
    {
      code: 'async function f(end) { while (Date.now() < end); }',
      errors: [
        {
          messageId: 'clock',
          suggestions: [
            {
              messageId: 'replace',
              data: { code: '`await setTimeout(end - Date.now())`' },
              output:
                "import { setTimeout } from 'node:timers/promises';\nasync function f(end) { await setTimeout(end - Date.now()); }",
            },
          ],
        },
      ],
    },
  ],
});

const chain = `
import { statSync } from 'fs';
const one = () => two();
const two = () => three();
const three = () => statSync('a');
async function f() { one(); }`;

untypedTester().run('maxDepth', noBlockingCall, {
  valid: [
    { code: chain, options: [{ maxDepth: 2 }] },
    { code: chain, options: [{ maxDepth: 0 }] },
  ],
  invalid: [
    { code: chain, options: [{ maxDepth: 3 }], errors: [helper] },
    { code: chain, errors: [helper] },
  ],
});

const asleep = { messageId: 'call', data: { call: 'Atomics.wait()', instead: ' Use `await sleep(ms)`.', way: '', place: '' } } as const;
const pausing = [{ pause: 'await sleep(ms)' }] as const;

untypedTester().run('pause', noBlockingCall, {
  valid: [{ code: 'async function f() { await sleep(5); }', options: [...pausing] }],
  invalid: [
    { code: 'async function f(memory) { Atomics.wait(memory, 0, 0, 5); }', options: [...pausing], errors: [{ ...asleep, suggestions: [{ messageId: 'replace', output: 'async function f(memory) { await Atomics.waitAsync(memory, 0, 0, 5).value; }' }] }] },
    {
      code: 'async function f(end) { while (Date.now() < end); }',
      options: [...pausing],
      errors: [
        {
          messageId: 'clock',
          suggestions: [
            {
              messageId: 'replace',
              output: "import { setTimeout } from 'node:timers/promises';\nasync function f(end) { await setTimeout(end - Date.now()); }",
            },
          ],
        },
      ],
    },
    { code: 'async function f(c) { while (Atomics.load(c, 0) === 0); }', options: [...pausing], errors: [{ messageId: 'shared', data: { call: 'while', instead: ' Use `await sleep(ms)`.', way: '', place: '' } }] },
  ],
});
