import type { Language } from '../../messages/text.ts';

const units = [
  { unit: 'minute', ms: 60_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'day', ms: 86_400_000 },
] as const;

/** How long ago something was, as people say it; after a month, the date. A clock that went back makes it now. */
export function timeAgo(moment: Date, now: Date, language: Language): string {
  const ms = Math.max(0, now.getTime() - moment.getTime());
  if (ms >= 30 * 86_400_000) return new Intl.DateTimeFormat('sv-SE').format(moment);
  const { unit, ms: length } = units.findLast((one) => ms >= one.ms) ?? { unit: 'second', ms: Infinity };
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(ms / length), unit);
}
