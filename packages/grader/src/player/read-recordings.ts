import * as z from 'zod/mini';
import type { Recording } from './replay.ts';

/** One of the runs that a player shows. */
export interface TitledRecording {
  /** What it is called, where it is compared with another one. */
  readonly title?: string | undefined;
  readonly recording: Recording;
}

/** Reads what pages hand to a player as JSON: one run, or two to be compared. Undefined when it is anything else. */
export function readRecordings(json: string): readonly TitledRecording[] | undefined {
  try {
    return runs.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

const time = z.number().check(z.gte(0));
const task = z.string();
const anyTask = z.nullable(task);
const id = z.number();
const stamp = { v: z.literal(1), seq: z.number(), t: time };
const place = z.object({ file: z.string(), line: z.int().check(z.gte(1)) });

const event = z.discriminatedUnion('type', [
  z.object({ ...stamp, type: z.literal('task.create'), task, name: z.string(), by: anyTask }),
  z.object({ ...stamp, type: z.literal('task.rename'), task, name: z.string() }),
  z.object({ ...stamp, type: z.literal('task.step.begin'), task }),
  z.object({ ...stamp, type: z.literal('task.step.end'), task }),
  z.object({ ...stamp, type: z.literal('task.await'), task, on: z.string() }),
  z.object({ ...stamp, type: z.literal('task.cancel'), task }),
  z.object({ ...stamp, type: z.literal('task.done'), task, status: z.enum(['fulfilled', 'rejected', 'cancelled']) }),
  z.object({ ...stamp, type: z.literal('timer.set'), task: anyTask, id, at: time }),
  z.object({ ...stamp, type: z.literal('timer.fire'), task: anyTask, id }),
  z.object({ ...stamp, type: z.literal('timer.clear'), task: anyTask, id }),
  z.object({ ...stamp, type: z.literal('block'), task: anyTask, ms: time }),
  z.object({ ...stamp, type: z.literal('log'), task: anyTask, text: z.string() }),
  z.object({ ...stamp, type: z.literal('stand'), task: anyTask, place: z.nullable(place) }),
]);

const recording = z.object({ events: z.array(event), files: z.array(z.object({ name: z.string(), source: z.string() })) });

const runs = z.array(z.object({ title: z.optional(z.string()), recording })).check(z.minLength(1), z.maxLength(2));
