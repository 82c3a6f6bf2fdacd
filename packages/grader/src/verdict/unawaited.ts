import { unawaitedTexts } from '../messages/unawaited.ts';
import type { Finding } from './finding.ts';
import type { Location } from './result.ts';

/** A call whose promise, task or coroutine nobody waits for. */
export interface Unawaited {
  /** `coroutine`: it does not even begin; `each`: `forEach` is given an async function and does not wait for it. */
  readonly what: 'coroutine' | 'promise' | 'each';
  /** The call, as the file writes it, cut where it is long. */
  readonly code: string;
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
    if (status !== 'failed' || location !== undefined || message === undefined || !comesOfIt.has(finding.cause)) return finding;
    const first = unawaited.find((call) => leadsTo(call, finding));
    if (first === undefined) return finding;
    const reason = unawaitedTexts[first.what](first.code, first.location.line);
    const whole = { en: `${reason.en}\n${message.en}`, 'zh-CN': `${reason['zh-CN']}\n${message['zh-CN']}` };
    return { ...finding, message: whole, location: first.location };
  });
}

function leadsTo({ from }: Unawaited, { called }: Finding): boolean {
  return from === undefined || called === undefined || called.some((name) => from.includes(name));
}

const comesOfIt: ReadonlySet<string> = new Set(['wrong', 'unhandled', 'leak', 'deadlock']);
