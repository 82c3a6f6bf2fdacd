import { CancelledError, type ClockEvent, DeadlockError, InvalidStateError, Recorder, RuntimeError, runVirtual, sleep, spansOf, type TimelineEvent, useRecorder, VirtualClock } from '@teatime/core';
import type { Blame, Death } from '../../bridge/death.ts';
import type { StudentSession } from '../../bridge/student-session.ts';
import type { Text } from '../../messages/text.ts';
import type { Finding, Outcome } from '../../verdict/finding.ts';
import type { Location } from '../../verdict/result.ts';
import type { Check } from './check.ts';
import { explainDeath } from './explain-death.ts';
import { explainBlame, explainDeadlock, explainLeak, explainPolling, explainSpin, explainUnhandled, notJudged } from './explain.ts';
import { CheckFailure } from './failure.ts';
import { settle } from './job.ts';
import { createLab, emptyWorld, type Lab } from './lab.ts';
import type { Platform } from './platform.ts';
import { sameValue } from './same-value.ts';
import { LooksAgainAndAgain, TimerWatch } from './timer-watch.ts';

/** What a check runs with. */
export interface Surroundings {
  /** The submission that it meets. */
  readonly session: StudentSession;
  readonly platform: Platform;
  /** Of all that the check leaves to chance: the same seed gives the same inputs. */
  readonly seed: number;
}

/** What came of running a check. */
export interface CheckRun {
  readonly finding: Finding;
  readonly trouble?: Text | undefined;
  /** What the check itself did wrong; then the finding says nothing about the submission. */
  readonly mistake?: Error;
  /** Whether the submission did not come back. */
  readonly hung?: boolean;
}

/** What the clock of a check shows at its beginning, in milliseconds since 1970. */
export const checkBegins = Date.UTC(2026, 0, 5, 6, 30);

/** Runs a check against a submission, on a virtual clock of its own. Never throws for what a submission does. */
export async function runCheck(check: Check, { session, platform, seed }: Surroundings): Promise<CheckRun> {
  const { id, body } = check;
  const watch = new TimerWatch();
  const onEvent = (event: ClockEvent): void => {
    if (event.type === 'timer.fire') watch.fired();
    session.onClock?.(event);
  };
  const clock = new VirtualClock({ start: checkBegins, onEvent });
  const recorder = new Recorder();
  const stopRecording = useRecorder(recorder);
  const pardoned = new Set<unknown>();
  const handedOut = new Set<unknown>();
  const lab = createLab({ session, platform, clock, recorder, watch, pardoned, handedOut, seed });
  const blame = (error: unknown): Blame | undefined => session.blame(error) ?? blameForReturned(error, handedOut);
  // Rejections on the suite's side: of tasks and promises that the submission was given.
  const strays = platform.watchRejections();
  let failure: Failure | undefined;
  let leaking = false;
  await session.begin(emptyWorld);
  try {
    await runVirtual(
      async () => {
        await body(lab);
        watch.rest();
        await settle(lab.made);
        leaking = await isLeaking(clock, session);
      },
      { clock, whenStuck: () => session.nudge(), realWork: () => session.realWork?.(), globals: platform.ownsGlobals },
    );
  } catch (error) {
    failure = { error };
  } finally {
    stopRecording();
  }
  // First of all: where the submission shares the realm, its latest rejections are told only now, too.
  const strayed = await strays.end();
  const report = session.end();
  const unhandled = [...report.unhandled, ...strayed].filter((reason) => !pardoned.has(reason));
  const mistake = report.death ? undefined : mistakeOf({ check, failure, unhandled: unhandled.filter((reason) => !isPlanned(lab, reason)), session, blame });
  if (mistake) return { finding: { id, kind: 'suite', ...notJudged }, mistake };
  const spunMs = clock.busyWaitedMs + report.spunMs;
  const outcome = judgeOutcome({ failure, leaking, blame, death: report.death, unhandled, recorder, spunMs, spunAt: report.spunAt, timerAt: report.timerAt });
  const trouble = report.death?.cause === 'no-process' ? outcome.message : undefined;
  const hung = report.death?.cause === 'hang';
  const output = session.output();
  const called = outcome.status === 'passed' ? [] : report.called;
  return { finding: { id, kind: 'suite', ...outcome, ...(called.length > 0 && { called }), ...(output.length > 0 && { output }) }, trouble, hung };
}

/** How long timers of the submission may go on once its answer is in and all jobs are done, and how many may go off at all. */
const patience = { ms: 1000, timers: 5000 };

/** Lets what was left running come to its end; true when the submission has timers that do not. */
async function isLeaking(clock: VirtualClock, session: StudentSession): Promise<boolean> {
  const end = clock.elapsed() + patience.ms;
  for (let round = 0; round < patience.timers; round++) {
    const next = clock.nextAt;
    if (next === undefined) return false;
    const wait = Math.max(0, next - clock.now());
    if (clock.elapsed() + wait > end && session.timers() > 0) return true;
    await sleep(wait);
  }
  return session.timers() > 0;
}

/** What a check ended with: anything can be thrown, undefined as well. */
interface Failure {
  readonly error: unknown;
}

interface Evidence {
  readonly failure: Failure | undefined;
  readonly leaking: boolean;
  /** What the submission is to blame for; undefined for the check's own errors. */
  readonly blame: (error: unknown) => Blame | undefined;
  readonly death: Death | undefined;
  /** Rejections that nobody handled, of the submission's promises and of those that it was given. */
  readonly unhandled: readonly unknown[];
  readonly recorder: Recorder;
  readonly spunMs: number;
  readonly spunAt: Location | undefined;
  readonly timerAt: Location | undefined;
}

interface Suspicion extends Pick<Evidence, 'failure' | 'unhandled' | 'blame'> {
  readonly check: Check;
  readonly session: StudentSession;
}

/**
 * What the check threw that was never in the submission's hands, such as a TypeError over a value that it did not expect:
 * its own mistake, whatever the submission did to bring it about. Suites throw errors only, so anything else is not.
 */
function mistakeOf({ check, failure, unhandled, session, blame }: Suspicion): Error | undefined {
  const thrown = [...(failure ? [failure.error] : []), ...unhandled];
  const own = thrown.find((error) => !isVerdict(error) && blame(error) === undefined);
  if (own instanceof Error) return own;
  return failure?.error instanceof DeadlockError && !session.called() ? waitsByItself(check) : undefined;
}

/**
 * An answer may give back a coroutine, a task or a function that it was given, and then the check itself runs into what that
 * fails with: an error of the lab, or what a coroutine or a task says that was used already. No mistake of a check looks so.
 */
function blameForReturned(error: unknown, handedOut: ReadonlySet<unknown>): Blame | undefined {
  const isOfCore = [CancelledError, InvalidStateError, RuntimeError].some((kind) => error instanceof kind);
  return error instanceof Error && (isOfCore || handedOut.has(error)) ? { name: error.name, message: error.message } : undefined;
}

/** A job of the check was made to fail with it: whoever leaves that unhandled, it is not the check that went wrong. */
function isPlanned({ made }: Lab, reason: unknown): boolean {
  return made.some((job) => job.fails && job.error === reason);
}

function isVerdict(error: unknown): boolean {
  return error instanceof CheckFailure || error instanceof LooksAgainAndAgain || error instanceof DeadlockError;
}

/** It has not even called the submission: nobody else can be what it waits for. */
function waitsByItself({ registered }: Check): Error {
  const error = new Error('it waits for what never happens, or for real time · 它在等待永远不会发生的事，或者在等真实的时间');
  if (registered.stack !== undefined) error.stack = registered.stack;
  return error;
}

/** The first explanation that fits, from what stops everything to what only disturbs. */
function judgeOutcome({ failure, leaking, blame, death, unhandled, recorder, spunMs, spunAt, timerAt }: Evidence): Outcome {
  if (death) return explainDeath(death);
  // A check may also fail in a function that it gave to the submission.
  const said = failure ?? unhandled.filter((error) => error instanceof CheckFailure).map((error) => ({ error }))[0];
  const stray = unhandled.length > 0 ? explainUnhandled(blame(unhandled[0]), unhandled[0]) : undefined;
  // A slip in a callback ends that callback: what the check then missed is the consequence.
  const slip = unhandled.find((error) => isSlip(blame(error)));
  const why = slip === undefined ? stray : explainUnhandled(blame(slip), slip);
  const outcome = why && (said?.error instanceof DeadlockError || (said && slip !== undefined)) ? why : said && explainError(said, blame, recorder, timerAt);
  if (outcome) return spunMs > 0 && outcome.status === 'failed' ? explainSpin(spunMs, spunAt, outcome) : outcome;
  return stray ?? (leaking ? explainLeak(timerAt) : { status: 'passed' });
}

/** An error of JavaScript's own, thrown in the submission. */
function isSlip(blame: Blame | undefined): boolean {
  return blame?.location !== undefined && ['TypeError', 'ReferenceError', 'RangeError'].includes(blame.name);
}

function explainError({ error }: Failure, blameFor: Evidence['blame'], recorder: Recorder, timerAt: Location | undefined): Outcome {
  if (error instanceof CheckFailure) {
    const { expected, begins } = error;
    const timeline = expected && isClear(recorder.events) && differs(recorder.events, expected) ? { expected, actual: recorder.events } : undefined;
    return { status: 'failed', cause: 'wrong', message: error.text, ...(timeline && { timeline }), ...(begins && { begins }) };
  }
  if (error instanceof LooksAgainAndAgain) return explainPolling(error.times, timerAt);
  const blame = error instanceof DeadlockError ? undefined : blameFor(error);
  return blame ? explainBlame(blame) : explainDeadlock();
}

/** Whether a timeline can be taken in: with more tasks than that it is no help to anybody, and fills the screen. */
function isClear(events: readonly TimelineEvent[]): boolean {
  return events.length <= 5000 && events.filter(({ type }) => type === 'task.create').length <= 100;
}

/** Whether a drawing of both shows a difference. Where a job ran as it should and only its news came late, it would not. */
function differs(actual: readonly TimelineEvent[], expected: readonly TimelineEvent[]): boolean {
  const tasks = new Set(spansOf(expected).map(({ task }) => task));
  const drawn = (events: readonly TimelineEvent[]): readonly string[] =>
    spansOf(events).filter(({ task }) => tasks.has(task)).map(({ task, from, to, status }) => [task, from, to, status].join()).toSorted();
  return !sameValue(drawn(actual), drawn(expected));
}
