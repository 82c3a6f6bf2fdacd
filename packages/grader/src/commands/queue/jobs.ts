import { availableParallelism } from 'node:os';
import { UsageError } from '../../cli/usage-error.ts';
import { classTexts } from '../../messages/grade-class.ts';

export interface Jobs {
  /** How many hand-ins at once. */
  readonly jobs: number;
  /** How many were asked for, where that is more than this computer carries. */
  readonly jobsAsked: number | undefined;
}

/** @param given as it was typed behind `--jobs` @throws {UsageError} for what is no number of them */
export function jobsAtOnce(given: string | undefined): Jobs {
  const places = availableParallelism();
  if (given === undefined) return { jobs: places, jobsAsked: undefined };
  if (!/^[1-9]\d{0,3}$/.test(given)) throw new UsageError(classTexts.noJobs(given));
  const asked = Number(given);
  return { jobs: Math.min(asked, places), jobsAsked: asked > places ? asked : undefined };
}
