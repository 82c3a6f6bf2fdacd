import { playerWords } from '../../messages/player-view.ts';
import { element } from './dom.ts';
import type { Say } from './say.ts';

/** What the bars and the marks in the lanes mean. */
export function legend(say: Say): HTMLElement {
  const bars = (['running', 'ready', 'waiting', 'blocking'] as const).map((state) => entry(`player-bar player-${state}`, say(playerWords.states[state])));
  return element('div', { class: 'player-legend' }, ...bars, entry('player-timer', say(playerWords.timer)));
}

function entry(sign: string, meaning: string): HTMLElement {
  return element('span', {}, element('span', { class: `player-sample ${sign}`, 'aria-hidden': 'true' }), meaning);
}
