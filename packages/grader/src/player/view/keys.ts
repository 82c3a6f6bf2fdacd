import type { Playback } from './playback.ts';

/** What the keys do wherever in the player the focus is, except where a control has a use of its own for them. */
export function pressKey(event: KeyboardEvent, playback: Playback): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const action = actions[event.key];
  if (action === undefined || hasOwnUse(event)) return;
  event.preventDefault();
  action(playback);
}

const actions: Readonly<Partial<Record<string, (playback: Playback) => void>>> = {
  ArrowRight: (playback) => playback.show(playback.state.frame + 1),
  ArrowLeft: (playback) => playback.show(playback.state.frame - 1),
  Home: (playback) => playback.show(0),
  End: (playback) => playback.show(playback.last),
  ' ': (playback) => playback.toggle(),
};

function hasOwnUse({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return true;
  if (key === ' ') return target.matches('button, select, [type="radio"]');
  return target.matches('input, select');
}
