import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'vite';
import type { Plugin } from 'vite';
import { UsageError } from '../../cli/usage-error.ts';
import { leavingSignalsAlone } from '../../judge/leaving-signals-alone.ts';
import { siteTexts } from '../../messages/site.ts';

interface SiteServer extends AsyncDisposable {
  readonly address: string;
}

interface SiteOptions {
  readonly folder: string;
  readonly base: string;
  /** The first one from Vite's usual one on that is free, when absent. */
  readonly port: number | undefined;
}

/**
 * Serves files as they lie there, for this machine alone.
 *
 * @throws {UsageError} when the port that was asked for is taken
 */
export async function serveSite({ folder, base, port }: SiteOptions): Promise<SiteServer> {
  try {
    const server = await leavingSignalsAlone(() => preview({
      configFile: false,
      envDir: false,
      root: folder,
      plugins: [asFileServersDo(folder, base)],
      base,
      appType: 'mpa',
      logLevel: 'silent',
      build: { outDir: '.' },
      preview: { host: '127.0.0.1', cors: false, ...(port !== undefined && { port, strictPort: true }) },
    }));
    const [address = ''] = server.resolvedUrls?.local ?? [];
    return { address, [Symbol.asyncDispose]: () => server.close() };
  } catch (error) {
    if (port !== undefined && error instanceof Error && error.message.includes('already in use')) throw new UsageError(siteTexts.taken(port));
    throw error;
  }
}

/** What is not there is answered by the site's own page for that, and no address stands for another: so do the servers that it is made for. */
function asFileServersDo(folder: string, base: string): Plugin {
  const notFound = readFileSync(join(folder, '404.html'));
  return {
    name: 'teatime-file-server',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (pathname.startsWith(base) && isFile(join(folder, decoded(pathname.slice(base.length)).replace(/(^|\/)$/, '$1index.html')))) {
          next();
        } else {
          response.writeHead(404, { 'Content-Type': 'text/html' }).end(notFound);
        }
      });
    },
  };
}

function isFile(path: string): boolean {
  return !path.includes('\0') && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
