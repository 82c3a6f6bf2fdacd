import * as core from '@teatime/core';
import { beginChance } from './chance.ts';
import { watchForbidden } from './forbidden.ts';
import { lockRealm } from './lock-realm.ts';
import { RemoteClock } from './remote-clock.ts';

/** Virtual time begins when the other side first tells it; then the realm is ready for the student's code. */
export class Beginning {
  readonly #clock: RemoteClock;
  readonly #tellUse: (name: string) => void;
  #isOver = false;

  /** @param tellUse told of what is called though it is forbidden */
  constructor(clock: RemoteClock, tellUse: (name: string) => void) {
    this.#clock = clock;
    this.#tellUse = tellUse;
  }

  /** Whether a check has begun before. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** A check begins. */
  beginCheck(forbidden: readonly string[] = []): void {
    if (!this.#isOver) this.#takeRealm(forbidden);
    beginChance();
    this.#clock.reset();
  }

  #takeRealm(forbidden: readonly string[]): void {
    this.#isOver = true;
    core.installClock(this.#clock);
    watchForbidden(forbidden, this.#tellUse);
    lockRealm(Object.values(core).filter((value) => typeof value === 'function'), [this.#clock, RemoteClock.prototype]);
  }
}
