import { playerWords } from '../../messages/player-view.ts';
import type { Text } from '../../messages/text.ts';
import type { ChartNode, Moment } from '../replay.ts';
import { drawing, freshId } from './dom.ts';
import { panelElement } from './panel.ts';
import type { Panel } from './panel.ts';
import type { Say } from './say.ts';

interface NodeShape {
  /** A question has two ways out. */
  readonly kind: 'step' | 'question';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const shapes: Readonly<Record<ChartNode, NodeShape>> = {
  start: { kind: 'step', x: 100, y: 20, width: 116, height: 28 },
  'any-ready': { kind: 'question', x: 100, y: 88, width: 132, height: 68 },
  run: { kind: 'step', x: 100, y: 162, width: 96, height: 28 },
  awaits: { kind: 'question', x: 100, y: 232, width: 124, height: 64 },
  pause: { kind: 'step', x: 80, y: 306, width: 116, height: 40 },
  end: { kind: 'step', x: 190, y: 306, width: 76, height: 40 },
  happened: { kind: 'question', x: 266, y: 88, width: 140, height: 68 },
  wake: { kind: 'step', x: 266, y: 176, width: 124, height: 54 },
};

const arrows = [
  'M100 34V52',
  'M100 122V146',
  'M100 176V198',
  'M88 258V284',
  'M162 232H190V284',
  'M80 326V340M190 326V340H10V88H32',
  'M166 88H194',
  'M266 122V147',
  'M204 176H178V104H140',
  'M266 54V44H160V72H136',
] as const;

const answers: readonly (readonly [word: Text, x: number, y: number])[] = [
  [playerWords.yes, 106, 138],
  [playerWords.no, 168, 82],
  [playerWords.yes, 94, 277],
  [playerWords.no, 170, 226],
  [playerWords.yes, 272, 138],
  [playerWords.no, 240, 40],
];

const lineHeight = 14;

/** The flow chart of the lesson, with the node lit where the loop is. */
export class ChartPanel implements Panel {
  readonly kind = 'chart';
  readonly element: HTMLElement;
  readonly #say: Say;
  readonly #nodes: ReadonlyMap<ChartNode, SVGElement>;
  readonly #chart: SVGElement;
  #lit: ChartNode | undefined;

  constructor(say: Say) {
    this.#say = say;
    this.#nodes = new Map(chartNodes.map((node) => [node, nodeDrawing(shapes[node], say(playerWords.nodes[node]))]));
    const head = drawing('path', { class: 'player-arrow-head', d: 'M0 0L8 4L0 8Z' });
    const id = freshId();
    const marker = drawing('marker', { id, viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto' }, head);
    this.#chart = drawing(
      'svg', { class: 'player-chart', viewBox: '0 0 340 346', role: 'img' }, drawing('defs', {}, marker),
      ...arrows.map((d) => drawing('path', { class: 'player-arrow', d, 'marker-end': `url(#${id})` })),
      ...answers.map(([word, x, y]) => drawing('text', { class: 'player-answer', x, y }, say(word))),
      ...this.#nodes.values(),
    );
    this.element = panelElement('chart', say(playerWords.chart), this.#chart);
  }

  draw({ node }: Moment): void {
    if (node === this.#lit) return;
    if (this.#lit !== undefined) this.#nodes.get(this.#lit)?.classList.remove('is-lit');
    this.#nodes.get(node)?.classList.add('is-lit');
    this.#chart.setAttribute('aria-label', this.#say(playerWords.chartAt(playerWords.nodes[node])));
    this.#lit = node;
  }
}

const chartNodes = ['start', 'any-ready', 'run', 'awaits', 'pause', 'end', 'happened', 'wake'] as const satisfies readonly ChartNode[];

function nodeDrawing({ kind, x, y, width, height }: NodeShape, label: string): SVGElement {
  const [right, bottom] = [width / 2, height / 2];
  const shape = kind === 'question'
    ? drawing('polygon', { points: `${x - right},${y} ${x},${y - bottom} ${x + right},${y} ${x},${y + bottom}` })
    : drawing('rect', { x: x - right, y: y - bottom, width, height, rx: 6 });
  const lines = label.split('\n');
  const top = y - ((lines.length - 1) * lineHeight) / 2 + 4;
  const text = drawing('text', {}, ...lines.map((line, index) => drawing('tspan', { x, y: top + index * lineHeight }, line)));
  return drawing('g', { class: 'player-node' }, shape, text);
}
