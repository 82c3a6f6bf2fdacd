import type { Frame } from './frames.ts';

export interface PlaybackState {
  readonly frame: number;
  readonly isPlaying: boolean;
  /** How many times as fast as time passes. */
  readonly speed: number;
}

export const speeds = [0.5, 1, 2, 4, 16] as const;

/** A step takes as long as the time that passes before it, and no longer or shorter than one can follow. In milliseconds. */
const shortest = 700;
const longest = 2500;

/** Goes through the frames of a run, by itself or as it is told. */
export class Playback {
  readonly #frames: readonly Frame[];
  readonly #onChange: () => void;
  #state: PlaybackState = { frame: 0, isPlaying: false, speed: 1 };
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onChange called after each change, however it came about */
  constructor(frames: readonly Frame[], onChange: () => void) {
    this.#frames = frames;
    this.#onChange = onChange;
  }

  get state(): PlaybackState {
    return this.#state;
  }

  get last(): number {
    return this.#frames.length - 1;
  }

  /** How long the shown frame stays while the run is played. */
  get dwell(): number {
    const { frame, speed } = this.#state;
    const passes = (this.#frames[frame + 1]?.t ?? 0) - (this.#frames[frame]?.t ?? 0);
    return Math.min(longest, Math.max(shortest, passes)) / speed;
  }

  /** Shows this frame, or the nearest that there is, and stays there. */
  show(frame: number): void {
    this.#become({ frame: Math.min(this.last, Math.max(0, frame)), isPlaying: false });
  }

  /** Plays on, from the beginning when it has come to the end; or stops where it is. */
  toggle(): void {
    const { frame, isPlaying } = this.#state;
    if (isPlaying) this.#become({ isPlaying: false });
    else this.#become({ frame: frame === this.last ? 0 : frame, isPlaying: this.last > 0 });
  }

  setSpeed(speed: number): void {
    this.#become({ speed });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #become(change: Partial<PlaybackState>): void {
    this.stop();
    this.#state = { ...this.#state, ...change };
    if (this.#state.isPlaying) this.#timer = setTimeout(() => this.#step(), this.dwell);
    this.#onChange();
  }

  #step(): void {
    const frame = this.#state.frame + 1;
    this.#become({ frame, isPlaying: frame < this.last });
  }
}
