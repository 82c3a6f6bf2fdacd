/** The exercise of these suites exists only as text in the tests. */
declare module '@teatime/exercises/adding' {
  export function add(a: number, b: number): unknown;
  export function fine(): unknown;
}

declare module '@teatime/exercises/calling' {
  export function add(a: number, b: number): unknown;
  export function fine(work: (signal: AbortSignal) => PromiseLike<unknown>): unknown;
}

declare module '@teatime/exercises/threading' {
  export function use(start: () => import('@teatime/core').Thread<unknown>, messages: readonly unknown[]): unknown;
}
