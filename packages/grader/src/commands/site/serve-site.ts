import { preview } from 'vite';
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
      base,
      appType: 'mpa',
      logLevel: 'silent',
      build: { outDir: '.' },
      preview: { host: '127.0.0.1', cors: false, ...(port !== undefined && { port, strictPort: true }) },
    }));
    const [address = ''] = server.resolvedUrls?.local ?? [];
    return { address, [Symbol.asyncDispose]: () => server.close() };
  } catch (error) {
    if (port !== undefined && error instanceof Error && /already in use/.test(error.message)) throw new UsageError(siteTexts.taken(port));
    throw error;
  }
}
