import { playerWords, timeText } from '../../messages/player-view.ts';
import type { Language } from '../../messages/text.ts';
import type { Replay } from '../replay.ts';
import { Controls } from './controls.ts';
import { element } from './dom.ts';
import { framesOf } from './frames.ts';
import { pressKey } from './keys.ts';
import { legend } from './legend.ts';
import { panelChoice } from './panel-choice.ts';
import { Playback } from './playback.ts';
import { RunView } from './run-view.ts';
import type { Say } from './say.ts';

export interface PlayerOptions {
  readonly language: Language;
  /** What the runs are called, in their order, where they are compared. */
  readonly titles?: readonly (string | undefined)[];
  /** Whether it plays by itself, where motion is welcome. */
  readonly plays?: boolean;
}

export interface MountedPlayer {
  /** Stops it and leaves the element empty. */
  dispose(): void;
}

/** Up to this speed each step is read out while the run is played. */
const followable = 0.5;

/**
 * Shows runs in an element, to be gone through step by step, forward and back: one of them, or two side by side on one scale of
 * time. `player.css` is its style sheet.
 */
export function mountPlayer(parent: HTMLElement, replays: readonly Replay[], { language, titles = [], plays = false }: PlayerOptions): MountedPlayer {
  const say: Say = (text) => text[language];
  const frames = framesOf(replays);
  const until = Math.max(...replays.map((replay) => replay.until), 0);
  const runs = replays.map((replay, index) => new RunView(replay, { title: titles[index], until, say }));
  const playback = new Playback(frames, draw);
  const controls = new Controls(playback, say);
  const says = element('p', { class: 'player-says' });
  const stillness = matchMedia('(prefers-reduced-motion: reduce)');
  const player = element('div', { class: 'player', role: 'group', 'aria-label': say(playerWords.player), tabindex: -1, lang: language });
  player.classList.toggle('is-compared', replays.length > 1);
  player.append(
    element('div', { class: 'player-head' }, controls.element, says),
    element('div', { class: 'player-runs' }, ...runs.map(({ lanes }) => lanes)),
    legend(say),
  );
  const panels = runs.flatMap((run) => run.panels);
  if (panels.length > 0) player.append(...panelChoice(panels, say), element('div', { class: 'player-runs' }, ...runs.map(({ below }) => below)));
  player.addEventListener('keydown', (event) => pressKey(event, playback));

  function draw(): void {
    const { frame, isPlaying, speed } = playback.state;
    const { t, run, moments } = frames[frame] ?? { t: 0, run: 0, moments: [] };
    const step = replays[run]?.moments[moments[run] ?? 0]?.says;
    const title = titles[run];
    says.setAttribute('aria-live', isPlaying && speed > followable ? 'off' : 'polite');
    says.textContent = step === undefined ? '' : say(title === undefined || replays.length === 1 ? step : playerWords.inRun(title, step));
    controls.draw(timeText(t, until));
    for (const [index, view] of runs.entries()) view.draw(moments[index] ?? 0, t);
    const next = frames[frame + 1];
    if (isPlaying && next !== undefined && next.t > t && !stillness.matches) glide(next.t);
  }

  function glide(t: number): void {
    // What was drawn has to be there before it can move away from it.
    player.getBoundingClientRect();
    for (const view of runs) view.glideTo(t, playback.dwell);
  }

  draw();
  parent.append(player);
  if (plays && !stillness.matches) playback.toggle();
  return {
    dispose() {
      playback.stop();
      player.remove();
    },
  };
}
