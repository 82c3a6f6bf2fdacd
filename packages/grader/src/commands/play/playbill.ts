import { z } from 'zod';
import { languages } from '../../messages/text.ts';

const answerSchema = z.object({
  /** The id of the exercise. */
  exercise: z.string(),
  /** Whether the files are as they were handed out. */
  untouched: z.boolean(),
  /** A student's files or the solution's. The story uses the first. */
  files: z.array(
    z.object({
      path: z.string(),
      /** The path as the user would type it. */
      shown: z.string(),
      /** What is in it, where it does not lie on the disk. */
      source: z.string().optional(),
    }),
  ),
  /** What the first file has to export. */
  exports: z.array(z.string()),
});

const playbillSchema = z.object({
  /** The file of the story. */
  story: z.string(),
  /** What it is played with. */
  answers: z.array(answerSchema),
  /** Whether it is told with several answers, by the ids of their exercises, and not with the module of one. */
  isFinale: z.boolean(),
  language: z.enum(languages),
  /** On a clock that jumps, instead of in real time. */
  fast: z.boolean(),
  /** Whether to draw, at the end, what ran when. */
  timeline: z.boolean(),
  /** The file for the trace, if one was asked for. */
  trace: z.object({ path: z.string(), shown: z.string() }).optional(),
  /** The file in which to write down the run, if somebody wants to see it. */
  record: z.string().optional(),
  /** The command that checks what it is played with. */
  gradeCommand: z.string(),
});

/** What the process in which a story is played needs to know. */
export type Playbill = z.infer<typeof playbillSchema>;

export type PlayedAnswer = Playbill['answers'][number];

export type PlayedFile = PlayedAnswer['files'][number];

/** All files that a story is played with. */
export function playedFiles({ answers }: Playbill): readonly PlayedFile[] {
  return answers.flatMap(({ files }) => files);
}

/** Packs a playbill for the command line of its process. */
export function packPlaybill(playbill: Playbill): string {
  return JSON.stringify(playbill);
}

/** The other half of {@link packPlaybill}. */
export function unpackPlaybill(packed: string): Playbill {
  return playbillSchema.parse(JSON.parse(packed));
}
