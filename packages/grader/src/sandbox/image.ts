import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { stripTypes } from '../source/strip-types.ts';
import type { ModuleImage } from '../wire/frames.ts';

/** What a student process is made of: it gets the sources of the host, the wire and core in memory, never a file to read. */
export interface HostImage {
  /** The text that Node runs first. */
  readonly boot: string;
  readonly entry: string;
  readonly modules: ModuleImage;
}

const packages = new URL('../../../', import.meta.url);
const folders = ['core/src/', 'grader/src/wire/', 'grader/src/host/'];

/** Reads the sources and blanks their types out. */
export async function readHostImage(): Promise<HostImage> {
  const sources = await Promise.all(folders.map(readSources));
  const modules: Record<string, string> = Object.fromEntries(sources.flat());
  const pipe = modules['teatime:///grader/src/host/pipe.ts'] ?? '';
  const boot = modules['teatime:///grader/src/host/boot.ts'] ?? '';
  return {
    // The boot text has no place to import from, so the one module that it needs goes along in its import.
    boot: boot.replace("'./pipe.ts'", `'data:text/javascript;base64,${Buffer.from(pipe).toString('base64')}'`),
    entry: 'teatime:///grader/src/host/main.ts',
    modules,
  };
}

async function readSources(folder: string): Promise<(readonly [string, string])[]> {
  const names = await readdir(new URL(folder, packages), { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts')).map((name) => folder + name.replaceAll('\\', '/'));
  return Promise.all(files.map(readSource));
}

async function readSource(file: string): Promise<readonly [string, string]> {
  const source = await readFile(fileURLToPath(new URL(file, packages)), 'utf8');
  return [`teatime:///${file}`, stripTypes(source)];
}
