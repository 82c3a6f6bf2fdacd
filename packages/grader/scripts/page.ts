import { join } from 'node:path';
import { buildPage, sizesOf } from './page/build-page.ts';

// `pnpm --filter @teatime/grader page`: the page's grader, in packages/grader/dist/page.
const out = join(import.meta.dirname, '../dist/page');
await buildPage(join(import.meta.dirname, '../../..'), out);
for (const [name, bytes] of sizesOf(out)) console.log(`${(bytes / 1024).toFixed(1).padStart(8)} kB  ${name}`);
