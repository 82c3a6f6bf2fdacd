import type { Random } from '@teatime/core';
import type { Lab } from './lab.ts';

/** Of suites that do not use `lab.elapsed` yet. */
export function elapsed(lab: Lab): number {
  return lab.elapsed();
}

/** Short waits, of suites that do not use `lab.durations` yet. */
export function durations(random: Random, count: number, { from = 12 } = {}): readonly number[] {
  let dozens = Math.ceil(from / 12);
  return Array.from({ length: count }, () => {
    dozens += random.int(1, 4);
    if (dozens % 5 === 0) dozens += 1;
    return 12 * dozens;
  });
}
