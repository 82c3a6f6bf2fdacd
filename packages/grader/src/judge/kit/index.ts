export { check } from './check.ts';
export { assert, fail, type FailureDetails } from './failure.ts';
export { Heart, type Pulse } from './heart.ts';
export { call, durations, elapsed, Job, settle, type Call, type Ending, type JobPlan, type Settled } from './jobs.ts';
export type { Lab } from './lab.ts';
export type { World } from '../../bridge/student-session.ts';
export { sameValue } from './same-value.ts';
export { show } from '../../messages/show.ts';
