import { ownSequence } from '../messages/legible.ts';
import { clip } from '../report/layout.ts';
import type { Context } from './context.ts';

/** A line that says what is going on, for whoever waits before a terminal; nothing anywhere else. */
export interface Progress extends Disposable {
  show(text: string): void;
}

export function startProgress({ stderr }: Pick<Context, 'stderr'>): Progress {
  if (stderr.isTTY !== true) return { show: () => {}, [Symbol.dispose]: () => {} };
  const clear = ownSequence('\r') + ownSequence('\u001B[2K');
  return {
    show: (text) => stderr.write(`${clear}${clip(text, (stderr.columns ?? 80) - 1)}`),
    [Symbol.dispose]: () => stderr.write(clear),
  };
}
