import type { Clock } from '@teatime/core';
import { stopwatches } from '../../host/stopwatches.ts';
import { show } from '../../messages/show.ts';

type Log = (...said: readonly unknown[]) => void;

/** A console that tells what is written to it: texts as they are, all else in a few words. */
export function shownConsole(clock: Clock, onOutput: (text: string) => void): object {
  let indent = '';
  const log: Log = (...said) => onOutput(formatted(said).replaceAll(/^/gm, indent));
  const counts = new Map<string, number>();
  const group: Log = (...said) => {
    if (said.length > 0) log(...said);
    indent += '  ';
  };
  return {
    log, info: log, debug: log, warn: log, error: log, trace: log, table: log,
    dir: (value: unknown) => log(value),
    assert: (holds: unknown, ...said: readonly unknown[]) => {
      if (!holds) log('Assertion failed', ...said);
    },
    count: (label: unknown = 'default') => {
      const count = (counts.get(String(label)) ?? 0) + 1;
      counts.set(String(label), count);
      log(`${String(label)}: ${count}`);
    },
    countReset: (label: unknown = 'default') => void counts.delete(String(label)),
    group,
    groupCollapsed: group,
    groupEnd: () => {
      indent = indent.slice(2);
    },
    ...stopwatches(clock, log),
  };
}

/** With the placeholders that everybody uses. */
function formatted([first, ...rest]: readonly unknown[]): string {
  const said = [...rest];
  const begin = typeof first === 'string' ? first.replace(/%[sdifjoOc%]/g, (placeholder) => (placeholder === '%%' ? '%' : said.length === 0 ? placeholder : filled(placeholder, said.shift()))) : written(first);
  return [begin, ...said.map(written)].join(' ');
}

function filled(placeholder: string, value: unknown): string {
  switch (placeholder) {
    case '%d':
    case '%f':
      return String(Number(value));
    case '%i':
      return String(Math.trunc(Number(value)));
    case '%c':
      return '';
    default:
      return written(value);
  }
}

function written(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!(value instanceof Error)) return show(value);
  // As Node writes one that comes from nowhere.
  return value.stack?.includes('\n') ? value.stack : `[${show(value)}]`;
}
