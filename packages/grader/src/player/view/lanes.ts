import { playerWords, timeText } from '../../messages/player-view.ts';
import { ticksUpTo } from '../time-axis.ts';
import type { Bar, Lane, Moment, Replay, TaskMoment, TaskState } from '../replay.ts';
import { element } from './dom.ts';
import type { Say } from './say.ts';
import type { TaskNames } from './task-names.ts';

/** More than these in one lane nobody can tell apart. */
const barLimit = 400;

interface Row {
  readonly element: HTMLElement;
  readonly state: HTMLElement;
  shown: string;
}

/** When each task did what, on an axis of time with a cursor at the moment. What is still to come is pale. */
export class Lanes {
  readonly element: HTMLElement;
  readonly #rows: ReadonlyMap<string, Row>;
  readonly #until: number;
  readonly #say: Say;
  readonly #hasFiles: boolean;

  /** @param until how much time the axis shows: two runs are compared on one scale */
  constructor(replay: Replay, until: number, names: TaskNames, say: Say) {
    this.#until = Math.max(1, until);
    this.#say = say;
    this.#hasFiles = replay.files.length > 1;
    const ends = new Map(replay.moments.at(-1)?.tasks.map(({ task, state }) => [task, state]));
    this.#rows = new Map(replay.lanes.map((lane) => [lane.task, this.#row(lane, names.classOf(lane.task), ends.get(lane.task))]));
    const rows = element('ul', { class: 'player-rows', 'aria-label': say(playerWords.tasks) }, ...Array.from(this.#rows.values(), (row) => row.element));
    const now = element('div', { class: 'player-now', 'aria-hidden': 'true' }, element('div', { class: 'player-cursor' }));
    const drawn = element('div', { class: 'player-drawn' }, rows, now);
    this.element = element('div', { class: 'player-lanes' }, this.#axis(), element('div', { class: 'player-scrolls', tabindex: 0, role: 'group', 'aria-label': say(playerWords.tasks) }, drawn));
  }

  draw({ tasks }: Moment): void {
    const now = new Map(tasks.map((task) => [task.task, task]));
    for (const [task, row] of this.#rows) this.#show(row, now.get(task));
  }

  /** @param glide how long the cursor takes to come there, in milliseconds */
  moveCursor(t: number, glide: number): void {
    const { style } = this.element;
    style.setProperty('--player-glide', `${glide}ms`);
    style.setProperty('--player-at', this.#share(t));
  }

  #show(row: Row, now: TaskMoment | undefined): void {
    const state = now === undefined ? undefined : playerWords.states[now.state];
    const place = now === undefined || isOver(now.state) ? null : now.place;
    const text = state === undefined ? '' : this.#say(place === null ? state : playerWords.atLine(state, place.line, this.#hasFiles ? place.file : undefined));
    const shown = `${now?.state ?? 'unmade'} ${text}`;
    if (row.shown === shown) return;
    row.shown = shown;
    row.element.dataset['state'] = now?.state ?? 'unmade';
    row.state.textContent = text;
  }

  #row({ name, bars, timers }: Lane, colour: string, end: TaskState | undefined): Row {
    const state = element('span', { class: 'player-state' });
    const track = element(
      'span', { class: 'player-track', 'aria-hidden': 'true' },
      ...bars.slice(0, barLimit).map((bar) => this.#bar(bar)),
      ...timers.slice(0, barLimit).map((at) => placed(element('span', { class: 'player-timer' }), this.#share(at))),
    );
    const sign = end === undefined ? undefined : signs[end];
    const last = bars.at(-1);
    if (sign !== undefined && last !== undefined) track.append(placed(element('span', { class: `player-end player-${end ?? ''}` }, sign), this.#share(last.to)));
    const label = element('span', { class: 'player-name' }, name);
    label.title = name;
    return { element: element('li', { class: `player-lane ${colour}` }, element('span', { class: 'player-who' }, label, state), track), state, shown: '' };
  }

  #bar({ from, to, state }: Bar): HTMLElement {
    const bar = placed(element('span', { class: `player-bar player-${state}` }), this.#share(from));
    bar.style.setProperty('--player-length', this.#share(to - from));
    return bar;
  }

  #axis(): HTMLElement {
    const ticks = ticksUpTo(this.#until).map((t) => placed(element('span', { class: 'player-tick' }, this.#say(timeText(t, this.#until))), this.#share(t)));
    return element('div', { class: 'player-axis', 'aria-hidden': 'true' }, ...ticks);
  }

  #share(t: number): string {
    return `${Number(((100 * t) / this.#until).toFixed(3))}%`;
  }
}

function placed(sign: HTMLElement, at: string): HTMLElement {
  sign.style.setProperty('--player-at', at);
  return sign;
}

const signs: Partial<Record<TaskState, string>> = { fulfilled: '✓', rejected: '✗', cancelled: '⊘' };

function isOver(state: TaskState): boolean {
  return state === 'fulfilled' || state === 'rejected' || state === 'cancelled';
}
