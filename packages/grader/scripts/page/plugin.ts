import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { solutionFiles } from '../../src/cli/solution-files.ts';
import type { Course, Exercise } from '../../src/course/course.ts';
import { courseLayout } from '../../src/course/layout.ts';
import type { CourseLayout } from '../../src/course/layout.ts';
import type { OpenExercise } from '../../src/page/engine.ts';
import { instrumented } from '../../src/player/instrument/instrumented.ts';
import { pristineStub } from '../../src/progress/stub.ts';
import { seal } from '../../src/seal/seal.ts';
import { stripTypes } from '../../src/source/strip-types.ts';
import { asStudentsKnow } from './as-students-know.ts';
import { keptFiles } from './kept-files.ts';

const exercisesModule = 'virtual:teatime/exercises';
const exerciseModule = /^virtual:teatime\/exercise\/(?<id>[\w-]+)$/;
const solutionModule = /^virtual:teatime\/solution\/(?<id>[\w-]+)$/;
const storyModule = /^virtual:teatime\/story\/(?<id>[\w-]+)$/;
const solutionsModule = 'virtual:teatime/solutions';
const storiesModule = 'virtual:teatime/stories';
const suitesModule = 'virtual:teatime/suites';
const chineseModule = 'virtual:teatime/compiler-chinese';
const librariesModule = 'virtual:teatime/libraries';
const nothingModule = 'virtual:teatime/nothing';
const chinese = fileURLToPath(import.meta.resolve('typescript/lib/zh-cn/diagnosticMessages.generated.json'));
const ownModules: ReadonlySet<string> = new Set([exercisesModule, solutionsModule, storiesModule, suitesModule, chineseModule, librariesModule]);
const answerModule = /^@teatime\/exercises\/(?<id>[\w-]+)$/;

/** Modules that need Node, and what stands for them in a page. */
const inPage: readonly (readonly [node: string, page: string])[] = [
  ['source/strip-types.ts', 'page/strip-types.ts'],
  ['messages/compiler-language.ts', 'page/compiler-language.ts'],
];

/** Modules of Node, and what stands for them. */
const ofNode: ReadonlyMap<string, string> = new Map(['buffer', 'crypto', 'stream', 'url', 'util'].map((name) => [`node:${name}`, `node/${name}.ts`]));

/** Packages, and what stands for them. */
const packages: ReadonlyMap<string, string> = new Map([['@typescript-eslint/utils', 'lint/typescript-eslint.ts']]);

/** What the linter and its parser bring with them, and nobody calls here: projects on a disk, and ESLint's own rules. */
const unneeded: ReadonlySet<string> = new Set(['node:fs', 'tinyglobby', '@typescript-eslint/project-service', '@typescript-eslint/tsconfig-utils']);
const ownRules = '/eslint/lib/rules/index.js';

/** What amaro spells out in a text of megabytes: its parser, which a page loads as the file that it is. */
const spelledParser = /Buffer2\.from\("(?<base64>[A-Za-z0-9+/=]+)", "base64"\)/;

export interface PagePluginOptions {
  /** Of the repository. */
  readonly root: string;
  readonly course: Course;
}

/** Gives the page the suites and what students may know of the exercises, each when it is asked for, and takes Node out. */
export function pagePlugin({ root, course }: PagePluginOptions): Plugin {
  const grader = join(root, 'packages/grader');
  const layout = courseLayout(root);
  const byId = new Map(course.exercises.map((exercise) => [exercise.id, exercise]));
  const loaders = (url: (id: string) => string): string => [...byId.keys()].map((id) => `${JSON.stringify(id)}: () => import(${JSON.stringify(url(id))}),`).join('\n');
  return {
    name: 'teatime-page',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (ownModules.has(id) || exerciseModule.test(id) || solutionModule.test(id) || storyModule.test(id) || answerModule.test(id)) return `\0${id}`;
      if (unneeded.has(id)) return `\0${nothingModule}`;
      if (id === 'node:path') return await this.resolve('pathe', join(grader, 'package.json'));
      // The page's browser packs and unpacks by itself.
      if (id === '@zip.js/zip.js') return await this.resolve('@zip.js/zip.js/index-native.js', importer, { skipSelf: true });
      const instead = ofNode.get(id === 'util' ? 'node:util' : id) ?? packages.get(id);
      if (instead !== undefined) return join(grader, 'src/page', instead);
      if (importer === undefined || !/^\.{1,2}\//.test(id)) return undefined;
      const found = await this.resolve(id, importer, { skipSelf: true });
      if (found?.id.endsWith(ownRules)) return `\0${nothingModule}`;
      const [, page] = inPage.find(([node]) => found?.id === join(grader, 'src', node)) ?? [];
      return page === undefined ? found : join(grader, 'src', page);
    },
    transform(code, id) {
      if (isStory(id)) return instrumented(stripTypes(code), 0);
      if (!id.includes('/amaro/')) return undefined;
      const base64 = spelledParser.exec(code)?.groups?.['base64'];
      if (base64 === undefined) return undefined;
      this.emitFile({ type: 'asset', fileName: 'amaro.wasm', source: Buffer.from(base64, 'base64') });
      return code.replace(spelledParser, 'globalThis.teatimeParser');
    },
    load(id) {
      const name = id.slice(1);
      if (!id.startsWith('\0')) return undefined;
      if (name === nothingModule) return 'export default [];';
      if (name === librariesModule) return `export const kept = JSON.parse(${JSON.stringify(JSON.stringify(keptFiles(root, course)))});`;
      if (name === chineseModule) return `export const chinese = ${JSON.stringify(readFileSync(chinese, 'utf8'))};`;
      if (name === exercisesModule) return `export const exercises = {${loaders((one) => `virtual:teatime/exercise/${one}`)}};`;
      if (name === solutionsModule) return `export const solutions = {${course.exam ? '' : loaders((one) => `virtual:teatime/solution/${one}`)}};`;
      if (name === storiesModule) return `export const stories = {${loaders((one) => `virtual:teatime/story/${one}`)}};`;
      if (name === suitesModule) return `export const suites = {${loaders((one) => join(grader, 'suites', `${one}.suite.ts`))}};`;
      const exercise = byId.get(exerciseModule.exec(name)?.groups?.['id'] ?? '');
      if (exercise) return `export const open = ${JSON.stringify(opened(exercise, layout, course))};`;
      const solved = byId.get(solutionModule.exec(name)?.groups?.['id'] ?? '');
      if (solved) return `export const sealed = ${JSON.stringify(sealedSolution(solved, layout))};`;
      const told = byId.get(storyModule.exec(name)?.groups?.['id'] ?? '');
      if (told) return storySource(join(layout.exercises, told.id, 'story.ts'));
      const answer = byId.get(answerModule.exec(name)?.groups?.['id'] ?? '');
      return answer && answerSource(answer, join(grader, 'src/page/exports-of-answer.ts'));
    },
  };
}

function opened(exercise: Exercise, layout: CourseLayout, { exam: isExam = false }: Course): OpenExercise {
  const stub = pristineStub(exercise, layout).map(({ name, bytes }) => ({ name, source: Buffer.from(bytes).toString('utf8') }));
  const known = asStudentsKnow(exercise);
  return { exercise: isExam ? { ...known, hints: [] } : known, stub, isExam };
}

/** Not secret: nobody shall read it by accident. */
function sealedSolution(exercise: Exercise, layout: CourseLayout): string {
  const { files } = solutionFiles(exercise, layout);
  return seal(Object.fromEntries(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')])));
}

function isStory(path: string): boolean {
  return /\/packages\/exercises\/[\w-]+\/story\.ts$/.test(path);
}

/** The story, and the text of it. */
function storySource(path: string): string {
  return [`export { story } from ${JSON.stringify(path)};`, `export const source = ${JSON.stringify(readFileSync(path, 'utf8'))};`].join('\n');
}

/** What stands in a suite for the exercise: functions that call the answer of the run. */
function answerSource({ exports }: Exercise, exportsOfAnswer: string): string {
  return [
    `import { exportOfAnswer } from ${JSON.stringify(exportsOfAnswer)};`,
    ...exports.map((name) => `export const ${name} = exportOfAnswer(${JSON.stringify(name)});`),
  ].join('\n');
}
