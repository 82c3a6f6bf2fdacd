import { legible } from '../messages/legible.ts';
import type { Output } from './context.ts';

/** The one way out of the program: whatever is written here, nothing but our own sequences is obeyed by who shows it. */
export class LegibleOutput implements Output {
  readonly #output: Output;

  constructor(output: Output) {
    this.#output = output;
  }

  write(text: string): unknown {
    return this.#output.write(legible(text));
  }

  get isTTY(): boolean {
    return this.#output.isTTY === true;
  }

  get columns(): number | undefined {
    return this.#output.columns;
  }

  get rows(): number | undefined {
    return this.#output.rows;
  }
}
