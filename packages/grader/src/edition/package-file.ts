import { z } from 'zod';
import { parseJson } from '../course/parse-json.ts';

const dependencies = z.record(z.string(), z.string()).optional();
const packageFile = z.looseObject({ scripts: dependencies, dependencies, devDependencies: dependencies });

/** What students need of the tools: the types of Node for their editor, and what `eslint.config.js` and the editor use. */
const toolsOfStudents: ReadonlySet<string> = new Set(['@teatime/grader', '@types/node', 'eslint', 'node', 'typescript', 'typescript-eslint']);

const typesOfNode: ReadonlySet<string> = new Set(['@types/node']);

/** A `package.json` in an edition: what only authors run or need is not in it. */
export function studentPackage(json: string, commands: readonly string[], isRoot: boolean): string {
  const { scripts = {}, devDependencies = {} } = packageFile.parse(JSON.parse(json));
  const runs = Object.keys(scripts).filter((name) => commands.includes(name));
  const tools = Object.entries(devDependencies).filter(([name]) => (isRoot ? toolsOfStudents : typesOfNode).has(name));
  return changedJson(json, {
    scripts: runs.length > 0 ? Object.fromEntries(commands.map((name) => [name, `teatime ${name}`])) : undefined,
    devDependencies: tools.length > 0 ? Object.fromEntries(tools) : undefined,
  });
}

/** What a `package.json` depends on. */
export function dependenciesIn(json: string): ReadonlySet<string> {
  const parsed = packageFile.parse(JSON.parse(json));
  return new Set([...Object.keys(parsed.dependencies ?? {}), ...Object.keys(parsed.devDependencies ?? {})]);
}

/** A JSON object with other values for some of its keys; undefined takes a key out. All others stay, in their order. */
export function changedJson(json: string, changes: Readonly<Record<string, unknown>>): string {
  const object = z.record(z.string(), z.unknown()).parse(parseJson(json));
  // Those of `undefined` are left out.
  return `${JSON.stringify({ ...object, ...changes }, undefined, 2)}\n`;
}
