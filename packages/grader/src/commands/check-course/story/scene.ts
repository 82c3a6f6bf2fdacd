import { z } from 'zod';
import { languages } from '../../../messages/text.ts';

/** The files of a rehearsal, absolute. */
const sceneSchema = z.object({ story: z.string(), solution: z.string(), stub: z.string() });

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
