import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenCourse } from './layout.ts';

/**
 * SHA-256 of what a course asks and checks: its manifests and its suites, but for exercises that it does not have. Two
 * grades with the same hash were made by the same checks.
 */
export async function courseHash({ course, layout }: OpenCourse): Promise<string> {
  const ids = course.exercises.map(({ id }) => id);
  const manifests = ids.map((id) => ({ name: `${id}/exercise.json`, path: join(layout.exercises, id, 'exercise.json') }));
  const all = [{ name: 'course.json', path: layout.manifest }, ...manifests, ...(await filesOfSuites(layout.suites, ids))];
  const hash = createHash('sha256');
  for (const { name, path } of all) {
    // As git may lay them out on any system.
    const content = (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
    hash.update(`${name} ${Buffer.byteLength(content)}\n${content}`);
  }
  return hash.digest('hex');
}

async function filesOfSuites(suites: string, ids: readonly string[]): Promise<readonly { readonly name: string; readonly path: string }[]> {
  const names = await readdir(suites, { recursive: true });
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(?:ts|sealed)$/.test(name) && ids.includes(/^[^./]+/.exec(name)?.[0] ?? ''))
    .toSorted()
    .map((name) => ({ name: `suites/${name}`, path: join(suites, name) }));
}
