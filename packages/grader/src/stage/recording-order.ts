import { z } from 'zod';
import { languages } from '../messages/text.ts';

const fileSchema = z.object({ name: z.string(), source: z.string() });

const anyOrder = {
  /** Whether it is to be known at which lines tasks stand: for that, the code is instrumented. */
  lines: z.boolean(),
  language: z.enum(languages),
};

const orderSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('story'),
    /** The files of the answer that it is told with. It uses the first one. */
    answer: z.array(fileSchema),
    story: fileSchema,
    ...anyOrder,
  }),
  z.object({
    kind: z.literal('program'),
    program: fileSchema,
    /** What stands before its first line, and after its last one, and is not shown. Before it, it is one line. */
    before: z.string(),
    after: z.string(),
    ...anyOrder,
  }),
]);

/** What is to be recorded. */
export type RecordingOrder = z.infer<typeof orderSchema>;

/** @throws {z.ZodError} */
export function readOrders(value: unknown): readonly RecordingOrder[] {
  return z.array(orderSchema).parse(value);
}
