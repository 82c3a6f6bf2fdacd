import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { courseLayout } from './layout.ts';
import { parseJson } from './parse-json.ts';

/**
 * Whether an exercise is still under construction: its manifest says `"draft": true`, however incomplete it is otherwise,
 * while its author is in the middle of a line, too.
 */
export async function isDraft(root: string, id: string): Promise<boolean> {
  const text = await readFile(join(courseLayout(root).exercises, id, 'exercise.json'), 'utf8').catch(() => '');
  try {
    const manifest = parseJson(text);
    return typeof manifest === 'object' && manifest !== null && 'draft' in manifest && manifest.draft === true;
  } catch {
    return /"draft"\s*:\s*true\b/.test(text);
  }
}
