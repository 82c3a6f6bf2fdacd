/** Made by the build: scripts/page/plugin.ts. */
declare module 'virtual:teatime/suites' {
  /** Loads the suite of an exercise, which registers its checks. */
  export const suites: Readonly<Record<string, () => Promise<unknown>>>;
}

declare module 'virtual:teatime/exercises' {
  /** Loads an exercise as students get it. */
  export const exercises: Readonly<Record<string, () => Promise<{ readonly open: import('./engine.ts').OpenExercise }>>>;
}

declare module 'virtual:teatime/stories' {
  /** Loads the lesson's program that goes with an exercise, watched, and its source. */
  export const stories: Readonly<Record<string, () => Promise<{ readonly story: import('./story.ts').Story; readonly source: string }>>>;
}

declare module 'virtual:teatime/solutions' {
  /** Loads the solution of an exercise in sealed form. */
  export const solutions: Readonly<Record<string, () => Promise<{ readonly sealed: string }>>>;
}

declare module 'virtual:teatime/compiler-chinese' {
  /** TypeScript's own translation of its messages, as JSON. */
  export const chinese: string;
}

declare module 'virtual:teatime/libraries' {
  /** What the compiler reads besides an answer. */
  export const kept: import('./lint/kept-libraries.ts').KeptFiles;
}
