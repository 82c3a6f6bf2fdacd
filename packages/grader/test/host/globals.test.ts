import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { absentGlobals, harmlessGlobals, lockedGlobals, members, refusedGlobals, virtualGlobals } from '../../src/host/globals.ts';
import { submit } from '../bridge/submissions.ts';

/* Holds the table of `host/globals.ts` against the Node that is installed, and against what a submission meets. */

const present = [...lockedGlobals, ...harmlessGlobals, ...virtualGlobals];
const absentUnlessNamed = [...refusedGlobals, ...absentGlobals];

/** What a program that is given to Node as text finds, which is how a student process begins. */
async function asNodeHasIt(code: string): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', '--input-type=module', '--eval', `console.log(JSON.stringify(${code}))`]);
  const names: readonly string[] = JSON.parse(stdout);
  return names;
}

describe('The table of globals', () => {
  test('names each once', () => {
    const all = [...present, ...absentUnlessNamed];
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });

  test('names every global of this Node', async () => {
    const names = await asNodeHasIt('Object.getOwnPropertyNames(globalThis)');
    expect(names.filter((name) => ![...present, ...absentUnlessNamed].includes(name))).toEqual([]);
  });

  test.each(Object.entries(members))('names every member of %s', async (path, { harmless, virtual, refused }) => {
    const object = path.startsWith('Temporal') || path.startsWith('Atomics') || path.startsWith('Intl') ? path : `Object.getPrototypeOf(${path})`;
    const names = await asNodeHasIt(`Object.getOwnPropertyNames(${object})`);
    expect(names.filter((name) => name !== 'constructor').toSorted()).toEqual([...harmless, ...virtual, ...refused].toSorted());
  });
});

describe('A submission', () => {
  test('has the globals that are harmless and those that are virtual, and no others but those that are refused', async () => {
    const { use, check } = submit('export const names = () => Object.getOwnPropertyNames(globalThis);');
    expect((await check(async () => use('names')())).value).toEqual(expect.arrayContaining([...present, ...refusedGlobals]));
    const { value } = await check(async () => use('names')());
    expect(Array.isArray(value) && value.map(String).filter((name) => ![...present, ...refusedGlobals].includes(name))).toEqual([]);
  });

  test('is told of everything that is refused by whatever it does with it', async () => {
    const { use, check } = submit(`
      export function tries(path) {
        const names = path.split('.');
        const value = names.reduce((object, name) => object[name], globalThis);
        return [() => value(), () => new value(), () => value.prototype].map((act) => {
          try { act(); return 'nothing'; } catch (error) { return error.message; }
        });
      }`);
    const paths = [...refusedGlobals, ...Object.entries(members).flatMap(([path, { refused }]) => refused.map((name) => `${path}.${name}`))];
    const { value } = await check(async () => paths.map((path) => use('tries')(path)));
    expect(value).toEqual(paths.map((path) => Array.from({ length: 3 }, () => `${path} cannot be used in an exercise`)));
  });

  // Every name that the realm leads to, however deep. A name that a new Node adds has to be looked at before it is written down.
  test('reaches these names', async () => {
    const { use, check } = submit(`
      export function reach() {
        const seen = new Set();
        const names = [];
        const walk = (path, object) => {
          if (Object(object) !== object || seen.has(object)) return;
          seen.add(object);
          for (const key of Reflect.ownKeys(object)) {
            if (['length', 'name', 'constructor', 'caller', 'arguments'].includes(key)) continue;
            const name = path + (typeof key === 'symbol' ? '[' + key.description + ']' : key);
            const { value } = Reflect.getOwnPropertyDescriptor(object, key);
            names.push(name);
            walk(name + '.', value);
          }
          walk(path + '__proto__.', Object.getPrototypeOf(object));
        };
        const refused = new Set(${JSON.stringify(refusedGlobals)});
        for (const name of Reflect.ownKeys(globalThis)) {
          if (typeof name === 'symbol' || refused.has(name)) continue;
          names.push(name);
          if (name !== 'performance') walk(name + '.', globalThis[name]);
        }
        return names.join('\\n') + '\\n';
      }`);
    const { value } = await check(async () => use('reach')());
    await expect(value).toMatchFileSnapshot(join(import.meta.dirname, 'reached-names.txt'));
  });
});
