import { setTimeout as realTimeout } from 'node:timers';
import { pathToFileURL } from 'node:url';
import { Coroutine } from '@teatime/core';
import type { Language } from '../messages/text.ts';

export type Module = Readonly<Record<string, unknown>>;

/** A story as `story.ts` exports it: told with the module of an answer. */
export type Story = (stage: StoryStage) => unknown;

interface StoryStage {
  readonly exercise: Module;
  readonly lang: Language;
  readonly print: (line: string) => void;
  /** Takes the next Ctrl+C, where somebody could press it. */
  readonly nextCtrlC?: (() => AbortSignal) | undefined;
}

/** @param path absolute */
export async function loadModule(path: string): Promise<Module> {
  const module: unknown = await import(pathToFileURL(path).href);
  if (!isModule(module)) throw new TypeError(`${path} is no module`);
  return module;
}

function isModule(value: unknown): value is Module {
  return typeof value === 'object' && value !== null;
}

/** The story that a file exports; undefined when it exports none. */
export async function loadStory(path: string): Promise<Story | undefined> {
  const { story } = await loadModule(path);
  return isStory(story) ? story : undefined;
}

function isStory(value: unknown): value is Story {
  return typeof value === 'function';
}

/** What a story gives. @throws {TypeError} for anything but a coroutine */
export function coroutineOf(value: unknown): Coroutine<unknown> {
  if (value instanceof Coroutine) return value;
  throw new TypeError('a story gives a coroutine');
}

/**
 * Waits a moment for what no clock can hurry: files, hashes. The timer alone does not keep the process alive, so that
 * where nothing goes on, the process comes to its end instead, and says that this is a deadlock.
 */
export function somethingReal(): Promise<boolean> {
  return new Promise((resolve) => {
    realTimeout(() => resolve(true), 5).unref();
  });
}
