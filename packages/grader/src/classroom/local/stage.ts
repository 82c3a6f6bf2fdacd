import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { staysInside } from '../../files/stays-inside.ts';

/** Files of a hand-in in a folder of their own, as if the student had laid them there. Gone when it is disposed of. */
export interface Staged extends AsyncDisposable {
  readonly path: string;
}

/**
 * @param files in Base64, by paths that lead nowhere out
 * @throws {RangeError} for a path that does; nobody who reads hand-ins gives such a one, but a queue might
 */
export async function stage(files: Readonly<Record<string, string>>): Promise<Staged> {
  const own = await realpath(await mkdtemp(join(tmpdir(), 'teatime-')));
  // Messages name the folder that an answer lies in: for everybody, and every time, the same.
  const path = join(own, 'hand-in');
  const staged: Staged = { path, [Symbol.asyncDispose]: () => rm(own, { recursive: true, force: true }) };
  try {
    await mkdir(path);
    for (const [name, content] of Object.entries(files)) {
      if (!staysInside(name)) throw new RangeError(`${JSON.stringify(name)} leads out of the hand-in`);
      const file = join(path, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, Buffer.from(content, 'base64'), { flag: 'wx' });
    }
    return staged;
  } catch (error) {
    await staged[Symbol.asyncDispose]();
    throw error;
  }
}
