import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/*
 * TypeScript, ESLint and Vite take a second to compile. What V8 made of them is kept from run to run, beside what was
 * installed; each piece is found by the content of its file. Where nothing can be written, nothing is kept.
 */
const folder = process.env['NODE_COMPILE_CACHE'] ?? fileURLToPath(new URL('../../../node_modules/.cache/teatime', import.meta.url));
enableCompileCache(folder);
// For the threads, which look there when they begin.
process.env['NODE_COMPILE_CACHE'] = folder;
