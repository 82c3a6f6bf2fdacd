import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest } from '../files/digest.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { PagePlayer } from '../report/html/page.ts';

const source = fileURLToPath(new URL('..', import.meta.url));
const entry = fileURLToPath(new URL('../player/view/page-script.ts', import.meta.url));
const styleSheet = fileURLToPath(new URL('../player/view/player.css', import.meta.url));
const kept = fileURLToPath(new URL('../../../../node_modules/.cache/teatime/player', import.meta.url));

/** Builds the player's script from its sources, or takes what was built of the same ones before. */
export async function builtPlayer(): Promise<PagePlayer> {
  const style = readFileSync(styleSheet, 'utf8');
  const path = join(kept, `${digest(...sources())}.js`);
  try {
    return { style, script: readFileSync(path, 'utf8') };
  } catch {
    const script = await builtScript();
    keep(path, script);
    return { style, script };
  }
}

/** All that the script can be made of, and what with. */
function sources(): readonly string[] {
  const files = ['player', 'messages'].flatMap((folder) => readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)));
  const lockfile = fileURLToPath(new URL('../../../../pnpm-lock.yaml', import.meta.url));
  return [...files.filter((name) => name.endsWith('.ts')).toSorted().flatMap((name) => [name, readFileSync(join(source, name), 'utf8')]), readFileSync(lockfile, 'utf8')];
}

async function builtScript(): Promise<string> {
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2024', minify: true, lib: { entry, formats: ['iife'], name: 'player' } },
  });
  const [bundle] = Array.isArray(built) ? built : [];
  const [chunk] = bundle?.output ?? [];
  if (chunk === undefined) throw new Error('The player came to nothing as it was built.');
  return chunk.code.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--');
}

/** Where nothing can be written, nothing is kept. */
function keep(path: string, script: string): void {
  try {
    replaceFile(path, script, { make: true });
  } catch {
    // As above.
  }
}
