import { playerWords } from '../../messages/player-view.ts';
import type { Text } from '../../messages/text.ts';
import { drawing, element } from './dom.ts';
import { speeds } from './playback.ts';
import type { Playback } from './playback.ts';
import type { Say } from './say.ts';

/** Drawn, since signs of a font look different everywhere. */
const icons = {
  toBeginning: 'M5 4h2v12H5zM16 4v12L8 10z',
  back: 'M13 4v12L5 10zM14 4h2v12h-2z',
  play: 'M5 3.5v13L17 10z',
  pause: 'M5 4h3.5v12H5zM11.5 4H15v12h-3.5z',
  forward: 'M7 4v12l8-6zM4 4h2v12H4z',
  toEnd: 'M13 4h2v12h-2zM4 4v12l8-6z',
} as const;

/** The buttons, the slider and the speed. */
export class Controls {
  readonly element: HTMLElement;
  readonly #playback: Playback;
  readonly #say: Say;
  readonly #toggle: HTMLButtonElement;
  readonly #slider: HTMLInputElement;
  readonly #time = element('span', { class: 'player-clock' });

  constructor(playback: Playback, say: Say) {
    this.#playback = playback;
    this.#say = say;
    this.#toggle = button('play', say(playerWords.play), () => playback.toggle());
    this.#slider = element('input', { class: 'player-slider', type: 'range', min: 0, max: playback.last, step: 1, value: 0, 'aria-label': say(playerWords.step) });
    this.#slider.addEventListener('input', () => playback.show(this.#slider.valueAsNumber));
    const to = (name: 'toBeginning' | 'back' | 'forward' | 'toEnd', frame: () => number): HTMLButtonElement =>
      button(name, say(playerWords[name]), () => playback.show(frame()));
    this.element = element(
      'div', { class: 'player-controls', role: 'group', 'aria-label': say(playerWords.controls) },
      to('toBeginning', () => 0), to('back', () => playback.state.frame - 1), this.#toggle, to('forward', () => playback.state.frame + 1), to('toEnd', () => playback.last),
      this.#speed(), this.#slider, this.#time,
    );
  }

  draw(time: Text): void {
    const { frame, isPlaying } = this.#playback.state;
    const step = this.#say(playerWords.stepOf(frame, this.#playback.last, time));
    this.#slider.value = String(frame);
    this.#slider.setAttribute('aria-valuetext', step);
    this.#time.textContent = step;
    setIcon(this.#toggle, isPlaying ? 'pause' : 'play', this.#say(isPlaying ? playerWords.pause : playerWords.play));
  }

  #speed(): HTMLElement {
    const choice = element('select', { class: 'player-speed', 'aria-label': this.#say(playerWords.speed), title: this.#say(playerWords.speed) }, ...speeds.map((speed) => element('option', { value: speed }, `${speed}×`)));
    choice.value = String(this.#playback.state.speed);
    choice.addEventListener('change', () => this.#playback.setSpeed(Number(choice.value)));
    return choice;
  }
}

function button(icon: keyof typeof icons, label: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', { class: `player-button player-button-${icon}`, type: 'button' }, drawing('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true' }, drawing('path')));
  made.addEventListener('click', onClick);
  setIcon(made, icon, label);
  return made;
}

function setIcon(made: HTMLButtonElement, icon: keyof typeof icons, label: string): void {
  if (made.getAttribute('aria-label') === label) return;
  made.setAttribute('aria-label', label);
  made.title = label;
  made.querySelector('path')?.setAttribute('d', icons[icon]);
}
