import type { ReadStream } from 'node:tty';
import type { Context } from '../../cli/context.ts';

/** What a key asks for. */
export type KeyAction = 'next' | 'previous' | 'hint' | 'list' | 'all' | 'again' | 'open' | 'quit';

const actions: Readonly<Record<string, KeyAction>> = {
  n: 'next',
  p: 'previous',
  h: 'hint',
  l: 'list',
  a: 'all',
  r: 'again',
  o: 'open',
  q: 'quit',
  '\r': 'next',
  '\n': 'next',
  '\u0003': 'quit',
  '\u0004': 'quit',
};

export interface Keyboard extends Disposable {
  /** Whether there is one to listen to. */
  readonly listening: boolean;
}

/** The keyboard of whoever reads what is written, where there is one. */
export function keyboardOf({ stdout }: Pick<Context, 'stdout'>): ReadStream | undefined {
  return stdout.isTTY === true ? process.stdin : undefined;
}

/** Listens to single keys, where there is a keyboard. The terminal is as before when it is disposed of. */
export function listenToKeys(stdin: ReadStream | undefined, onKey: (action: KeyAction) => void): Keyboard {
  if (stdin?.isTTY !== true) return { listening: false, [Symbol.dispose]: () => {} };
  const onData = (data: Buffer): void => {
    for (const key of data.toString('utf8').toLowerCase()) {
      const action = actions[key];
      if (action) onKey(action);
    }
  };
  stdin.setRawMode(true);
  stdin.resume();
  stdin.on('data', onData);
  return {
    listening: true,
    [Symbol.dispose]: () => {
      stdin.off('data', onData);
      stdin.setRawMode(false);
      stdin.pause();
    },
  };
}
