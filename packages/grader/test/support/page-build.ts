import { globSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildPage } from '../../scripts/page/build-page.ts';
import { digest } from '../../src/files/digest.ts';
import { repository } from './repository.ts';

/** Where builds are kept, for the files of tests that need the same one. */
const kept = join(repository, 'node_modules/.cache/teatime/page');

const sources = ['course.json', 'pnpm-lock.yaml', 'packages/{core/src,exercises,solutions,grader/{scripts/page,src,suites}}/**'];

/** The folder of a build of the page's grader from the sources as they are. It is made once, by whoever needs it first. */
export async function pageBuild(): Promise<string> {
  const files = globSync(sources, { cwd: repository, exclude: (name) => name === 'node_modules' }).filter((name) => statSync(join(repository, name)).isFile()).toSorted();
  const folder = join(kept, digest(...files, ...files.map((name) => readFileSync(join(repository, name), 'utf8'))));
  if (isBuilt(folder)) return folder;
  const own = `${folder}.${process.pid}`;
  await mkdir(dirname(folder), { recursive: true });
  await buildPage(repository, own);
  // Of other sources: nobody asks for them again.
  for (const name of await readdir(kept)) if (!join(kept, name).startsWith(folder)) await rm(join(kept, name), { recursive: true, force: true });
  try {
    await rename(own, folder);
  } catch (error) {
    // Somebody else was first.
    await rm(own, { recursive: true });
    if (!isBuilt(folder)) throw error;
  }
  return folder;
}

function isBuilt(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
