import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finale } from '../../../course/course.ts';
import type { CourseLayout } from '../../../course/layout.ts';
import { breaches } from '../../../messages/breaches.ts';
import type { Breach } from '../breach/breach.ts';
import { finaleTold } from '../story/story-breaches.ts';

/** What is wrong with the story at the end of the course. @param types what TypeScript finds in it */
export async function finaleBreaches(finale: Finale, layout: CourseLayout, { types, languages }: { readonly types: Promise<readonly Breach[]>; readonly languages: readonly string[] }): Promise<readonly Breach[]> {
  if (!existsSync(join(layout.exercises, finale.id, 'story.ts'))) {
    return [{ promise: 'files', details: breaches.missing(`packages/exercises/${finale.id}/story.ts`) }];
  }
  return [...(await types), ...(await finaleTold(finale, layout, languages))];
}
