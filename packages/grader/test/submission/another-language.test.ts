import { expect, test } from 'vitest';
import { admit } from '../../src/submission/gate.ts';
import type { Finding } from '../../src/verdict/finding.ts';
import { gatherExercise } from '../support/manifests.ts';

const exercise = gatherExercise({ files: ['gather.ts'], imports: ['@teatime/core'] });

const pieces: readonly [line: string, column: number, ours: string][] = [
  ['# start both', 3, '`// a comment`'],
  ['const w = 1 # one', 15, '`// a comment`'],
  ['async def boil(cups):', 3, '`export async function f(x) { … }`'],
  ['def boil(cups: int) -> str:', 3, '`function f(x) { … }`'],
  ['from asyncio import gather', 3, '`import { … } from \'@teatime/core\';`'],
  ['import asyncio as aio', 3, '`import { … } from \'@teatime/core\';`'],
  ['"""Boils water."""', 3, '`/** text */`'],
  ['if w == None:', 3, '`if (x) { … }`'],
  ['if (w === 1):', 3, '`if (x) { … }`'],
  ['elif w == 1:', 3, '`} else if (x) {`'],
  ['elif (w === 1) {', 3, '`} else if (x) {`'],
  ['for job in jobs:', 3, '`for (const x of list) { … }`'],
  ['for i, job in enumerate(jobs):', 3, '`for (const x of list) { … }`'],
  ['async for x in list:', 3, '`for await (const x of list) { … }`'],
  ['while not done:', 9, '`!x`'],
  ['while True:', 3, '`while (x) { … }`'],
  ['try:', 3, '`try { … } catch (error) { … }`'],
  ['except ValueError as e:', 3, '`try { … } catch (error) { … }`'],
  ['async with open(x) as y:', 3, '`const y = x(); try { … } finally { … }`'],
  ['raise ValueError("no tea")', 3, '`throw new Error(\'why\');`'],
  ['const f = lambda x: x;', 13, '`(x) => y`'],
  ['const all = [boil(x) for x in jobs];', 15, '`list.map((x) => f(x))`'],
  ['const w = a if b else c;', 11, '`x ? a : b`'],
  ['if (a and b) return;', 9, '`a && b, a || b`'],
  ['if (a or "b") return;', 9, '`a && b, a || b`'],
  ['if (not a) return;', 6, '`!x`'],
  ['if (a is not None) return;', 9, '`x === undefined`'],
  ['console.log(f"got {w}");', 15, '`${n} cups`'],
  ['print "tea"', 3, '`console.log(x)`'],
  ['class Cup(object):', 3, '`class Cup { … }`'],
  ['func boil() {', 3, '`function name(…) { … }`'],
  ['w := 1', 3, '`const x = 1;`'],
  ['String w = "tea";', 3, '`const x: string = …;`'],
];

test.each(pieces)('%s within TypeScript is told with its place and what to write', async (line, column, ours) => {
  const refusal = await refusalOf(`export async function gather() {\n  const jobs = [1];\n  ${line}\n  return jobs;\n}\n`);
  expect(refusal).toMatchObject({ cause: 'syntax', location: { file: 'gather.ts', line: 3, column } });
  expect(refusal?.message?.en).toMatch(/^This is (?:Python|another language): .* In TypeScript: .*\.$/);
  expect(refusal?.message?.en).toContain(ours);
  expect(refusal?.message?.['zh-CN']).toContain(`在 TypeScript 里写成：${ours}。`);
});

test('A file that is Python as a whole is told so, with how its own pieces are written here', async () => {
  const refusal = await refusalOf(`import asyncio

async def gather(*jobs):
    # all at once
    tasks = [asyncio.create_task(job) for job in jobs]
    for task in tasks:
        print(f"{await task}, don't spill")
    return None
`);
  expect(refusal).toMatchObject({ cause: 'syntax', location: { line: 1, column: 1 } });
  expect(refusal?.message?.en).toMatch(/^This is Python\. The exercise asks for TypeScript/);
  const table = refusal?.message?.en.split('\n').filter((line) => line.includes('→')).map((line) => line.trim().replaceAll(/ {2,}/g, ' '));
  expect(table).toEqual([
    'import asyncio → import { … } from \'@teatime/core\';',
    'async def f(x): → export async function f(x) { … }',
    '[f(x) for x in list] → list.map((x) => f(x))',
    'asyncio.create_task(f()) → createTask(f())',
    'for x in list: → for (const x of list) { … }',
    'f"{n} cups" → `${n} cups`',
    'print(x) → console.log(x)',
    'None → undefined',
    '# a comment → // a comment',
  ]);
  expect(refusal?.message?.['zh-CN']).toMatch(/^这是 Python 代码/);
});

test.each([
  ['a function alone', 'def gather(jobs):\n    return jobs\n'],
  ['a coroutine on Windows', 'async def gather(jobs):\r\n    return await jobs\r\n'],
  ['two imports', 'import asyncio\nfrom time import sleep\n'],
  ['comments and a class', '# tea\nclass Tea:\n    def pour(self):\n        pass\n'],
])('It is known by little: %s', async (_, source) => {
  expect((await refusalOf(source))?.message?.en).toMatch(/^This is Python\. /);
});

test.each([
  'const size = ; // if it is not here, and there',
  'const a = "if not a and b:" + ;',
  'const x: string = "# tea" "',
  'function f( { return 1; }',
  'if (a) else { b }',
])('What is only a slip in TypeScript is no other language: %s', async (line) => {
  expect((await refusalOf(`${line}\nexport {};\n`))?.message?.en).not.toMatch(/Python|another language/);
});

async function refusalOf(source: string): Promise<Finding | undefined> {
  const admission = await admit(exercise, [{ name: 'gather.ts', source }]);
  return admission.admitted ? undefined : admission.refusal;
}
