import { readFileSync } from 'node:fs';

interface Outline {
  readonly exercises?: readonly string[];
  readonly parts?: readonly { readonly exercises: readonly string[] }[];
  readonly finale?: { readonly id: string; readonly exercises: readonly string[] };
}

const { exercises = [], parts = [], finale }: Outline = JSON.parse(readFileSync(new URL('../../../course.json', import.meta.url), 'utf8'));

/** The ids of the exercises that the course has now, with parts or without. */
export const courseExercises: readonly string[] = [...exercises, ...parts.flatMap((part) => part.exercises)];

/** Whose answers the stories are told with: of an exercise its own, at the end of the course those of several. */
export const casts: ReadonlyMap<string, readonly string[]> = new Map([
  ...courseExercises.map((id) => [id, [id]] as const),
  ...(finale === undefined ? [] : [[finale.id, finale.exercises] as const]),
]);
