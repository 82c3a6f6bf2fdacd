import { playerWords } from '../../messages/player-view.ts';
import { readRecordings } from '../read-recordings.ts';
import { replayOf } from '../replay-of.ts';
import { element } from './dom.ts';
import { mountPlayer } from './mount-player.ts';
import type { MountedPlayer, PlayerOptions } from './mount-player.ts';

/** Shows the runs that stand in a JSON text, or says that it holds none. */
export function showRecordings(parent: HTMLElement, json: string, options: Omit<PlayerOptions, 'titles'>): MountedPlayer {
  const recordings = readRecordings(json);
  if (recordings !== undefined) {
    return mountPlayer(parent, recordings.map(({ recording }) => replayOf(recording)), { ...options, titles: recordings.map(({ title }) => title) });
  }
  const trouble = element('p', { role: 'alert' }, playerWords.unreadable[options.language]);
  parent.append(trouble);
  return { dispose: () => trouble.remove() };
}
