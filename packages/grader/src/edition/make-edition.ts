import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finaleWith } from '../course/course.ts';
import type { Exercise } from '../course/course.ts';
import type { Edition } from '../course/edition.ts';
import type { CourseLayout, OpenCourse } from '../course/layout.ts';
import { courseHash } from '../course/content-hash.ts';
import { languages } from '../messages/text.ts';
import { stubFolder } from '../progress/stub.ts';
import { seal } from '../seal/seal.ts';
import type { EditionFiles } from './file-list.ts';
import { fileListPath, hashOf, listOf, packList } from './file-list.ts';
import { filesBelow } from './journal.ts';
import { prunedLockfile } from './lockfile.ts';
import { filledIn, withLivingLinks } from './markdown.ts';
import { dependenciesIn, studentPackage } from './package-file.ts';
import { modulesReached } from './source-graph.ts';
import { studentManifest, studentOutline } from './student-manifest.ts';

/** What an edition is to be made of. */
export interface Order {
  /** With the chosen exercises only. */
  readonly course: OpenCourse;
  /** What the instructor calls it. */
  readonly name: string | undefined;
  /** The commands that its students have. */
  readonly commands: readonly string[];
  /** The edition that it follows on. */
  readonly before: Edition | undefined;
}

/** Where the program lies: in a course that is not its own, a test's, only exercises, solutions, suites and documents are the course's. */
export const program = fileURLToPath(new URL('../../../..', import.meta.url));
/** What an edition has in a form of its own, each file where it is to lie. */
const ownFiles = join(program, 'packages/grader/edition/files');

const asTheyAre = [
  '.devcontainer/devcontainer.json', '.editorconfig', '.vscode/extensions.json', '.vscode/tasks.json', 'LICENSE', 'pnpm-workspace.yaml', 'tsconfig.base.json',
  'packages/core/README.md', 'packages/core/tsconfig.json', 'packages/grader/tsconfig.json',
];
const packages = ['.', 'packages/core', 'packages/exercises', 'packages/grader'];
const documents = ['docs/lesson', 'docs/rules', 'docs/guide/student.md', 'docs/public/screens', 'docs/public/list.schema.json', 'docs/public/result.schema.json'];

/** The rows of a table of commands that an exam refuses. */
const rowsOfHelp = /^\| `npm run (?:hint|solution) .*\n/gm;

/** The student edition of a course: the same bytes for the same course. */
export async function makeEdition({ course, name, commands, before }: Order): Promise<EditionFiles> {
  const { layout, course: { exercises, finale } } = course;
  const files = new Map<string, Uint8Array>();
  const add = (path: string, content: string | Uint8Array): unknown => files.set(path, typeof content === 'string' ? Buffer.from(content) : content);
  const copy = (root: string, ...paths: readonly string[]): void => {
    for (const path of paths) if (existsSync(join(root, path))) add(path, readFileSync(join(root, path)));
  };

  copy(program, ...asTheyAre, ...sourcesOfProgram(layout));
  for (const folder of packages) {
    const path = folder === '.' ? 'package.json' : `${folder}/package.json`;
    add(path, studentPackage(readFileSync(join(program, path), 'utf8'), commands, folder === '.'));
  }
  for (const path of filesBelow(ownFiles)) add(path, readFileSync(join(ownFiles, path)));
  add('.gitignore', readFileSync(join(ownFiles, '../gitignore')));
  add('.gitattributes', readFileSync(join(ownFiles, '../gitattributes')));
  add('pnpm-lock.yaml', lockfileFor(files));

  for (const place of documents) {
    for (const translated of [place, place.replace('docs/', 'docs/zh-CN/')]) {
      const below = filesBelow(join(layout.root, translated)).map((file) => `${translated}/${file}`);
      copy(layout.root, ...(below.length > 0 ? below : [translated]));
    }
  }
  copy(layout.root, 'packages/exercises/story.ts', 'packages/exercises/tsconfig.json');
  const told = finaleWith(finale, exercises.map(({ id }) => id));
  if (told) copy(layout.root, `packages/exercises/${told.id}/story.ts`);
  for (const exercise of exercises) for (const [path, content] of filesOf(exercise, course)) add(path, content);

  const values = valuesFor(course, files);
  for (const [path, bytes] of files) {
    if (!path.endsWith('.md')) continue;
    const language = path.includes('zh-CN') ? 'zh-CN' : 'en';
    const page = filledIn(Buffer.from(bytes).toString('utf8'), values[language]).replaceAll(course.course.exam ? rowsOfHelp : /$^/g, '');
    add(path, withLivingLinks(page, path, (file) => files.has(file) || [...files.keys()].some((other) => other.startsWith(`${file}/`))));
  }
  const edition = await editionOf(course, files, name, before);
  add('course.json', studentOutline(readFileSync(layout.manifest, 'utf8'), exercises.map(({ id }) => id), edition));
  add(fileListPath, packList(listOf(files)));
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function editionOf(course: OpenCourse, files: EditionFiles, name: string | undefined, before: Edition | undefined): Promise<Edition> {
  const hash = createHash('sha256');
  for (const [path, listed] of Object.entries(listOf(files))) hash.update(`${path} ${listed}\n`);
  hash.update(hashOf(readFileSync(course.layout.manifest)));
  const id = hash.update(name ?? '').digest('hex').slice(0, 16);
  const earlier = before === undefined ? [] : [...before.earlier, before.id].filter((one, index, all) => all.indexOf(one) === index);
  return {
    id,
    ...(name !== undefined && { name }),
    courseHash: await courseHash(course),
    // The same again is no newer edition.
    earlier: before?.id === id ? before.earlier : earlier.filter((one) => one !== id),
  };
}

/** The sources of the program that a student's commands, the suites and the editor's rule reach. */
function sourcesOfProgram({ suites }: CourseLayout): readonly string[] {
  const grader = join(program, 'packages/grader/src');
  const own = join(ownFiles, 'packages/grader/src');
  const replaced = new Map(filesBelow(own).map((name) => [join(grader, name), readFileSync(join(own, name), 'utf8')]));
  const entries = ['teatime.ts', 'judge/kit/index.ts', 'lint/plugin.ts'].map((name) => join(grader, name));
  const started = ['host', 'wire'].flatMap((folder) => filesBelow(join(grader, folder)).map((name) => join(grader, folder, name)));
  const ofSuites = filesBelow(suites).filter((name) => name.endsWith('.ts')).map((name) => join(suites, name));
  const reached = [...modulesReached([...entries, ...started, ...ofSuites], replaced)].filter((path) => path.startsWith(`${grader}/`));
  const core = filesBelow(join(program, 'packages/core/src')).map((name) => `packages/core/src/${name}`);
  return [...reached.map((path) => path.slice(program.length)), ...core].map((path) => path.replaceAll('\\', '/'));
}

function lockfileFor(files: EditionFiles): string {
  const dependents = packages.map((folder) => {
    const file = files.get(folder === '.' ? 'package.json' : `${folder}/package.json`);
    return [folder, dependenciesIn(Buffer.from(file ?? '{}').toString('utf8'))] as const;
  });
  return prunedLockfile(readFileSync(join(program, 'pnpm-lock.yaml'), 'utf8'), new Map(dependents));
}

/** What an edition has of an exercise; in an exam no solution, not even sealed. The file that a student writes is not among it: see `hand-out.ts`. */
function filesOf(exercise: Exercise, { layout, course: { exam = false } }: OpenCourse): ReadonlyMap<string, string> {
  const { id, files } = exercise;
  const folder = `packages/exercises/${id}`;
  const read = (path: string): string => readFileSync(join(layout.root, path), 'utf8');
  const names = ['story.ts', ...languages.map((language) => `task.${language}.md`), ...files.map((name) => `${stubFolder}/${name}`)];
  const found = names.filter((name) => existsSync(join(layout.root, folder, name)));
  return new Map([
    [`${folder}/exercise.json`, studentManifest(read(`${folder}/exercise.json`), exercise, exam)],
    ...found.map((name) => [`${folder}/${name}`, read(`${folder}/${name}`)] as const),
    [`packages/grader/suites/${id}.suite.sealed`, seal(suiteOf(id, layout))],
    ...(exam ? [] : [[`packages/solutions/${id}/${id}.ts.sealed`, seal(Object.fromEntries(files.map((name) => [name, read(`packages/solutions/${id}/${name}`)])))] as const]),
  ]);
}

/** The open suite of an exercise with what it imports from beside it, by names from the folder of the suites. */
function suiteOf(id: string, { suites }: CourseLayout): Readonly<Record<string, string>> {
  const reached = [...modulesReached([join(suites, `${id}.suite.ts`)])].filter((path) => path.startsWith(`${suites}/`) || path.startsWith(`${suites}\\`));
  return Object.fromEntries(reached.map((path) => [path.slice(suites.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]));
}

function valuesFor({ course }: OpenCourse, files: EditionFiles): Readonly<Record<'en' | 'zh-CN', Readonly<Record<string, string>>>> {
  const { exercises, title, exam } = course;
  const first = exercises[0]?.id ?? '';
  const lesson = files.has('docs/lesson/index.md');
  const of = (language: 'en' | 'zh-CN'): Readonly<Record<string, string>> => ({
    title: title[language],
    first,
    exercises: exercises.map((exercise) => `1. [${exercise.title[language]}](packages/exercises/${exercise.id}/task.${language}.md)${language === 'en' ? ': ' : '：'}${exercise.summary[language]}`).join('\n'),
    sealed: exam ? { en: 'The checks are', 'zh-CN': '检查都' }[language] : { en: 'The checks and the solutions are', 'zh-CN': '检查和参考答案都' }[language],
    lesson: lesson ? (language === 'en' ? '[The lesson](docs/lesson/index.md)' : '[课文](docs/zh-CN/lesson/index.md)') : '',
  });
  return { en: of('en'), 'zh-CN': of('zh-CN') };
}
