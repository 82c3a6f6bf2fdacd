/** Made by the build: scripts/page/plugin.ts. */
declare module 'virtual:teatime/suites' {
  /** Loads the suite of an exercise, which registers its checks. */
  export const suites: Readonly<Record<string, () => Promise<unknown>>>;
}

declare module 'virtual:teatime/exercises' {
  /** Loads what a student may know of an exercise. */
  export const exercises: Readonly<Record<string, () => Promise<{ readonly exercise: import('../course/course.ts').Exercise }>>>;
}

declare module 'virtual:teatime/compiler-chinese' {
  /** TypeScript's own translation of its messages, as JSON. */
  export const chinese: string;
}
