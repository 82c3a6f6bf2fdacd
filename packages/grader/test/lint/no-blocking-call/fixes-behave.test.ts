import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { remedied, typeErrors } from '../support/fixing.ts';

/** Modules whose `run` does something blocking; the fixed module does the same without. */
const modules = {
  'named-import': `
    import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
    export async function run(): Promise<unknown> {
      mkdirSync('named', { recursive: true });
      writeFileSync('named/a.txt', 'tea');
      return readFileSync('named/a.txt', 'utf8').length + readFileSync('named/a.txt').byteLength;
    }`,
  'namespace-import': `
    import * as fs from 'node:fs';
    export async function run(): Promise<unknown> {
      fs.writeFileSync('namespace.txt', 'tea');
      const [first] = fs.readFileSync('namespace.txt', 'utf8');
      return [first, fs.statSync('namespace.txt').isFile(), !fs.readFileSync('namespace.txt').includes('x')];
    }`,
  'name-taken': `
    import { readFileSync, writeFileSync } from 'fs'
    const readFile = 1
    export async function run(): Promise<unknown> {
      writeFileSync('taken.txt', 'a\\nb')
      const lines = []
      for (const line of readFileSync('taken.txt', 'utf8').split('\\n')) lines.push(line)
      return [lines, readFile]
    }`,
  'import-there': `
    import { readdirSync, mkdirSync } from 'node:fs';
    import { rm } from 'node:fs/promises';
    export async function run(): Promise<unknown> {
      mkdirSync('there/b', { recursive: true });
      const names = readdirSync('there');
      await rm('there', { recursive: true });
      return names;
    }`,
  'still-used-elsewhere': `
    import { readFileSync, writeFileSync } from 'node:fs';
    writeFileSync('used.txt', 'tea');
    export const atStart = readFileSync('used.txt', 'utf8');
    export const run = async (): Promise<unknown> => readFileSync('used.txt', 'utf8') === atStart;`,
  'power-and-template': `
    import { statSync, writeFileSync } from 'node:fs';
    export async function run(): Promise<unknown> {
      writeFileSync(\`power.txt\`, '123');
      return \`\${statSync('power.txt').size ** 2} \${-statSync('power.txt').size}\`;
    }`,
  'exists': `
    import { existsSync } from 'node:fs';
    export async function run(): Promise<unknown> {
      return [existsSync('.'), existsSync('none'), !existsSync('none')];
    }`,
  'hash': `
    import { pbkdf2Sync } from 'node:crypto';
    import zlib, { gzipSync } from 'node:zlib';
    export async function run(): Promise<unknown> {
      const key = pbkdf2Sync('password', 'salt', 10, 16, 'sha512').toString('hex');
      return [key, zlib.gunzipSync(gzipSync('tea')).toString()];
    }`,
  'commands': `
    import { execSync } from 'node:child_process';
    export async function run(): Promise<unknown> {
      const echo = execSync('echo tea').toString().trim();
      return [echo, execSync('echo "two cups"', { encoding: 'utf8' }).split(' ').length];
    }`,
  'key-pair': `
    import { generateKeyPairSync } from 'node:crypto';
    export async function run(): Promise<unknown> {
      const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return publicKey.asymmetricKeyType;
    }`,
  'spin': `
    export async function run(): Promise<unknown> {
      const end = Date.now() + 3;
      while (Date.now() < end);
      const start = performance.now();
      const ms = 2;
      while (performance.now() - start < ms) {}
      return Date.now() >= end - 1 && performance.now() - start >= ms - 1;
    }`,
  'atomics': `
    export async function run(): Promise<unknown> {
      const cell = new Int32Array(new SharedArrayBuffer(4));
      return [Atomics.wait(cell, 0, 0, 1), Atomics.wait(cell, 0, 1)];
    }`,
  'block-for': `
    import { blockFor } from '@teatime/core';
    export async function run(): Promise<unknown> {
      blockFor(1);
      return 'tea';
    }`,
  'common-shapes': `
    import fs from 'node:fs';
    export class Store {
      async save(name: string, text: string): Promise<boolean> {
        if (!fs.existsSync(name)) fs.writeFileSync(name, text);
        return fs.existsSync(name) && fs.readFileSync(name, 'utf8') === text;
      }
    }
    export const run = async (): Promise<unknown> => [await new Store().save('shapes.txt', 'tea')];`,
} as const;

const grader = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(grader, 'test/lint/fixtures/run-'));
afterAll(() => rmSync(folder, { recursive: true }));

const names = Object.keys(modules).filter((name): name is keyof typeof modules => name in modules);
const before = new Map(names.map((name) => [join(folder, `${name}.ts`), modules[name].replaceAll(/^ {4}/gm, '')]));
const after = new Map([...before].map(([path, source]) => [path.replace('.ts', '.fixed.ts'), remedied(path, source)]));
for (const [path, source] of [...before, ...after]) writeFileSync(path, source);

function resultsOf(paths: Iterable<string>): unknown {
  // Nothing else holds this process while it waits for another thread.
  const script = `
    const hold = setInterval(() => {}, 1000);
    const results = [];
    for (const path of process.argv.slice(1)) results.push(await (await import(path)).run());
    clearInterval(hold);
    console.log(JSON.stringify(results));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script, ...paths], { cwd: folder, encoding: 'utf8' });
  return JSON.parse(output);
}

describe('code that the rule has fixed, with everything that it suggests', () => {
  test.each(names)('blocks no more: %s', (name) => {
    const source = after.get(join(folder, `${name}.fixed.ts`)) ?? '';
    const inFunctions = source.replace(/^export const atStart.*$|^writeFileSync.*$/gm, '');
    expect(inFunctions).not.toMatch(/[a-z]Sync\(|blockFor|Atomics\.wait\(|while/);
  });

  test('type-checks as before', () => {
    expect(typeErrors(before)).toEqual([]);
    expect(typeErrors(after)).toEqual([]);
  });

  test('does the same as before', () => {
    expect(resultsOf(after.keys())).toEqual(resultsOf(before.keys()));
  });
});
