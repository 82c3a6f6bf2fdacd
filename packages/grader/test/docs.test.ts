import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCourse } from '../src/course/read-course.ts';
import { repository } from './support/repository.ts';

/*
 * Whoever reads on finds what a link promises: a file of the repository, and the heading in it.
 */

const { exercises } = await readCourse(repository);
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
const pages = globSync('**/*.md', { cwd: repository, exclude: (name) => /^(?:node_modules|\.(?!github).*)$/.test(name.split(/[\\/]/).at(-1) ?? '') })
  .map((path) => path.replaceAll('\\', '/'))
  // Their links are those of the student edition that they are written into.
  .filter((path) => !path.startsWith('packages/grader/edition/'))
  .toSorted();

test.each(pages)('Every link of %s leads somewhere', (page) => {
  const broken = linksIn(read(page)).filter((link) => !resolves(page, link));
  expect(broken).toEqual([]);
});

test.each([
  ['A file', '[tea](no-such-page.md)'],
  ['A heading', '[tea](README.md#no-such-heading)'],
  ['A heading of the same page', '[tea](#no-such-heading)'],
  ['A picture', '![tea](docs/public/none.png)'],
  ['A link with a reference', '[tea]: none.md'],
])('%s that is not there would be found', (_, link) => {
  expect(linksIn(link).filter((one) => !resolves('README.md', one))).toHaveLength(1);
});

/** The tenth section comes after the second. */
const byNumber = new Intl.Collator('en', { numeric: true });

describe.each([
  ['en', 'docs/lesson', 'docs/guide/student.md', 'README.md'],
  ['zh-CN', 'docs/zh-CN/lesson', 'docs/zh-CN/guide/student.md', 'README.zh-CN.md'],
])('In %s', (language, lesson, guide, readme) => {
  const pathsFrom = (page: string): readonly string[] => linksIn(read(page)).map((link) => join(dirname(page), link.replace(/#.*/, '')));

  test.each([guide, readme])('%s links the lesson', (page) => {
    expect(pathsFrom(page)).toContain(join(lesson, 'index.md'));
  });

  const sections = pathsFrom(join(lesson, 'index.md')).filter((path) => dirname(path) === lesson);
  /** The tasks of the course, in its order, of which the lesson tells: an exercise that was added may have no section yet. */
  const taught = exercises
    .map(({ id }) => `packages/exercises/${id}/task.${language}.md`)
    .filter((task) => sections.some((section) => pathsFrom(section).includes(task)));

  test('a task links its section of the lesson, and that section links the task', () => {
    expect(taught).not.toEqual([]);
    for (const task of taught) {
      const own = pathsFrom(task).filter((path) => path.startsWith(lesson));
      expect(own, task).toHaveLength(1);
      expect(pathsFrom(own[0] ?? ''), own[0]).toContain(task);
    }
  });

  test('the lesson comes to the exercises in the order of the course', () => {
    expect(pathsFrom(join(lesson, 'index.md')).filter((path) => taught.includes(path))).toEqual(taught);
    expect(sections).toEqual(sections.toSorted(byNumber.compare));
    expect(sections.flatMap((path) => pathsFrom(path).filter((link) => taught.includes(link)))).toEqual(taught);
  });
});

/** What a page links in this repository, as it is written; nothing in code is a link. */
function linksIn(markdown: string): readonly string[] {
  const prose = markdown.replaceAll(/^```[^]*?^```/gm, '').replaceAll(/`[^`\n]+`/g, 'code');
  const inline = [...prose.matchAll(/\]\((?<link>[^()\s]+)\)/g)];
  const references = [...prose.matchAll(/^\[[^\]]+\]: (?<link>\S+)/gm)];
  return [...inline, ...references].map(({ groups }) => groups?.['link'] ?? '').filter((link) => !/^[a-z]+:/.test(link));
}

function resolves(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), decodeURIComponent(path));
  // A course may leave out an exercise of which the lesson tells.
  const id = /^packages\/(?:exercises|solutions)\/(?<id>[\w-]+)\//.exec(target)?.groups?.['id'];
  if (id !== undefined && !exercises.some((exercise) => exercise.id === id)) return true;
  if (!existsSync(join(repository, target))) return false;
  return anchor === undefined || anchorsOf(read(target)).includes(decodeURIComponent(anchor));
}

/** As GitHub makes them of headings, where a second one of its kind gets a number; and those that are written out. */
function anchorsOf(markdown: string): readonly string[] {
  const headings = markdown.replaceAll(/^```[^]*?^```/gm, '').matchAll(/^#+ (?<text>.+)$/gm);
  const names = [...headings].map(({ groups }) => (groups?.['text'] ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(' ', '-'));
  const ofHeadings = names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length;
    return before === 0 ? name : `${name}-${before}`;
  });
  return [...ofHeadings, ...[...markdown.matchAll(/<a id="(?<id>[^"]+)">/g)].map(({ groups }) => groups?.['id'] ?? '')];
}
