import type { Act } from './act.ts';
import type { ChartNode } from './replay.ts';

/** An act that is a step of its own to go through. */
export type Step = Extract<Act, { kind: keyof typeof nodes }>;

/** Where in the lesson's flow chart the loop is when it takes a step. */
const nodes = {
  make: 'run',
  run: 'run',
  print: 'run',
  block: 'run',
  cancel: 'run',
  pause: 'pause',
  end: 'end',
  fire: 'happened',
  wake: 'wake',
} as const satisfies Partial<Record<Act['kind'], ChartNode>>;

/** The act as a step; undefined when it only shows together with the next one. */
export function stepOf(act: Act): Step | undefined {
  // An empty line is one with what is printed below it.
  return isStep(act) && !(act.kind === 'print' && act.text.trim() === '') ? act : undefined;
}

export function nodeOf(step: Step): ChartNode {
  // Nobody runs yet.
  return step.kind === 'make' && step.by === null ? 'start' : nodes[step.kind];
}

function isStep(act: Act): act is Step {
  return act.kind in nodes;
}
