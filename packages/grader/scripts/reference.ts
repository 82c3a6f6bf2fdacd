/**
 * Writes the reference of the kit and of core, docs/reference/*.md, from the docstrings of what they export.
 *
 *     node scripts/reference.ts            writes the pages anew
 *     node scripts/reference.ts --check    writes nothing; ends with 1 when a page is not what the docstrings say
 */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application, type TypeDocOptions } from 'typedoc';
import type { PluginOptions } from 'typedoc-plugin-markdown';

const repository = join(import.meta.dirname, '../../..');
const pages = join(repository, 'docs/reference');

const made = mkdtempSync(join(tmpdir(), 'teatime-reference-'));
try {
  await makePages(made);
  const stale = globSync('*.md', { cwd: made }).filter((page) => !isSame(page));
  if (!process.argv.includes('--check')) for (const page of stale) writeFileSync(join(pages, page), text(made, page));
  else if (stale.length > 0) {
    console.error(`docs/reference is not what the docstrings say: ${stale.join(', ')}. Run: pnpm run reference`);
    process.exitCode = 1;
  }
} finally {
  rmSync(made, { recursive: true });
}

async function makePages(out: string): Promise<void> {
  const options: TypeDocOptions & Partial<PluginOptions> = {
    plugin: ['typedoc-plugin-markdown'],
    entryPoints: ['packages/core/src/index.ts', 'packages/grader/src/judge/kit/index.ts'].map((path) => join(repository, path)),
    tsconfig: join(import.meta.dirname, 'reference.tsconfig.json'),
    // Types are checked elsewhere.
    skipErrorChecking: true,
    logLevel: 'Warn',
    name: 'Reference',
    readme: 'none',
    excludePrivate: true,
    excludeExternals: true,
    excludeInternal: true,
    // Lines and commits would make the pages change with every change of the sources.
    disableSources: true,
    sort: ['source-order'],
    groupOrder: ['Functions', 'Variables', 'Interfaces', 'Type Aliases', 'Classes'],
    router: 'module',
    entryFileName: 'index',
    hidePageHeader: true,
    hideBreadcrumbs: true,
    hideGroupHeadings: true,
    useCodeBlocks: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    classPropertiesFormat: 'table',
    typeDeclarationFormat: 'table',
    out,
  };
  const app = await Application.bootstrapWithPlugins(options);
  const project = await app.convert();
  if (project === undefined) throw new Error('the sources cannot be read');
  app.validate(project);
  await app.generateOutputs(project);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error('a docstring is not right: see above');
}

function isSame(page: string): boolean {
  return existsSync(join(pages, page)) && text(pages, page) === text(made, page);
}

/** Whatever line ends git gave the page. */
function text(folder: string, page: string): string {
  return readFileSync(join(folder, page), 'utf8').replaceAll('\r\n', '\n');
}
