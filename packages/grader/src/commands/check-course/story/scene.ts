import { z } from 'zod';
import { languages } from '../../../messages/text.ts';

/** What an exercise is answered with: its first file. */
const answerSchema = z.object({ exercise: z.string(), path: z.string() });

/** The files of a rehearsal, absolute. */
const sceneSchema = z.object({
  story: z.string(),
  solution: z.array(answerSchema),
  /** None for a story that nobody can have told with them. */
  stub: z.array(answerSchema),
  /** Whether it is told with several answers, by the ids of their exercises. */
  isFinale: z.boolean(),
});

export type Scene = z.infer<typeof sceneSchema>;

export function sceneOf(text: string): Scene {
  return sceneSchema.parse(JSON.parse(text));
}

/** What came of telling a story once. */
export const performanceSchema = z.object({
  cast: z.enum(['solution', 'stub']),
  language: z.enum(languages),
  ending: z.enum(['begun', 'told', 'threw', 'deadlock', 'no-story']),
  lines: z.array(z.string()),
  error: z.object({ what: z.string(), stack: z.string() }).optional(),
});

export type Performance = z.infer<typeof performanceSchema>;

export type Cast = Performance['cast'];
