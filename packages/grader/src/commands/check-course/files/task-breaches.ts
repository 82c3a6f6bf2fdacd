import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Exercise } from '../../../course/course.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import { courseBreaches } from '../../../messages/course-breaches.ts';
import { isLanguage } from '../../../messages/system-language.ts';
import type { Text } from '../../../messages/text.ts';
import type { Breach } from '../breach/breach.ts';
import { isWrongLanguage, paragraphsOf, startOf } from '../breach/language.ts';

/** What is wrong with the texts that tell a student what to do. */
export async function taskBreaches({ id, exports }: Exercise, { root }: CourseLayout, languages: readonly string[]): Promise<readonly Breach[]> {
  const read = languages.map(async (language): Promise<readonly Breach[]> => {
    const path = `packages/exercises/${id}/task.${language}.md`;
    const bytes = await readFile(join(root, path)).catch(() => undefined);
    // That one is missing or empty is told with the other files.
    if (bytes === undefined || bytes.length === 0) return [];
    const text = bytes.toString('utf8');
    if (text.includes('\uFFFD')) return [{ promise: 'languages', details: courseBreaches.notText(path) }];
    const says = [
      ...(/^\uFEFF?# \S/.test(text) ? [] : [courseBreaches.noHeading(path)]),
      ...exports.filter((name) => !mentions(text, name)).map((name) => courseBreaches.exportNotInTask(path, name)),
      ...deadLinks(join(root, path), path, text),
    ];
    return [...foreignParagraphs(path, text, language), ...says.map((details) => ({ promise: 'task', details }) as const)];
  });
  return (await Promise.all(read)).flat();
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`).test(text);
}

function foreignParagraphs(path: string, text: string, language: string): readonly Breach[] {
  if (!isLanguage(language)) return [];
  return paragraphsOf(text)
    .filter((paragraph) => isWrongLanguage(language, paragraph.text))
    .map((paragraph) => {
      const say = language === 'en' ? courseBreaches.notEnglish : courseBreaches.notChinese;
      return { promise: 'languages', details: say(`${path}:${paragraph.line}`, startOf(paragraph.text)) };
    });
}

/** Links to files that are not there. */
function deadLinks(absolute: string, path: string, text: string): readonly Text[] {
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/\]\((?<target>[^)\s#]+)[^)]*\)/g)].flatMap(({ groups }) => {
      const target = groups?.['target'] ?? '';
      if (/^[a-z]+:/i.test(target) || existsSync(join(dirname(absolute), target))) return [];
      return [courseBreaches.deadLink(`${path}:${index + 1}`, target)];
    }),
  );
}
