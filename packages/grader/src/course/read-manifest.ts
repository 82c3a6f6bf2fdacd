import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { z } from 'zod';
import type { Text } from '../messages/text.ts';
import { adviceText, isAdvice } from './advice.ts';
import { CourseError } from './course-error.ts';
import type { CourseProblem } from './course-error.ts';
import { parseJson } from './parse-json.ts';

/**
 * Reads a JSON file of the course and checks it.
 *
 * @throws {CourseError} naming every wrong place and what to write there
 */
export async function readManifest<S extends z.ZodType>(schema: S, path: string, root: string): Promise<z.infer<S>> {
  const file = relative(root, path).split(sep).join('/');
  const json = jsonIn(await readText(path, file), file);
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new CourseError(parsed.error.issues.flatMap((issue) => problemsOf(issue, file)));
}

async function readText(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new CourseError([
      { file, path: '', advice: { en: 'this file is missing: write it', 'zh-CN': '缺少这个文件，请补上' } },
    ]);
  }
}

function jsonIn(text: string, file: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CourseError([
      { file, path: '', advice: { en: `this is not valid JSON: ${reason}`, 'zh-CN': `不是合法的 JSON：${reason}` } },
    ]);
  }
}

function problemsOf(issue: z.core.$ZodIssue, file: string): readonly CourseProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ file, path: jsonPath([...issue.path, key]), advice: adviceText('unknownKey') }));
  }
  return [{ file, path: jsonPath(issue.path), advice: adviceFor(issue.message) }];
}

function adviceFor(message: string): Text {
  return isAdvice(message) ? adviceText(message) : { en: message, 'zh-CN': message };
}

/** `['checks', 2, 'title']` as `checks[2].title`. */
function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${String(key)}`),
    '',
  );
}
