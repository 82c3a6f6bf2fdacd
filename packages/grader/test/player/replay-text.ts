import type { Moment, Replay } from '../../src/player/replay.ts';

/** A replay as a text, step by step. */
export function replayText(replay: Replay): string {
  const nameOf = names(replay);
  const lanes = replay.lanes.map(({ name, bars, timers }) => {
    const drawn = bars.map(({ state, from, to }) => (from === to ? `${state} ${from}` : `${state} ${from}-${to}`));
    return `${name}: ${drawn.join(', ')}${timers.length > 0 ? `; timers ${timers.join(', ')}` : ''}`;
  });
  const printed = replay.printed.map(({ t, task, text }) => `${t} ${nameOf(task)}: ${text}`.trimEnd());
  const moments = replay.moments.map((moment) => momentText(moment, nameOf));
  return `${[...moments, lanes.join('\n'), printed.join('\n')].join('\n\n')}\n`;
}

function momentText({ t, tasks, ready, timers, printed, node, says }: Moment, nameOf: (task: string | null) => string): string {
  const stands = tasks.map(({ task, state, place }) => `${nameOf(task)} ${state}${place === null ? '' : ` at ${place.file}:${place.line}`}`);
  const pending = timers.map(({ task, at }) => `${nameOf(task)} at ${at}`);
  const state = [
    ...stands,
    ...(ready.length > 0 ? [`ready: ${ready.map(nameOf).join(', ')}`] : []),
    ...(pending.length > 0 ? [`timers: ${pending.join(', ')}`] : []),
    ...(printed > 0 ? [`printed: ${printed}`] : []),
  ];
  return [`${t} [${node}] ${says.en}`, ...state.map((line) => `    ${line}`)].join('\n');
}

function names({ lanes }: Replay): (task: string | null) => string {
  const known = new Map<string | null, string>(lanes.map(({ task, name }) => [task, name]));
  return (task) => known.get(task) ?? 'somebody';
}
