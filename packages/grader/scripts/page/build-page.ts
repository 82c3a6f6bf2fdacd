import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type InlineConfig } from 'vite';
import { readCourse } from '../../src/course/read-course.ts';
import { simulatedFile, simulatedModules } from '../../src/host/simulated-modules.ts';
import { fileOfModule } from '../../src/page/student/page-modules.ts';
import { pagePlugin } from './plugin.ts';

/**
 * Builds the page's grader into a folder: static files, which a page imports `grader.js` of. The student's side is a build of its
 * own, so that it shares no module with the suite's: it has its own copy of core.
 *
 * @param root the folder of the repository
 */
export async function buildPage(root: string, outDir: string): Promise<void> {
  const source = join(root, 'packages/grader/src');
  const plugins = [pagePlugin({ root, course: await readCourse(root) })];
  const page = (name: string): string => join(source, 'page', name);
  await build(config({
    root, plugins, outDir,
    entry: { grader: page('page-grader.ts'), 'run-worker': page('run-worker.ts'), 'gate-worker': page('gate-worker.ts'), 'lint-worker': page('lint-worker.ts') },
  }));
  copyFileSync(page('answers.html'), join(outDir, 'answers.html'));
  await build(config({
    root, plugins, outDir: join(outDir, 'student'),
    entry: {
      side: page('student/student-side.ts'),
      'story-worker': page('student/story-worker.ts'),
      [fileOfModule('core')]: join(root, 'packages/core/src/index.ts'),
      [fileOfModule('util')]: page('node/util.ts'),
      ...Object.fromEntries(simulatedModules.map((name) => [fileOfModule(name), join(source, 'host', simulatedFile(name))])),
    },
  }));
}

interface Part {
  readonly root: string;
  readonly plugins: NonNullable<InlineConfig['plugins']>;
  readonly outDir: string;
  readonly entry: Readonly<Record<string, string>>;
}

function config({ root, plugins, outDir, entry }: Part): InlineConfig {
  return {
    root,
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    plugins,
    // What ESLint requires is not always what it would import.
    resolve: { mainFields: ['browser', 'main'] },
    define: { 'process.version': JSON.stringify(process.version) },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2024',
      minify: true,
      lib: { entry: { ...entry }, formats: ['es'] },
      rolldownOptions: { checks: { bundlerTimings: false }, output: { minify: true, keepNames: true, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' } },
    },
  };
}

/** How large each file is, in bytes as it is transferred. */
export function sizesOf(folder: string): ReadonlyMap<string, number> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:js|wasm)$/.test(name)).toSorted();
  return new Map(files.map((name) => [name, gzipSync(readFileSync(join(folder, name))).length]));
}
