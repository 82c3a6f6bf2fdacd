import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import type { UserConfig } from 'vitepress';

type Plugin = Extract<NonNullable<NonNullable<UserConfig['vite']>['plugins']>[number], { readonly name: string }>;

/** What is loaded later, of libraries: the search, and Mermaid with the kinds of diagrams that the texts have. */
const laterNeeded = /\/node_modules\/(?:vitepress\/|mermaid\/dist\/(?:mermaid\.core\.mjs|chunks\/[^/]+\/(?:flowDiagram|dagre)-))/;

/** Writes a worker into the site that keeps it for when there is no network: all pages and what they need, from the first visit on. */
export class ServiceWorkerWriter {
  #neededScripts: ReadonlySet<string> = new Set();

  /** Tells which scripts pages need. Those for diagrams of other kinds, of which Mermaid brings dozens, are kept when they are first loaded. */
  readonly plugin: Plugin = {
    name: 'teatime-needed-scripts',
    apply: (_, { isSsrBuild = false }) => !isSsrBuild,
    generateBundle: (_, bundle) => {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const roots = chunks.filter(({ facadeModuleId, isEntry, isDynamicEntry }) => {
        const from = facadeModuleId ?? '';
        return isEntry || (isDynamicEntry && (!from.includes('/node_modules/') || laterNeeded.test(from)));
      });
      const needed = new Set<string>();
      const need = (name: string): void => {
        if (needed.has(name)) return;
        needed.add(name);
        const file = bundle[name];
        if (file?.type === 'chunk') file.imports.forEach(need);
      };
      for (const { fileName } of roots) need(fileName);
      this.#neededScripts = needed;
    },
  };

  write(outDir: string): void {
    const files = globSync('**/*', { cwd: outDir }).map((path) => path.replaceAll('\\', '/')).filter((path) => statSync(join(outDir, path)).isFile()).toSorted();
    const hash = createHash('sha256');
    for (const file of files) hash.update(file).update('\0').update(readFileSync(join(outDir, file)));
    const release = { name: hash.digest('hex').slice(0, 16), files: files.filter((file) => this.#isKeptAtOnce(file)), solving: files.filter(isForSolving) };
    const source = readFileSync(join(import.meta.dirname, 'service-worker.ts'), 'utf8');
    writeFileSync(join(outDir, 'service-worker.js'), `const release = ${JSON.stringify(release)};\n${stripTypeScriptTypes(source)}`);
  }

  #isKeptAtOnce(file: string): boolean {
    if (isForSolving(file)) return false;
    // The theme writes the chunk of the site's data, and the lean form of each page, past the bundler.
    if (/^assets\/chunks\/(?!metadata\.).*\.js$/.test(file)) return this.#neededScripts.has(file);
    return /\.(?:html|js|css|svg|json)$/.test(file);
  }
}

/** Who never solves an exercise here needs none of it. */
function isForSolving(file: string): boolean {
  return file.startsWith('grader/');
}
