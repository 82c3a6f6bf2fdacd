/** Answers for end-to-end tests, so that these do not hang on what stands in packages/exercises. */
export const teaAnswers = {
  right: `import { createTask } from '@teatime/core';
import type { Coroutine } from '@teatime/core';

export async function makeTea(boilWater: () => Coroutine<string>, listenToMusic: () => Coroutine<void>): Promise<string> {
  const [water] = await Promise.all([createTask(boilWater()), createTask(listenToMusic())]);
  return water;
}
`,
  empty: `export async function makeTea(): Promise<string> {
  throw new Error('makeTea is empty');
}
`,
  oneAfterAnother: `import type { Coroutine } from '@teatime/core';

export async function makeTea(boilWater: () => Coroutine<string>, listenToMusic: () => Coroutine<void>): Promise<string> {
  const water = await boilWater();
  console.log('the water is hot', '\\u001b[31m');
  await listenToMusic();
  return water;
}
`,
  syntaxError: 'export async function makeTea() {\n  const water = ;\n}\n',
  missingExport: 'export async function maketea(): Promise<string> {\n  return "water";\n}\n',
  forbiddenImport: 'import { readFileSync } from "node:fs";\n\nexport const makeTea = readFileSync;\n',
  waitsForNothing: `export function makeTea(): Promise<string> {
  return new Promise(() => {});
}
`,
  quits: `declare const process: { exit(code: number): never };

process.exit(0);

export async function makeTea(): Promise<string> {
  return 'water';
}
`,
} as const;

/** Right in one of its two functions; the other one loops for ever. */
export const blockingWithALoop = `import { sleep } from '@teatime/core';

export async function pause(ms: number): Promise<void> {
  await sleep(ms);
}

export async function readText(path: string): Promise<string> {
  for (;;) path.length;
}
`;
