import { noBlockingCall } from '../../../src/lint/no-blocking-call/rule.ts';
import { untypedTester } from '../support/rule-tester.ts';

const call = { messageId: 'call' } as const;

/** A body of an async function, and what the rule makes of it. */
function fixed(before: string, after: string): { before: string; after: string } {
  return { before, after };
}

untypedTester().run('a call of node:fs becomes its twin', noBlockingCall, {
  valid: [],
  invalid: [
    fixed("fs.readFileSync('a').length;", "(await fs.promises.readFile('a')).length;"),
    fixed("(fs.readFileSync('a')).length;", "(await fs.promises.readFile('a')).length;"),
    fixed("const x = fs.readFileSync('a') + 1;", "const x = await fs.promises.readFile('a') + 1;"),
    fixed("const x = fs.statSync('a') ** 2;", "const x = (await fs.promises.stat('a')) ** 2;"),
    fixed("return fs.readdirSync('a');", "return await fs.promises.readdir('a');"),
    fixed("await fs.readdirSync('a');", "await fs.promises.readdir('a');"),
    fixed("for (const x of fs.readdirSync('a')) x;", "for (const x of await fs.promises.readdir('a')) x;"),
    fixed("fs /* why */ . mkdirSync('a', /* all */ { recursive: true });", "await fs /* why */ . promises.mkdir('a', /* all */ { recursive: true });"),
  ].map(({ before, after }) => ({
    code: `import fs from 'node:fs'; async function f() { ${before} }`,
    output: `import fs from 'node:fs'; async function f() { ${after} }`,
    errors: [call],
  })),
});

untypedTester().run('imports', noBlockingCall, {
  valid: [],
  invalid: [
    {
      name: 'are replaced when nothing else uses them',
      code: "import { readFileSync } from 'node:fs';\nasync function f() { return readFileSync('a'); }",
      output: "import { readFile } from 'node:fs/promises';\nasync function f() { return await readFile('a'); }",
      errors: [call],
    },
    {
      name: 'stay when something else uses them',
      code: 'import { readFileSync } from "fs"\nreadFileSync("b")\nasync function f() { return readFileSync("a") }',
      output:
        'import { readFileSync } from "fs"\nimport { readFile } from "node:fs/promises"\nreadFileSync("b")\nasync function f() { return await readFile("a") }',
      errors: [call],
    },
    {
      name: 'are added to those that are there',
      code: "import { stat } from 'fs/promises';\nimport { existsSync, readFileSync } from 'fs';\nasync function f() { readFileSync('a'); }",
      output: "import { stat, readFile } from 'fs/promises';\nimport { existsSync } from 'fs';\nasync function f() { await readFile('a'); }",
      errors: [call],
    },
    {
      name: 'are reused under the name that they have',
      code: "import { readFile as read } from 'fs/promises';\nimport { readFileSync } from 'fs';\nasync function f() { readFileSync('a'); }",
      output: "import { readFile as read } from 'fs/promises';\nasync function f() { await read('a'); }",
      errors: [call],
    },
    {
      name: 'get another name when theirs is taken',
      code: "import { readFileSync, readFile } from 'fs';\nasync function f() { readFileSync('a'); readFile; }",
      output:
        "import { readFile } from 'fs';\nimport { readFile as readFileAsync } from 'node:fs/promises';\nasync function f() { await readFileAsync('a'); readFile; }",
      errors: [call],
    },
    {
      name: 'are required where modules are required',
      code: "const { readFileSync } = require('fs');\nasync function f() { readFileSync('a'); }",
      output:
        "const { readFileSync } = require('fs');\nconst { readFile } = require('node:fs/promises');\nasync function f() { await readFile('a'); }",
      errors: [call],
    },
  ],
});

untypedTester().run('a human is asked', noBlockingCall, {
  valid: [],
  invalid: [
    ['where await cannot stand', "import fs from 'fs'; async function f(p) { return p.map((x) => fs.readFileSync('a')); }"],
    ['in the default of a parameter', "import fs from 'fs'; async function f(x = fs.readFileSync('a')) {}"],
    ['in an optional call', "import fs from 'fs'; async function f() { fs?.readFileSync('a'); }"],
    ['under another name', "import { readFileSync } from 'fs'; const read = readFileSync; async function f() { read('a'); }"],
    ['where the result is another', "import { openSync } from 'fs'; async function f() { return openSync('a'); }"],
    ['where a parenthesis would join two lines', "import fs from 'fs'\nasync function f() { let x = 1\nfs.readFileSync('a').length }"],
  ].map(([name = '', code = '']) => ({ name, code, output: null, errors: [{ ...call, suggestions: null }] })),
});

untypedTester().run('a file descriptor stays what it is', noBlockingCall, {
  valid: [],
  invalid: [
    {
      code: "import fs from 'node:fs'; async function f(file) { fs.readFileSync(file); }",
      output: null,
      errors: [
        {
          ...call,
          suggestions: [
            {
              messageId: 'replace',
              data: { code: '`await fs.promises.readFile(…)`' },
              output: "import fs from 'node:fs'; async function f(file) { await fs.promises.readFile(file); }",
            },
          ],
        },
      ],
    },
  ],
});
