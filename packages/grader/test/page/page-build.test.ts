import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'es-module-lexer/minimal/js';
import { beforeAll, describe, expect, test } from 'vitest';
import { sizesOf } from '../../scripts/page/build-page.ts';
import { pageBuild } from '../support/page-build.ts';
import { repository } from '../support/repository.ts';

describe('What the page loads', () => {
  let folder: string;
  let sizes: ReadonlyMap<string, number>;
  beforeAll(async () => {
    folder = await pageBuild();
    sizes = sizesOf(folder);
  });

  test('lies beside it: nothing of Node, of Vitest or of another site', () => {
    const scripts = [...sizes.keys()].filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(20);
    for (const script of scripts) for (const specifier of importsOf(folder, script)) expect(specifier, script).toMatch(/^\.{1,2}\//);
    expect(scripts.filter((name) => /vitest|external/.test(name))).toEqual([]);
  });

  test('says nothing of where it was built', () => {
    for (const script of sizes.keys()) expect(readFileSync(join(folder, script), 'utf8').includes(resolve(repository)), script).toBe(false);
  });

  test('to run the checks of gather is less than 120 kB as it is transferred; the gate with its parser comes apart', () => {
    // The exercise and its suite; the third of the name is the solution, which comes when it is asked for.
    const suite = [...sizes.keys()].filter((name) => /^chunks\/gather[.-]/.test(name) && !/\bsealed\b/.test(readFileSync(join(folder, name), 'utf8')));
    const needed = closure(folder, ['grader.js', 'run-worker.js', 'student/side.js', 'student/core.js', ...suite]);
    const bytes = [...needed].reduce((sum, name) => sum + (sizes.get(name) ?? NaN), 0);
    expect(suite).toHaveLength(2);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(120 * 1024);
  });
});

/** The specifiers of its static imports. */
function importsOf(folder: string, script: string): readonly string[] {
  const [imports] = parse(readFileSync(join(folder, script), 'utf8'));
  return imports.flatMap(({ n, d }) => (d === -1 && n !== undefined ? [n] : []));
}

function closure(folder: string, scripts: readonly string[]): ReadonlySet<string> {
  const all = new Set<string>(scripts);
  for (const script of all) for (const specifier of importsOf(folder, script)) all.add(join(dirname(script), specifier));
  return all;
}
