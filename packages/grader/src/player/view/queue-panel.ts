import { playerWords, timeText } from '../../messages/player-view.ts';
import type { Text } from '../../messages/text.ts';
import type { Moment, PendingTimer, Replay } from '../replay.ts';
import { element, freshId } from './dom.ts';
import { panelElement } from './panel.ts';
import type { Panel } from './panel.ts';
import type { Say } from './say.ts';
import type { TaskNames } from './task-names.ts';

/** More than these are counted. */
const limit = 12;

/** Who is ready and which timers are set, and what of it is taken out next. */
export class QueuePanel implements Panel {
  readonly kind = 'queue';
  readonly element: HTMLElement;
  readonly #ready = element('ol', { class: 'player-queue' });
  readonly #timers = element('ol', { class: 'player-queue' });
  readonly #until: number;
  readonly #names: TaskNames;
  readonly #say: Say;
  readonly #shown = new Map<HTMLElement, string>();

  constructor({ until }: Replay, names: TaskNames, say: Say) {
    this.#until = until;
    this.#names = names;
    this.#say = say;
    this.element = panelElement('queue', say(playerWords.queue), ...this.#part(playerWords.ready, this.#ready), ...this.#part(playerWords.timers, this.#timers));
  }

  draw({ ready, timers }: Moment): void {
    this.#fill(this.#ready, ready.slice(0, limit).map((task) => ({ task })), { of: ready.length, isNext: true });
    // Time passes only when nobody is ready.
    this.#fill(this.#timers, timers.slice(0, limit), { of: timers.length, isNext: ready.length === 0 });
  }

  #part(heading: Text, list: HTMLElement): readonly HTMLElement[] {
    const id = freshId();
    list.setAttribute('aria-labelledby', id);
    return [element('p', { class: 'player-label', id }, this.#say(heading)), list];
  }

  #fill(list: HTMLElement, entries: readonly Entry[], { of, isNext }: { readonly of: number; readonly isNext: boolean }): void {
    const content = JSON.stringify([entries, of, isNext]);
    if (this.#shown.get(list) === content) return;
    this.#shown.set(list, content);
    const note = (text: Text): HTMLElement => element('li', { class: 'player-soft' }, this.#say(text));
    const items = entries.map((entry, index) => this.#item(entry, isNext && index === 0));
    if (of > entries.length) items.push(note(playerWords.more(of - entries.length)));
    if (of === 0) items.push(note(playerWords.none));
    list.replaceChildren(...items);
  }

  #item({ task, at }: Entry, isNext: boolean): HTMLElement {
    const item = element('li', {}, this.#names.chip(task));
    if (at !== undefined) item.append(element('span', { class: 'player-time' }, this.#say(timeText(at, this.#until))));
    if (isNext) item.append(element('span', { class: 'player-next' }, this.#say(playerWords.next)));
    return item;
  }
}

type Entry = Pick<PendingTimer, 'task'> & Partial<PendingTimer>;
