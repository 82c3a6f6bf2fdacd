import { playerWords, timeText } from '../../messages/player-view.ts';
import type { Moment, PrintedLine, Replay } from '../replay.ts';
import { element } from './dom.ts';
import { panelElement, scrolling } from './panel.ts';
import type { Panel } from './panel.ts';
import type { Say } from './say.ts';
import type { TaskNames } from './task-names.ts';

/** What has been printed by then. */
export class PrintedPanel implements Panel {
  readonly kind = 'printed';
  readonly element: HTMLElement;
  readonly #lines: readonly PrintedLine[];
  readonly #list = element('ol', { class: 'player-printed' });
  readonly #nothing: HTMLElement;
  readonly #scrolling: HTMLElement;
  readonly #item: (line: PrintedLine) => HTMLElement;

  constructor({ printed, until }: Replay, names: TaskNames, say: Say) {
    this.#lines = printed;
    this.#nothing = element('p', { class: 'player-soft' }, say(playerWords.nothingYet));
    this.#scrolling = scrolling(say(playerWords.printed), this.#nothing, this.#list);
    this.element = panelElement('printed', say(playerWords.printed), this.#scrolling);
    this.#item = ({ t, task, text }) => element(
      'li', { class: names.classOf(task) },
      element('span', { class: 'player-time' }, say(timeText(t, until))), element('span', { class: 'player-text' }, text),
    );
  }

  draw({ printed }: Moment): void {
    const shown = this.#list.childElementCount;
    if (shown === printed) return;
    if (shown < printed) this.#list.append(...this.#lines.slice(shown, printed).map(this.#item));
    else for (let left = shown; left > printed; left -= 1) this.#list.lastElementChild?.remove();
    this.#nothing.hidden = printed > 0;
    this.#scrolling.scrollTop = this.#scrolling.scrollHeight;
  }
}
