import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CourseLayout } from '../course/layout.ts';
import type { Text } from '../messages/text.ts';
import { functionName } from './function-name.ts';
import { inLanguages } from './languages.ts';
import type { ScaffoldFile } from './scaffold-file.ts';

/** What is particular about a new exercise. */
export interface NewExercise {
  readonly id: string;
  readonly title: Text;
  /** Of the course, by their codes: each gets a task. What is generated is in English, and in Chinese where that is among them. */
  readonly languages: readonly string[];
}

/** An exercise as it is generated, in the folders of a course; `__id__` stands for what is new about one. */
const template = fileURLToPath(new URL('../../template', import.meta.url));

/** Every file of a new exercise: small, true, and to be replaced piece by piece. */
export function scaffoldOf({ id, title, languages }: NewExercise): readonly ScaffoldFile[] {
  const sources = templateFiles();
  const name = functionName(id, sources.map(({ text }) => text));
  const words = { __id__: id, __name__: name, __title__: title.en, __titleZh__: title['zh-CN'] };
  const filled = sources.flatMap((file) => {
    const isChinese = file.name.endsWith('.zh-CN.md');
    const own = { ...words, ...(isChinese && { __title__: title['zh-CN'] }) };
    return inLanguages({ part: file.part, name: fill(file.name, own, false), text: fill(file.text, own, file.name.endsWith('.json')) }, languages);
  });
  const stub = filled.filter(({ part, name: file }) => part === 'exercises' && file === `${id}/${id}.ts`);
  return [...filled, ...stub.map((file) => ({ ...file, name: `${id}/.stub/${id}.ts` }))];
}

/** Where a file of a scaffold lies in a course, absolute. */
export function placeOf({ part, name }: Pick<ScaffoldFile, 'part' | 'name'>, layout: CourseLayout): string {
  return join(layout[part], ...name.split('/'));
}

/** The same from the root of the course, as messages show it. */
export function shownPlace({ part, name }: Pick<ScaffoldFile, 'part' | 'name'>): string {
  return `packages/${part === 'suites' ? 'grader/suites' : part}/${name}`;
}

function templateFiles(): readonly ScaffoldFile[] {
  return (['exercises', 'solutions', 'suites'] as const).flatMap((part) => {
    const folder = join(template, part);
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = entries.map((entry) => join(entry.parentPath, entry.name)).toSorted();
    return paths.map((path) => ({ part, name: path.slice(folder.length + 1).split(sep).join('/'), text: readFileSync(path, 'utf8').replaceAll('\r\n', '\n') }));
  });
}

function fill(text: string, words: Readonly<Record<string, string>>, isJson: boolean): string {
  return text.replaceAll(/__\w+?__/g, (word) => {
    const value = words[word] ?? word;
    return isJson ? JSON.stringify(value).slice(1, -1) : value;
  });
}
