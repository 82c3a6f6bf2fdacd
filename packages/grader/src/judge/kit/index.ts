/**
 * What a suite is written with: checks, the lab, calls, jobs. How they work together is told in `docs/guide/kit.md`.
 *
 * All times are virtual milliseconds. In the examples `lab` is what the check is given, `says` holds its sentences, and `makeTea`
 * and `gather` are the submission's.
 *
 * @module kit
 */
export { call, type Call, type Fulfilled, type Rejected, type Settled } from './call.ts';
export { check, type CheckBody } from './check.ts';
export { assert, fail, type FailureDetails, type Said } from './failure.ts';
export { field } from './field.ts';
export { Gauge } from './gauge.ts';
export { Heart, type Pulse } from './heart.ts';
export { Job, settle, type Ending, type JobPlan, type JobWish } from './job.ts';
export type { DurationOptions } from './inputs/durations.ts';
export type { JobsPlan } from './inputs/jobs.ts';
export type { NameOptions } from './inputs/names.ts';
export type { Lab } from './lab.ts';
export { list } from './list.ts';
export { made } from './made.ts';
export type { World } from '../../bridge/student-session.ts';
export { sameValue } from './same-value.ts';
export { type SeenThread, Threads } from './threads.ts';
export type { Text } from '../../messages/text.ts';
export { show } from '../../messages/show.ts';
