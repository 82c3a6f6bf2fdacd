import { playerWords } from '../../messages/player-view.ts';
import type { Lane } from '../replay.ts';
import { element } from './dom.ts';
import type { Say } from './say.ts';

/** Beyond these, tasks share colours; their names tell them apart. */
const colours = 6;

/** How the tasks of a run are called and coloured, wherever they are shown. */
export class TaskNames {
  readonly #lanes: ReadonlyMap<string, { readonly name: string; readonly colour: number }>;
  readonly #say: Say;

  constructor(lanes: readonly Lane[], say: Say) {
    this.#lanes = new Map(lanes.map(({ task, name }, index) => [task, { name, colour: index % colours }]));
    this.#say = say;
  }

  nameOf(task: string | null): string {
    return task === null ? this.#say(playerWords.program) : this.#lanes.get(task)?.name ?? task;
  }

  /** The class that gives an element the colour of the task. */
  classOf(task: string | null): string {
    const colour = task === null ? undefined : this.#lanes.get(task)?.colour;
    return colour === undefined ? 'player-no-task' : `player-task-${colour}`;
  }

  /** The name, in the task's colour. */
  chip(task: string | null): HTMLElement {
    return element('span', { class: `player-chip ${this.classOf(task)}` }, this.nameOf(task));
  }
}
