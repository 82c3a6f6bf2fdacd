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
}

/**
 * What a suite found, with the likeliest reason: where the code ran and came to a wrong end, and nobody knows a line, a call
 * that is not awaited says more than all that came of it.
 */
export function withUnawaited(findings: readonly Finding[], [first]: readonly Unawaited[]): readonly Finding[] {
  if (first === undefined) return findings;
  const reason = unawaitedTexts[first.what](first.code, first.location.line);
  return findings.map((finding) => {
    const { status, location, message } = finding;
    if (status !== 'failed' || location !== undefined || message === undefined || !comesOfIt.has(finding.cause)) return finding;
    const whole = { en: `${reason.en}\n${message.en}`, 'zh-CN': `${reason['zh-CN']}\n${message['zh-CN']}` };
    return { ...finding, message: whole, location: first.location };
  });
}

const comesOfIt: ReadonlySet<string> = new Set(['wrong', 'unhandled', 'leak', 'deadlock']);
