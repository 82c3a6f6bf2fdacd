import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';

/** Writes the service worker into the built site, with the files that it keeps from the first visit on. */
export function writeServiceWorker(outDir: string): void {
  const files = globSync('**/*', { cwd: outDir }).map((path) => path.replaceAll('\\', '/')).filter((path) => statSync(join(outDir, path)).isFile()).toSorted();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(readFileSync(join(outDir, file)));
  const release = { name: hash.digest('hex').slice(0, 16), files: files.filter(isKeptAtOnce) };
  const source = readFileSync(join(import.meta.dirname, 'service-worker.ts'), 'utf8');
  writeFileSync(join(outDir, 'service-worker.js'), `const release = ${JSON.stringify(release)};\n${stripTypeScriptTypes(source)}`);
}

/** Pages and what they need. Pictures are kept when they are first seen. */
function isKeptAtOnce(file: string): boolean {
  return /\.(?:html|js|css|svg|json)$/.test(file);
}
