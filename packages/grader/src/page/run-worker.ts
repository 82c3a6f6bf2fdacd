import { suites } from 'virtual:teatime/suites';
import { StudentGone } from '../bridge/death.ts';
import { browserPlatform } from '../judge/kit/browser-platform.ts';
import { takeChecks } from '../judge/kit/check.ts';
import type { Check } from '../judge/kit/check.ts';
import { runCheck } from '../judge/kit/run-check.ts';
import type { CheckRun } from '../judge/kit/run-check.ts';
import { halves } from '../messages/halves.ts';
import type { Location } from '../verdict/result.ts';
import { meetAnswer } from './exports-of-answer.ts';
import { guardName } from './guard-name.ts';
import { LocalConversation } from './local-conversation.ts';
import { LocalSession } from './local-session.ts';
import type { FromRun, Preparation, RunOrder } from './protocol.ts';
import { loopGuard } from './loop-guard.ts';
import { openSide } from './open-side.ts';
import type { StudentModule } from '../wire/frames.ts';
import type { WorkerScope } from './worker-scope.ts';

/*
 * A worker that runs the checks of one exercise against one answer, and is thrown away. All that it needs of the browser is taken
 * before the student's code has the realm.
 */

declare const self: WorkerScope<Preparation | RunOrder, FromRun>;

const scope = self;
const post: (message: FromRun) => void = scope.postMessage.bind(scope);

/** How often it says that it is alive: whoever loops cannot. */
const signEveryMs = 100;

const realNow = performance.now.bind(performance);
let signedAt = 0;

/** A check may make calls of the answer for longer than that without letting any timer go off. */
function signOfLife(): void {
  const now = realNow();
  if (now - signedAt < signEveryMs) return;
  signedAt = now;
  post({ t: 'alive' });
}

setInterval(signOfLife, signEveryMs);
let prepared: Promise<Prepared> | undefined;
/** Whether somebody waits for a run. */
let isAwaited = false;
scope.addEventListener('message', ({ data: order }) => {
  if (order.t === 'prepare') {
    prepared = prepare(order);
    // Whoever has an answer hears of it.
    prepared.catch(() => {});
  } else {
    isAwaited = true;
    run(order).catch((error: unknown) => post({ t: 'broken', why: error instanceof Error ? error.message : String(error) }));
  }
});
const conversation = new LocalConversation(await openSide(), signOfLife);
const platform = browserPlatform(scope, { ownsGlobals: false });
post({ t: 'ready' });

interface Prepared {
  readonly exercise: string;
  readonly checks: readonly Check[];
}

/** Loads the suite, and has its checks meet an answer for practice until there is another one: what is compiled by then need not be later. */
async function prepare({ exercise, practice }: Preparation): Promise<Prepared> {
  await suites[exercise]?.();
  const checks = takeChecks();
  const session = new LocalSession(practice, conversation);
  meetAnswer(session);
  for (const check of checks) if (!isAwaited) await runCheck(check, { session, platform, seed: 0 });
  return { exercise, checks };
}

async function run({ module, seed, known, guarded }: RunOrder): Promise<void> {
  const { code, placeBefore } = guarded ? await guardedModule(module) : { code: module, placeBefore: (place: Location) => place };
  if (guarded) Object.defineProperty(globalThis, guardName, { value: loopGuard(conversation, (place) => post({ t: 'stuck', place: moved(place, placeBefore) })) });
  if (prepared === undefined) throw new Error('nobody told what to prepare');
  const { exercise, checks } = await prepared;
  const session = new LocalSession(code, conversation);
  listenForRejections(session, conversation);
  meetAnswer(session);
  const unknown = checks.filter(({ id }) => !known.includes(id));
  for (const check of unknown) {
    post({ t: 'begins', check: check.id });
    const checked = await runCheck(check, { session, platform, seed });
    post(told(exercise, { ...checked, finding: moved(checked.finding, placeBefore) }, session.isUnmeasured));
  }
  post({ t: 'done', output: session.allOutput, used: session.used });
}

/** Gives the place that it was where there are no guards. */
type PlaceBefore = (place: Location) => Location;

/** The parser comes only when something hangs. */
async function guardedModule(module: StudentModule): Promise<{ readonly code: StudentModule; readonly placeBefore: PlaceBefore }> {
  const { withGuards } = await import('./guards.ts');
  const guarded = new Map(Object.entries(module.files).map(([name, code]) => [name, withGuards(code)]));
  return {
    code: { ...module, files: Object.fromEntries(Array.from(guarded, ([name, { code }]) => [name, code])) },
    placeBefore: (place) => ({ ...place, column: guarded.get(place.file)?.columnBefore(place.line, place.column) ?? place.column }),
  };
}

function moved<T extends { readonly location?: Location }>(told: T, placeBefore: PlaceBefore): T {
  return told.location === undefined ? told : { ...told, location: placeBefore(told.location) };
}

/** What the submission left unhandled is its own to tell; the rest is the suite's side. */
function listenForRejections(session: LocalSession, { side }: LocalConversation): void {
  const report = (event: Event, error: unknown): void => {
    // What stopped the submission has been told already, and may come out of any of its microtasks.
    const isKnown = error instanceof StudentGone;
    if (!isKnown && !session.isOfSubmission(error)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!isKnown) side.reportUnhandled(error);
  };
  scope.addEventListener('unhandledrejection', (event) => report(event, Reflect.get(event, 'reason')));
  // Out of a callback that no timer called.
  scope.addEventListener('error', (event) => report(event, Reflect.get(event, 'error')));
}

function told(exercise: string, { finding, hung = false, mistake }: CheckRun, unmeasured: boolean): FromRun {
  const place = `packages/grader/suites/${exercise}.suite.ts`;
  return { t: 'found', finding, hung, unmeasured, ...(mistake && { mistake: { check: finding.id, what: halves(`${mistake.name}: ${mistake.message}`), place } }) };
}
