import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { UserConfig } from 'vitepress';
import { repository } from './places.ts';

type Plugin = Extract<NonNullable<NonNullable<UserConfig['vite']>['plugins']>[number], { readonly name: string }>;

/** Where Turborepo has the grader of the pages built: `pnpm --filter @teatime/grader page`. */
const built = join(repository, 'packages/grader/dist/page');

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html', '.wasm': 'application/wasm' };

/** The pages' grader is built by the grader's own Vite, and is a folder of files to this site. While somebody writes, they are served from there. */
export const graderPlugin: Plugin = {
  name: 'teatime-grader',
  configureServer({ middlewares }) {
    middlewares.use('/grader', ({ url = '' }, response, next) => {
      const file = join(built, new URL(url, 'http://site').pathname);
      const type = types[extname(file)];
      if (type !== undefined && statSync(file, { throwIfNoEntry: false })?.isFile()) response.setHeader('Content-Type', type).end(readFileSync(file));
      else next();
    });
  },
};

export function copyGrader(outDir: string): void {
  if (!existsSync(built)) throw new Error('The grader of the pages is not built. `pnpm site --build` builds it and then the site.');
  cpSync(built, join(outDir, 'grader'), { recursive: true });
}
