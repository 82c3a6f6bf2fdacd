import { readFileSync } from 'node:fs';

interface Outline {
  readonly exercises?: readonly string[];
  readonly parts?: readonly { readonly exercises: readonly string[] }[];
}

const { exercises = [], parts = [] }: Outline = JSON.parse(readFileSync(new URL('../../../course.json', import.meta.url), 'utf8'));

/** The ids of the exercises that the course has now, with parts or without. */
export const courseExercises: readonly string[] = [...exercises, ...parts.flatMap((part) => part.exercises)];
