import type { WireInvocation } from './link.ts';
import type { WirePlace, WireValue } from './wire-value.ts';

/** A module of the student process by its URL: the host and core, with their types stripped. */
export type ModuleImage = Readonly<Record<string, string>>;

/** The first frame to a student process: what it is made of. */
export interface StartFrame {
  readonly t: 'start';
  readonly entry: string;
  readonly modules: ModuleImage;
}

/**
 * What the simulated modules of a submission see: its files, and what reading one and hashing cost.
 *
 * @example
 * const world: World = { files: { 'tea.txt': lab.text() }, readMs: 250, hashMs: 20 };
 * lab.world(world);
 */
export interface WireWorld {
  /** Texts by their paths, as the submission names them: relative, with forward slashes. */
  readonly files: Readonly<Record<string, string>>;
  /** Virtual milliseconds for reading one file. */
  readonly readMs: number;
  /** Virtual milliseconds for one key derivation. */
  readonly hashMs: number;
}

/** Frames to the student process. Each one that begins a turn tells the time, in milliseconds since 1970. */
export type FrameToStudent =
  | StartFrame
  | ({ readonly t: 'load'; readonly now: number; readonly world: WireWorld } & StudentModule)
  | ({ readonly t: 'call'; readonly now: number } & WireInvocation)
  | { readonly t: 'return'; readonly now: number; readonly ok: boolean; readonly value: WireValue }
  | { readonly t: 'settle'; readonly now: number; readonly id: number; readonly ok: boolean; readonly value: WireValue }
  | { readonly t: 'abort'; readonly now: number; readonly id: number; readonly reason: WireValue }
  | { readonly t: 'fire'; readonly now: number; readonly id: number }
  | { readonly t: 'world'; readonly now: number; readonly world: WireWorld }
  /** Several calls are to be one turn: whoever gets this asks for them, and is idle only after the last. */
  | { readonly t: 'together'; readonly now: number }
  | { readonly t: 'nudge'; readonly now: number };

/** The submission as it is loaded: its files by name, with their types stripped, what they may import, and what they may not call. */
export interface StudentModule {
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
  readonly imports: readonly string[];
  readonly forbidden?: readonly string[];
}

/** Frames from the student process, as an honest host writes them; the bridge checks each one. */
export type FrameFromStudent =
  | { readonly t: 'idle' }
  | { readonly t: 'loaded'; readonly ok: true; readonly exports: readonly (readonly [string, WireValue])[] }
  | { readonly t: 'loaded'; readonly ok: false; readonly error: WireValue }
  /** Its file waits at its top level. */
  | { readonly t: 'loaded'; readonly ok: false; readonly waits: true }
  | { readonly t: 'return'; readonly ok: boolean; readonly value: WireValue }
  | ({ readonly t: 'call' } & WireInvocation)
  /** Asks for the calls that are to be one turn; the answer is a return, once all of them were made. */
  | { readonly t: 'together' }
  | { readonly t: 'settle'; readonly id: number; readonly ok: boolean; readonly value: WireValue }
  | { readonly t: 'abort'; readonly id: number; readonly reason: WireValue }
  | { readonly t: 'timer'; readonly id: number; readonly ms: number; readonly place?: WirePlace }
  | { readonly t: 'clear'; readonly id: number }
  /** A timer keeps nobody waiting from now on, or does so again. */
  | { readonly t: 'waiting'; readonly id: number; readonly keeps: boolean }
  | { readonly t: 'block'; readonly ms: number; readonly spinning: boolean; readonly place?: WirePlace }
  | { readonly t: 'log'; readonly text: string }
  | { readonly t: 'used'; readonly name: string }
  | { readonly t: 'unhandled'; readonly error: WireValue }
  | { readonly t: 'nudged'; readonly moved: boolean }
  | { readonly t: 'exit'; readonly place?: WirePlace }
  | { readonly t: 'stuck'; readonly place: WirePlace; readonly functionName: string }
  /** Now and then, from code that has something to say again and again: where it does so. */
  | { readonly t: 'where'; readonly place: WirePlace }
  | { readonly t: 'alive' };
