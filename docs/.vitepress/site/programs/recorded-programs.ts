import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../../../../packages/grader/src/messages/text.ts';
import type { Language } from '../../../../packages/grader/src/messages/text.ts';
import type { TitledRecording } from '../../../../packages/grader/src/player/read-recordings.ts';
import { record } from '../../../../packages/grader/src/stage/record.ts';
import type { RecordingOrder } from '../../../../packages/grader/src/stage/recording-order.ts';
import type { Contents } from '../contents.ts';
import { repository, sourceOf } from '../places.ts';
import { programs } from './programs.ts';
import type { Program } from './programs.ts';

/** A program as it stands in a text. */
export interface ShownProgram {
  readonly name: string;
  readonly source: string;
  readonly language: Language;
}

/** The runs of the lesson's programs. */
export interface RecordedPrograms {
  /** Undefined for one that was written since the site was begun to be shown. */
  of(program: ShownProgram): readonly TitledRecording[] | undefined;
  /** Those of the one of this name, wherever it stands. */
  named(name: string, language: Language): readonly TitledRecording[] | undefined;
}

const fence = /^```ts player=(?<name>\S+)\n(?<source>.*?)^```$/gms;

/** Runs all programs of the lesson that the texts mark, in each language, and writes down what happens. */
export async function recordPrograms({ pages }: Contents): Promise<RecordedPrograms> {
  const shown = languages.flatMap((language) => pages.filter((page) => page.startsWith('lesson/')).flatMap((page) => programsIn(readFileSync(join(repository, sourceOf(page, language)), 'utf8'), language)));
  const runs = shown.flatMap((program) => variantsOf(program).map((variant) => ({ program, variant })));
  const recordings = await record(runs.map(({ program, variant }) => orderOf(program, variant)));
  const recorded = runs.flatMap(({ program, variant: { title } }, at) => {
    const recording = recordings[at];
    return recording === undefined ? [] : [{ program, run: { ...(title && { title: title[program.language] }), recording } }];
  });
  const runsOf = (matches: (program: ShownProgram) => boolean): readonly TitledRecording[] | undefined => {
    const found = recorded.filter(({ program }) => matches(program)).map(({ run }) => run);
    return found.length === 0 ? undefined : found;
  };
  return {
    of: ({ name, source, language }) => runsOf((one) => one.name === name && one.source === source && one.language === language),
    named: (name, language) => runsOf((one) => one.name === name && one.language === language),
  };
}

function programsIn(text: string, language: Language): readonly ShownProgram[] {
  return Array.from(text.matchAll(fence), ({ groups }) => ({ name: groups?.['name'] ?? '', source: groups?.['source'] ?? '', language }));
}

function variantsOf({ name }: ShownProgram): readonly Program[] {
  const variants = programs[name];
  if (variants === undefined) throw new Error(`The lesson marks a program '${name}', of which programs.ts knows nothing.`);
  return variants;
}

function orderOf({ name, source, language }: ShownProgram, { core, lesson = [], before = '', after = '' }: Program): RecordingOrder {
  const code = JSON.stringify(new URL('lesson-code.ts', import.meta.url).href);
  const imports = `import { ${core.join(', ')} } from '@teatime/core';`;
  const taken = lesson.length === 0 ? '' : `import { lessonCode } from ${code}; const { ${lesson.join(', ')} } = lessonCode('${language}');`;
  return { kind: 'program', program: { name: `${name}.ts`, source }, before: `${imports}${taken}${before}`, after, lines: true, language };
}
