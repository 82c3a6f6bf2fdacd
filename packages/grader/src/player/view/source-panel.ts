import { playerWords } from '../../messages/player-view.ts';
import type { Moment, Replay } from '../replay.ts';
import { element } from './dom.ts';
import { panelElement, scrolling } from './panel.ts';
import type { Panel } from './panel.ts';
import type { Say } from './say.ts';
import type { TaskNames } from './task-names.ts';

interface Line {
  readonly element: HTMLElement;
  /** Who stands there. */
  readonly tasks: HTMLElement;
}

/** The sources, with the lines lit at which tasks stand. */
export class SourcePanel implements Panel {
  readonly kind = 'source';
  readonly element: HTMLElement;
  readonly #lines = new Map<string, Line>();
  readonly #names: TaskNames;
  readonly #scrolling: HTMLElement;
  /** What is shown at a line, where anything is. */
  #shown: ReadonlyMap<string, string> = new Map();

  constructor({ files }: Replay, names: TaskNames, say: Say) {
    this.#names = names;
    const sources = files.flatMap(({ name, source }) => {
      const lines = source.replace(/\n$/, '').split('\n').map((text, index) => this.#line(name, index + 1, text));
      const list = element('ol', { class: 'player-source' }, ...lines);
      return files.length === 1 ? [list] : [element('p', { class: 'player-label' }, name), list];
    });
    this.#scrolling = scrolling(say(playerWords.source), ...sources);
    const [file] = files.length === 1 ? files : [];
    this.element = panelElement('source', file?.name ?? say(playerWords.source), this.#scrolling);
  }

  draw({ tasks }: Moment): void {
    const standing = Map.groupBy(tasks.filter(({ place }) => place !== null), ({ place }) => keyOf(place?.file ?? '', place?.line ?? 0));
    const shown = new Map(Array.from(standing, ([key, there]) => [key, JSON.stringify(there.map(({ task, state }) => [task, isAtWork(state)]))]));
    for (const key of this.#shown.keys()) if (!shown.has(key)) this.#light(key, []);
    for (const [key, there] of standing) if (this.#shown.get(key) !== shown.get(key)) this.#light(key, there);
    this.#shown = shown;
    const [running] = Array.from(standing).find(([, there]) => there.some(({ state }) => isAtWork(state))) ?? [];
    if (running !== undefined) this.#bringIntoSight(this.#lines.get(running)?.element);
  }

  #line(file: string, number: number, text: string): HTMLElement {
    const tasks = element('span', { class: 'player-standing' });
    const line = element('li', { class: 'player-line' }, element('span', { class: 'player-number', 'aria-hidden': 'true' }, String(number)), element('span', { class: 'player-text' }, text), tasks);
    this.#lines.set(keyOf(file, number), { element: line, tasks });
    return line;
  }

  #light(key: string, there: Moment['tasks']): void {
    const line = this.#lines.get(key);
    if (line === undefined) return;
    line.tasks.replaceChildren(...there.slice(0, mostAtOnce).map(({ task }) => this.#names.chip(task)));
    if (there.length > mostAtOnce) line.tasks.append(`+${there.length - mostAtOnce}`);
    line.element.classList.toggle('is-lit', there.length > 0);
    line.element.classList.toggle('is-running', there.some(({ state }) => isAtWork(state)));
  }

  /** Within the panel: the page stays where it is. */
  #bringIntoSight(line: HTMLElement | undefined): void {
    const frame = this.#scrolling;
    if (line === undefined || frame.clientHeight === 0) return;
    const [place, room] = [line.getBoundingClientRect(), frame.getBoundingClientRect()];
    if (place.top < room.top || place.bottom > room.bottom) frame.scrollTop += place.top - room.top - room.height / 3;
  }
}

const mostAtOnce = 4;

function isAtWork(state: Moment['tasks'][number]['state']): boolean {
  return state === 'running' || state === 'blocking';
}

function keyOf(file: string, line: number): string {
  return `${line} ${file}`;
}
