import { unawaitedTexts } from '../messages/unawaited.ts';
import type { Finding } from './finding.ts';
import type { Location } from './result.ts';

/** A place where an answer does not wait for what it began, or where it waits before it has begun the next. */
export interface Unawaited {
  /**
   * `coroutine`: it does not even begin; `promise`: it begins, and the code goes on; `each`: `forEach` does not wait; `list`: a
   * list is awaited, and nothing in it; `function`: it is not called; `timer`, `callback`: what is awaited gives no promise;
   * `timer-runs-on`: nobody tries to await it;
   * `assigned`, `returned`: a callback finds out too late what is handed out; `mapped`: the promises get lost in a `map`; `unsettled`: a promise that nobody resolves;
   * `at-once`: what the timer is to call was called already.
   *
   * Only where something never began `kept`: a coroutine in a variable. Only where something began too late `in-a-loop`,
   * `one-by-one`, `before`: what is waited for in front of it.
   */
  readonly what: keyof typeof unawaitedTexts;
  /** What stands there, as the file writes it, cut where it is long. */
  readonly code: string;
  /** Another name or piece of code that belongs to it. */
  readonly also?: string;
  readonly location: Location;
  /** The names of what leads there, as they stand outside of all functions; undefined where the file itself makes the call. */
  readonly from?: readonly string[];
}

/**
 * What a suite found, with the likeliest reason: where the code ran and came to a wrong end, and nobody knows a line, a call
 * that is not awaited says more than all that came of it. Only of a check whose calls lead there can it be the reason.
 */
export function withUnawaited(findings: readonly Finding[], unawaited: readonly Unawaited[]): readonly Finding[] {
  return findings.map((finding) => {
    const { status, location, message } = finding;
    if (status !== 'failed' || message === undefined || !comesOfIt.has(finding.cause)) return finding;
    const places = unawaited.filter((place) => leadsTo(place, finding));
    const first = location === undefined ? reasonFor(finding, places) : timerThere(location, places);
    if (first === undefined) return finding;
    const { what, code, also = '', location: { line } } = first;
    const reason = unawaitedTexts[what]({ code, line, also });
    // Whoever meant to wait for the timer is not helped by how to stop it.
    const whole = location === undefined ? { en: `${reason.en}\n${message.en}`, 'zh-CN': `${reason['zh-CN']}\n${message['zh-CN']}` } : reason;
    return { ...finding, message: whole, location: first.location };
  });
}

/** Where a timer is left and its line is known: nobody meant it to go on there, where it is taken for something to wait for. */
function timerThere({ file, line }: Location, places: readonly Unawaited[]): Unawaited | undefined {
  return places.find(({ what, location }) => what === 'timer' && location.file === file && location.line === line);
}

/** Where the suite knows what was amiss, what leads to just that; else what goes on too early. */
function reasonFor({ begins, message }: Finding, places: readonly Unawaited[]): Unawaited | undefined {
  const of = (...kinds: readonly Unawaited['what'][]): readonly Unawaited[] => places.filter(({ what }) => kinds.includes(what));
  const anyOther = places.find(({ what }) => !onlyWhenAsked.has(what));
  if (begins === 'late') return of('in-a-loop')[0] ?? of('one-by-one', 'before')[0] ?? anyOther;
  if (begins !== 'never') return anyOther;
  const made = of('coroutine', 'kept');
  // The message speaks of one by its name.
  return made.find(({ code }) => message?.en.includes(code)) ?? made[0] ?? anyOther;
}

const onlyWhenAsked: ReadonlySet<string> = new Set(['kept', 'in-a-loop', 'one-by-one', 'before']);

function leadsTo({ from }: Unawaited, { called }: Finding): boolean {
  return from === undefined || called === undefined || called.some((name) => from.includes(name));
}

const comesOfIt: ReadonlySet<string> = new Set(['wrong', 'unhandled', 'leak', 'deadlock']);
