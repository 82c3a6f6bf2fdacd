import { basename } from 'node:path';
import type { Language, Text } from '../../messages/text.ts';
import type { Effect, PrimitiveEffect, SpinEffect } from './effects/effect.ts';
import { wellKnownName } from './effects/names.ts';
import { advice } from './messages.ts';
import type { Sentence } from './messages.ts';
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
export function dataOf({ effect, end, way }: Report, language: Language): Readonly<Record<string, string>> {
  return {
    call: effect.text,
    instead: insteadOf(end)[language],
    way: way === undefined ? '' : [effect.name, ...way.steps, endName(way.end)].join(' → '),
    place: way === undefined ? '' : `${basename(way.model.filename)}:${String(way.end.node.loc.start.line)}`,
  };
}

function endName(end: PrimitiveEffect | SpinEffect): string {
  return end.kind === 'primitive' ? wellKnownName(end.primitive) : end.name;
}

function insteadOf(end: PrimitiveEffect | SpinEffect): Text {
  if (end.kind === 'spin') return adviceFor[end.spin];
  const { instead } = end.primitive;
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
