import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from '../../binding/source-model.ts';
import type { Call, Primitive } from '../primitives/primitive.ts';
import type { Spin } from '../spin-loop/spin-loop.ts';

/** One thing that a piece of code does and that may block. */
export type Effect = PrimitiveEffect | SpinEffect | UnitEffect;

/** Where an effect is said, and in which words. */
export interface Place {
  /** The last name of what is called, the argument that is handed over, or the loop. */
  readonly node: TSESTree.Node;
  /** What the code calls it: `fs.readFileSync`. */
  readonly name: string;
  /** The same as it is used: `fs.readFileSync()`, `new Config()`, `config.settings`. */
  readonly text: string;
}

/** A call of something that blocks, or handing it over to be called. */
export interface PrimitiveEffect extends Place {
  readonly kind: 'primitive';
  readonly primitive: Primitive;
  /** The call itself, unless the function is handed over. */
  readonly call: Call | undefined;
}

/** A loop that waits by turning. */
export interface SpinEffect extends Place {
  readonly kind: 'spin';
  readonly spin: Spin;
}

/** Running code of the project itself: a call, an access to a getter, a round through an iterable. */
export interface UnitEffect extends Place {
  readonly kind: 'unit';
  readonly unit: Unit;
}

/** Code that runs as a whole when something else runs it: the body of a function, the making of an instance. */
export interface Unit {
  /** The function or class, the same for the same code. */
  readonly node: TSESTree.Node;
  readonly model: SourceModel;
  /** The parts that run, in the order in which they do. */
  readonly parts: readonly TSESTree.Node[];
}
