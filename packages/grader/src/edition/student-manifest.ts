import { z } from 'zod';
import type { Exercise } from '../course/course.ts';
import { finaleWith, hiddenChecks, hiddenPoints } from '../course/course.ts';
import { parseJson } from '../course/parse-json.ts';
import { changedJson } from './package-file.ts';

const check = z.looseObject({ id: z.string(), hidden: z.boolean().optional() });
const hint = z.looseObject({ checks: z.array(z.string()).optional() });
const manifest = z.looseObject({ checks: z.array(check), hints: z.array(hint).optional() });

/** The `exercise.json` of an edition: of what is hidden it says no more than how many checks that are, and what they are worth. That of an exam has no hints. */
export function studentManifest(json: string, exercise: Exercise, exam: boolean): string {
  const hidden = hiddenChecks(exercise);
  if (hidden.length === 0) return exam ? changedJson(json, { hints: [] }) : json;
  const { checks, hints } = manifest.parse(parseJson(json));
  const isHidden = (id: string): boolean => hidden.some((one) => one.id === id);
  return changedJson(json, {
    hints: exam ? [] : hints?.map((one) => ({ ...one, ...(one.checks && { checks: one.checks.filter((id) => !isHidden(id)) }) })),
    checks: checks.filter(({ id }) => !isHidden(id)),
    atHandIn: { checks: hidden.length, points: hiddenPoints(exercise) },
  });
}

const part = z.looseObject({ exercises: z.array(z.string()) });
const outline = z.looseObject({ exercises: z.array(z.string()).optional(), parts: z.array(part).optional(), finale: part.optional() });

/** The `course.json` of an edition: with the chosen exercises only, with the story at the end if it can be told with them, and with what tells it as an edition. */
export function studentOutline(json: string, ids: readonly string[], edition: unknown): string {
  const { exercises, parts, finale } = outline.parse(parseJson(json));
  const chosen = (all: readonly string[]): readonly string[] => all.filter((id) => ids.includes(id));
  const partsLeft = parts?.map((one) => ({ ...one, exercises: chosen(one.exercises) })).filter(({ exercises }) => exercises.length > 0);
  return changedJson(json, { exercises: exercises && chosen(exercises), parts: partsLeft, finale: finaleWith(finale, ids), leftOut: undefined, edition });
}
