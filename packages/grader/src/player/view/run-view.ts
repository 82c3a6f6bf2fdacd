import type { Moment, Replay } from '../replay.ts';
import { ChartPanel } from './chart-panel.ts';
import { element } from './dom.ts';
import { Lanes } from './lanes.ts';
import type { Panel } from './panel.ts';
import { PrintedPanel } from './printed-panel.ts';
import { QueuePanel } from './queue-panel.ts';
import type { Say } from './say.ts';
import { SourcePanel } from './source-panel.ts';
import { TaskNames } from './task-names.ts';

export interface RunViewOptions {
  readonly title: string | undefined;
  /** How much time the axis shows. */
  readonly until: number;
  readonly say: Say;
}

/** One run: its lanes, and the panels below them. */
export class RunView {
  readonly lanes: HTMLElement;
  readonly below: HTMLElement;
  readonly panels: readonly Panel[];
  readonly #moments: readonly Moment[];
  readonly #lanes: Lanes;
  #shown: number | undefined;

  constructor(replay: Replay, { title, until, say }: RunViewOptions) {
    const names = new TaskNames(replay.lanes, say);
    this.#moments = replay.moments;
    this.#lanes = new Lanes(replay, until, names, say);
    this.panels = [
      ...(replay.files.length > 0 ? [new SourcePanel(replay, names, say)] : []),
      ...(replay.printed.length > 0 ? [new PrintedPanel(replay, names, say)] : []),
      ...(showsLoop(replay) ? [new QueuePanel(replay, names, say), new ChartPanel(say)] : []),
    ];
    const titled = title === undefined ? [] : [element('p', { class: 'player-title' }, title)];
    this.lanes = element('div', { class: 'player-run' }, ...titled, this.#lanes.element);
    this.below = element('div', { class: 'player-run' }, ...titled.map((shown) => shown.cloneNode(true)), element('div', { class: 'player-panels' }, ...this.panels.map((panel) => panel.element)));
  }

  /** @param t where the cursor stands: another run may have made the step */
  draw(index: number, t: number): void {
    this.#lanes.moveCursor(t, 0);
    const moment = this.#moments[index];
    if (moment === undefined || index === this.#shown) return;
    this.#shown = index;
    this.#lanes.draw(moment);
    for (const panel of this.panels) panel.draw(moment);
  }

  glideTo(t: number, ms: number): void {
    this.#lanes.moveCursor(t, ms);
  }
}

/** Some runs were written down from outside: when what began and ended, and nothing of the loop. */
function showsLoop({ moments }: Replay): boolean {
  return moments.some(({ ready, timers }) => ready.length > 0 || timers.length > 0);
}
