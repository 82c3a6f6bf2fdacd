import { CancelledError, type Task } from '@teatime/core';
import { assert, fail, field, type Job, sameValue } from '@teatime/grader/kit';
import type { Collection, Member } from './collect.ts';
import { says } from './says.ts';

/** Nobody is missing, nothing went wrong: an error can only be the student's own. */
export function requireAll(team: readonly Member[], { came, hangs, threw }: Collection): void {
  if (threw) failThrown(team, threw.reason);
  const names = came.map(({ name }) => name);
  assert(!hangs, says.neverEnds(names));
  assert(team.every(({ job }) => names.includes(job.name)), says.missing(namesOf(team), names));
}

/** Each of them came once, as what it was: also those that failed or were cancelled. */
export function requireOutcomes(team: readonly Member[], { came, hangs, threw }: Collection): void {
  const names = came.map(({ name }) => name);
  if (threw) failThrown(team, threw.reason);
  const lost = team.filter(({ job, task }) => !names.includes(job.name) && (job.fails || task.cancelled()));
  assert(!hangs, lost.length > 0 ? says.failuresNeverCame(namesOf(lost)) : says.neverEnds(names));
  assert(team.every(({ job }) => names.includes(job.name)), says.missing(namesOf(team), names));
  for (const { job, task } of team) {
    const [arrival, ...more] = came.filter(({ name }) => name === job.name);
    assert(more.length === 0, says.cameOften(job.name, 1 + more.length));
    requireOutcome(job, task, arrival?.item);
  }
}

/** The loop threw: what a task failed with, or an error of the student's own. */
function failThrown(team: readonly Member[], reason: unknown): never {
  const culprit = team.find(({ job, task }) => (task.cancelled() ? reason instanceof CancelledError : job.fails && job.error === reason));
  if (culprit) fail(says.threw(culprit.job.name));
  throw reason;
}

function requireOutcome(job: Job<unknown>, task: Task<unknown>, item: unknown): void {
  const status = field(item, 'status');
  if (task.cancelled()) {
    assert(status === 'rejected' && field(item, 'reason') instanceof CancelledError, says.cancelledAs(job.name, item));
  } else if (job.fails) {
    assert(status === 'rejected' && Object.is(field(item, 'reason'), job.error), says.failedAs(job.name, job.error, item));
  } else {
    assert(status === 'fulfilled' && sameValue(field(item, 'value'), job.result), says.gaveAs(job.name, job.result, item));
  }
}

export function requireOrder(team: readonly Member[], { came }: Collection): void {
  const names = came.map(({ name }) => name);
  const tell = sameValue(names, namesOf(team)) ? says.orderOfTheList : says.otherOrder;
  assert(sameValue(names, byTime(team)), tell(byTime(team), names));
}

const namesOf = (team: readonly Member[]): readonly string[] => team.map(({ job }) => job.name);

export function byTime(team: readonly Member[]): readonly string[] {
  return namesOf(team.toSorted((a, b) => a.job.ms - b.job.ms));
}
