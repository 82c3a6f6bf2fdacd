/**
 * asyncio's model in TypeScript: what exercises, stories, solutions and suites import. Times are milliseconds, and where a
 * behaviour copies asyncio, the function of asyncio is named. In the examples everything that is exported here is imported.
 *
 * @module core
 */
export type { Awaitable, Completion } from './task/awaitable.ts';
export { Coroutine, coroutine } from './task/coroutine.ts';
export { createTask, type TaskOptions } from './task/create-task.ts';
export { CancelledError, InvalidStateError, RuntimeError, TimeoutError } from './task/errors.ts';
export { run, type RunOptions } from './task/run.ts';
export { currentTask, Task } from './task/task.ts';

export type { Clock } from './clock/clock.ts';
export { currentClock } from './clock/current-clock.ts';
export { seconds } from './clock/duration.ts';
export { systemClock } from './clock/system-clock.ts';
export { type ClockEvent, VirtualClock, type VirtualClockOptions } from './clock/virtual-clock.ts';

export { blockFor } from './time/block-for.ts';
export { installClock } from './time/install-clock.ts';
export { DeadlockError, runVirtual, type RunVirtualOptions } from './time/run-virtual.ts';
export { sleep, type SleepOptions } from './time/sleep.ts';
export { stopwatch } from './time/stopwatch.ts';

export { type ChromeTrace, chromeTrace, type ChromeTraceEvent } from './timeline/chrome-trace.ts';
export type { TaskStatus, TimelineEntry, TimelineEvent, TimelineStamp } from './timeline/event.ts';
export { gantt, type GanttOptions } from './timeline/gantt.ts';
export { currentRecorder, Recorder, useRecorder } from './timeline/recorder.ts';
export { eventsOf, type Span, spansOf } from './timeline/span.ts';

export { type AssistantSkills, assistantSkills, type SkillOptions } from './fakes/assistant-skills.ts';
export { ChapterError, type ChapterServer, chapterServer, type ChapterServerOptions } from './fakes/chapter-server.ts';
export { type Kettle, kettle, type KettleOptions } from './fakes/kettle.ts';
export { type Music, music, type MusicOptions } from './fakes/music.ts';
export { Random } from './fakes/random.ts';
export type { Setting } from './fakes/setting.ts';
export { thread, type Thread, type ThreadOptions, type ThreadScript, type ThreadSide } from './fakes/thread.ts';
