import { z } from 'zod';
import { isGradeResult } from '../../verdict/is-grade-result.ts';
import type { GradeResult } from '../../verdict/result.ts';
import type { GradeJob, GradeReply } from '../pool.ts';

/** A job as it lies in Redis. */
export interface JobData extends GradeJob {
  /** Of the course that it is to be graded by. */
  readonly courseHash: string;
}

/** What is taken out of Redis may have been put there by anybody. */
export function jobSchema(courseHash: string): z.ZodType<JobData> {
  return z.object({
    id: z.string(),
    files: z.record(z.string(), z.base64()),
    exercises: z.array(z.string()),
    seed: z.int().nonnegative(),
    language: z.string(),
    alsoIn: z.string().optional(),
    courseHash: z.literal(courseHash),
  });
}

const result = z.custom<GradeResult>(isGradeResult);

const text = z.object({ en: z.string(), 'zh-CN': z.string() });

export const replySchema: z.ZodType<GradeReply> = z.discriminatedUnion('state', [
  z.object({ state: z.literal('graded'), result, also: result.optional() }),
  z.object({ state: z.literal('crashed'), reason: text }),
]);
