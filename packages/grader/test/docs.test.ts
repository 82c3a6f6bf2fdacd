import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCourse } from '../src/course/read-course.ts';
import { repository } from './support/repository.ts';

/*
 * Whoever reads on finds what a link promises: a file of the repository, and the heading in it.
 */

const { exercises } = await readCourse(repository);
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');
const pages = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '*.md'], { cwd: repository, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(repository, path)));

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

describe.each([
  ['en', 'docs/lesson', 'docs/guide/student.md', 'README.md'],
  ['zh-CN', 'docs/zh-CN/lesson', 'docs/zh-CN/guide/student.md', 'README.zh-CN.md'],
])('In %s', (language, lesson, guide, readme) => {
  const pathsFrom = (page: string): readonly string[] => linksIn(read(page)).map((link) => join(dirname(page), link.replace(/#.*/, '')));

  test.each([guide, readme])('%s links the lesson', (page) => {
    expect(pathsFrom(page)).toContain(join(lesson, 'index.md'));
  });

  test('every task links its section of the lesson, and that section links the task', () => {
    for (const { id } of exercises) {
      const task = `packages/exercises/${id}/task.${language}.md`;
      const sections = pathsFrom(task).filter((path) => path.startsWith(lesson));
      expect(sections, task).toHaveLength(1);
      expect(pathsFrom(sections[0] ?? ''), sections[0]).toContain(task);
    }
  });

  test('the lesson comes to the exercises in the order of the course', () => {
    const tasks = exercises.map(({ id }) => `packages/exercises/${id}/task.${language}.md`);
    const inLesson = pathsFrom(join(lesson, 'index.md'));
    expect(inLesson.filter((path) => tasks.includes(path))).toEqual(tasks);
    const sections = inLesson.filter((path) => dirname(path) === lesson);
    expect(sections).toEqual(sections.toSorted());
    expect(sections.flatMap((path) => pathsFrom(path).filter((link) => tasks.includes(link)))).toEqual(tasks);
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
  if (!existsSync(join(repository, target))) return false;
  return anchor === undefined || anchorsOf(read(target)).includes(decodeURIComponent(anchor));
}

/** As GitHub makes them of headings. */
function anchorsOf(markdown: string): readonly string[] {
  const headings = markdown.replaceAll(/^```[^]*?^```/gm, '').matchAll(/^#+ (?<text>.+)$/gm);
  return [...headings].map(({ groups }) => (groups?.['text'] ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(' ', '-'));
}
