import { basename } from 'node:path';
import type { Text } from '../../messages/text.ts';
import type { Effect, PrimitiveEffect, SpinEffect } from './effects/effect.ts';
import { wellKnownName } from './effects/names.ts';
import { advice } from './messages.ts';
import type { Sentence } from './messages.ts';
import type { Options } from './options.ts';
import type { Replacement } from './primitives/primitive.ts';
import type { Reach, Way } from './reach.ts';
import type { Spin } from './spin-loop/spin-loop.ts';

/** One thing to report, and what it comes from. */
export interface Report {
  readonly sentence: Sentence;
  /** What stands in the async context. */
  readonly effect: Effect;
  /** What blocks: the same, or what the effect leads to. */
  readonly end: PrimitiveEffect | SpinEffect;
  /** The way to it through the project's own functions, for a call of one. */
  readonly way: Way | undefined;
}

/** What an effect in an async context comes to, or `undefined` when it does not block. */
export function reportOf(effect: Effect, reach: Reach): Report | undefined {
  switch (effect.kind) {
    case 'primitive':
      return { sentence: effect.call === undefined ? 'handedOver' : 'call', effect, end: effect, way: undefined };
    case 'spin':
      return { sentence: effect.spin, effect, end: effect, way: undefined };
    case 'unit': {
      const way = reach.from(effect.unit);
      return way && { sentence: 'helper', effect, end: way.end, way };
    }
  }
}

/** What fills the places of the sentence. */
export function dataOf({ effect, end, way }: Report, { language, pause }: Pick<Options, 'language' | 'pause'>): Readonly<Record<string, string>> {
  return {
    call: effect.text,
    instead: insteadOf(end, pause)[language],
    way: way === undefined ? '' : [effect.name, ...way.steps, endName(way.end)].join(' → '),
    place: way === undefined ? '' : `${basename(way.model.filename)}:${String(way.end.node.loc.start.line)}`,
  };
}

function endName(end: PrimitiveEffect | SpinEffect): string {
  return end.kind === 'primitive' ? wellKnownName(end.primitive) : end.name;
}

/** @param pause how to wait, where there are no threads and no `node:timers/promises` */
function insteadOf(end: PrimitiveEffect | SpinEffect, pause: string | undefined): Text {
  if (pause !== undefined && isPause(end)) return usingInstead(pause);
  if (end.kind === 'spin') return adviceFor[end.spin];
  return usingInstead(end.primitive.instead);
}

/** Whoever writes that waits for time to pass, or, where there are threads, for another one. */
function isPause(end: PrimitiveEffect | SpinEffect): boolean {
  return end.kind === 'spin' ? end.spin === 'clock' || end.spin === 'shared' : /^Atomics(?:\(\))?\.wait$/.test(wellKnownName(end.primitive));
}

function usingInstead(instead: Replacement): Text {
  if (instead === '') return advice.none;
  const code = typeof instead === 'string' ? { en: `\`${instead}\``, 'zh-CN': `\`${instead}\`` } : instead;
  return {
    en: advice.use.en.replace('{{ code }}', () => code.en),
    'zh-CN': advice.use['zh-CN'].replace('{{ code }}', () => code['zh-CN']),
  };
}

const adviceFor: Readonly<Record<Spin, Text>> = {
  clock: advice.timer,
  flag: advice.promise,
  nothing: advice.none,
  shared: advice.waitAsync,
  starved: advice.promise,
};
