import type { Moment } from '../replay.ts';
import { element, freshId } from './dom.ts';

export const panelKinds = ['source', 'printed', 'queue', 'chart'] as const;

export type PanelKind = (typeof panelKinds)[number];

/** One of the things that are to be seen beside the lanes. */
export interface Panel {
  readonly kind: PanelKind;
  readonly element: HTMLElement;
  /** Shows the moment, whatever was shown before. */
  draw(moment: Moment): void;
}

/** A panel with its heading. */
export function panelElement(kind: PanelKind, heading: string, ...content: readonly Node[]): HTMLElement {
  const id = freshId();
  return element('div', { class: `player-panel player-${kind}-panel`, role: 'group', 'aria-labelledby': id }, element('p', { class: 'player-heading', id }, heading), ...content);
}

/** What may be longer than there is room: it is scrolled, with the keyboard, too. */
export function scrolling(label: string, ...content: readonly Node[]): HTMLElement {
  return element('div', { class: 'player-scrolls', tabindex: 0, role: 'group', 'aria-label': label }, ...content);
}
