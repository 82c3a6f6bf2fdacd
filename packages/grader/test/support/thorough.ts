/**
 * Whether everything is to be tried that there is, as `pnpm test:all` does: it takes many minutes. Other runs try some of each
 * kind, and leave out what takes a minute by itself.
 */
export const isThorough = process.env['TEATIME_TESTS'] === 'all';

/** All of them, or one of so many. */
export function sampleOf<T>(all: readonly T[], oneOf: number): readonly T[] {
  return isThorough ? all : all.filter((_, index) => index % oneOf === 0);
}

/** How often to try what is made at random. */
export function timesOf(all: number, usually: number): number {
  return isThorough ? all : usually;
}
