import { isDeepStrictEqual } from 'node:util';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { isDraft } from '../course/draft.ts';
import type { CourseLayout } from '../course/layout.ts';
import { parseJson } from '../course/parse-json.ts';
import { readCourseOutline } from '../course/read-course.ts';
import { scaffoldTexts } from '../messages/scaffold.ts';
import type { Text } from '../messages/text.ts';
import { placeOf, scaffoldOf, shownPlace } from './scaffold.ts';

/**
 * Why an exercise may not be handed out yet: it is a draft, or a part of it is still the one that was generated. None for an
 * exercise that is done.
 */
export async function notReady(id: string, layout: CourseLayout): Promise<readonly Text[]> {
  const draft = (await isDraft(layout.root, id)) ? [scaffoldTexts.draft(`packages/exercises/${id}/exercise.json`)] : [];
  return [...draft, ...(await leftovers(id, layout)).map((place) => scaffoldTexts.stillGenerated(place))];
}

/**
 * What of an exercise is still as `new-exercise` wrote it, whatever its title is by now, and whatever languages the course has
 * got or lost since: files, from the root of the course, and keys of its manifest. None where `course.json` cannot be read.
 */
export async function leftovers(id: string, layout: CourseLayout): Promise<readonly string[]> {
  const { languages } = await readCourseOutline(layout.root);
  const others = languages.filter((language) => language !== 'zh-CN');
  const generated = [others, [...others, 'zh-CN']].flatMap((spoken) => scaffoldOf({ id, title: { en: '', 'zh-CN': '' }, languages: spoken }));
  const found = await Promise.all(generated.map(async (file): Promise<readonly string[]> => {
    // It is told of once: of the stub beside it.
    if (file.name.includes('/.stub/')) return [];
    const text = await readFile(placeOf(file, layout), 'utf8').catch(() => undefined);
    if (text === undefined) return [];
    const path = shownPlace(file);
    if (file.name.endsWith('.json')) return keptKeys(text, file.text).map((key) => `${path}: ${key}`);
    return bare(text) === bare(file.text) ? [path] : [];
  }));
  return [...new Set(found.flat())];
}

/** Without the title, and without what an editor may have changed about spaces. */
function bare(text: string): string {
  return text.replace(/^\uFEFF?# .*/, '').replaceAll(/\s+/g, ' ').trim();
}

const record = z.record(z.string(), z.unknown());

/** The keys of a manifest of which the author has to say something of their own. */
const ownKeys = ['summary', 'restrictions', 'hints', 'checks'] as const;

function keptKeys(text: string, generated: string): readonly string[] {
  const [now, then] = [parsed(text), parsed(generated)];
  return ownKeys.filter((key) => now[key] !== undefined && isDeepStrictEqual(now[key], then[key]));
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return record.safeParse(parseJson(text)).data ?? {};
  } catch {
    return {};
  }
}
