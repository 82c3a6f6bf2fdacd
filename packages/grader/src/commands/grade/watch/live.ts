import type { Context } from '../../../cli/context.ts';
import type { Text } from '../../../messages/text.ts';
import { watchTexts } from '../../../messages/watch.ts';
import { FileWatcher } from '../file-watcher.ts';
import type { Watched } from '../file-watcher.ts';
import { keyboardOf, listenToKeys } from '../keys.ts';
import type { KeyAction } from '../keys.ts';
import { EventQueue } from './event-queue.ts';
import { Screen } from './screen.ts';

/** What happens while somebody works. */
export type LiveEvent<Subject> =
  | { readonly t: 'save'; readonly exercise: Subject }
  | { readonly t: 'key'; readonly action: KeyAction }
  | { readonly t: 'tell'; readonly text: Text }
  /** The window has another size. */
  | { readonly t: 'resize' };

/** What a session at the terminal goes by. */
export interface Live<Subject> {
  readonly events: EventQueue<LiveEvent<Subject>>;
  readonly screen: Screen;
  /** It is interrupted by the keys as well. */
  readonly context: Context;
  /** Whether there is a keyboard to ask for things with. */
  readonly hasKeys: boolean;
}

/** Hears of saves, keys and the size of the window as long as a session goes on. */
export async function live<Subject>(watched: readonly Watched<Subject>[], context: Context, session: (live: Live<Subject>) => Promise<void>): Promise<void> {
  const events = new EventQueue<LiveEvent<Subject>>();
  const enough = new AbortController();
  const interrupted = AbortSignal.any([context.interrupted, enough.signal]);
  interrupted.addEventListener('abort', () => events.push({ t: 'key', action: 'quit' }));
  using keys = listenToKeys(keyboardOf(context), (action) => (action === 'quit' ? enough.abort() : events.push({ t: 'key', action })));
  const redraw = (): void => events.push({ t: 'resize' });
  process.stdout.on('resize', redraw);
  using _resizing = { [Symbol.dispose]: () => process.stdout.off('resize', redraw) };
  await using files = new FileWatcher({
    watched,
    onSave: (exercise) => events.push({ t: 'save', exercise }),
    onSilence: () => events.push({ t: 'tell', text: watchTexts.looking }),
  });
  await files.ready;
  await session({ events, screen: new Screen(context), context: { ...context, interrupted }, hasKeys: keys.listening });
}
