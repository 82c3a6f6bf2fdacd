import { withBase } from 'vitepress';
import type { Engine } from '../../../../packages/grader/src/page/engine.ts';
import { exportOf } from '../../../../packages/grader/src/page/export-of.ts';

let engine: Promise<Engine> | undefined;

/** The grader of the pages, once for all exercises that are read one after another. It is built by itself: see `site/grader-files.ts`. */
export async function loadEngine(): Promise<Engine> {
  engine ??= open();
  try {
    return await engine;
  } catch (error) {
    engine = undefined;
    throw error;
  }
}

async function open(): Promise<Engine> {
  const url = withBase('/grader/grader.js');
  const PageGrader = exportOf(await import(/* @vite-ignore */ url), 'PageGrader');
  if (!isEngineClass(PageGrader)) throw new Error(`${url} is of another version`);
  return new PageGrader();
}

function isEngineClass(value: unknown): value is new () => Engine {
  return typeof value === 'function';
}
