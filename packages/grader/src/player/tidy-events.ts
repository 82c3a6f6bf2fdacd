import type { TimelineEvent } from '@teatime/core';
import { isJob } from './is-job.ts';
import type { RecordedEvent } from './replay.ts';

/** Work of the story that ended so close to its task is the task's: on a real clock, and a busy machine, one notes it later. */
const sameMomentMs = 50;

/**
 * The events of a story as a reader wants to see them. The first task is the program itself and is called so. A job
 * that is all that its task does, as in `createTask(boil())`, is no second line: a task without a name of its own is
 * called after it. What began twice under one name is told apart by a number, and has a line each.
 *
 * @param functions the names of the functions that tasks began with, as far as they are known: they come before a job's
 */
export function tidyEvents(events: readonly TimelineEvent[], main: string): readonly TimelineEvent[];
export function tidyEvents(events: readonly RecordedEvent[], main: string, functions: ReadonlyMap<string, string>): readonly RecordedEvent[];
export function tidyEvents(events: readonly RecordedEvent[], main: string, functions: ReadonlyMap<string, string> = new Map()): readonly RecordedEvent[] {
  const first = events.find((event) => event.type === 'task.create');
  const jobs = wholeJobs(events, first?.task ?? null);
  const merged = new Set([...jobs.values()].map(({ key }) => key));
  const times = new Map<string, number>();
  const numbered = (name: string): string => {
    const nth = (times.get(name) ?? 0) + 1;
    times.set(name, nth);
    return nth === 1 ? name : `${name} (${nth})`;
  };
  /** By those that they had. */
  const names = new Map<string, string>();
  return events
    .filter((event) => event.task === null || !merged.has(event.task))
    .map((event) => {
      if (event.type === 'task.await') return { ...event, on: names.get(event.on) ?? event.on };
      if (event.type !== 'task.create') return event;
      const own = /^Task-\d+$/.test(event.name) ? (functions.get(event.task) ?? jobs.get(event.task)?.name) : undefined;
      const name = numbered(event === first ? main : (own ?? event.name));
      names.set(event.name, name);
      return { ...event, name };
    });
}

interface Job {
  readonly key: string;
  readonly name: string;
}

/** The job of every task, but the main one, that begins with a job and ends with it. */
function wholeJobs(events: readonly RecordedEvent[], main: string | null): ReadonlyMap<string, Job> {
  const begun = new Map<string, Job>();
  const ends = new Map<string, Extract<TimelineEvent, { type: 'task.done' }>>();
  let running: string | undefined;
  for (const event of events) {
    if (event.type === 'task.step.begin') running = event.task;
    else if (event.type === 'task.step.end') running = undefined;
    else if (event.type === 'task.done') ends.set(event.task, event);
    else if (event.type === 'task.create' && isJob(event.task) && running !== undefined && running !== main && !begun.has(running)) {
      begun.set(running, { key: event.task, name: event.name });
    }
  }
  const endTogether = (task: string, job: string): boolean => {
    const [a, b] = [ends.get(task), ends.get(job)];
    return a?.status === b?.status && Math.abs((a?.t ?? 0) - (b?.t ?? 0)) <= sameMomentMs;
  };
  return new Map([...begun].filter(([task, { key }]) => endTogether(task, key)));
}
