import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { DeadlockError } from '@teatime/core';
import { halves } from '../../messages/halves.ts';
import { playTexts } from '../../messages/play.ts';
import type { Text } from '../../messages/text.ts';
import { visible } from '../../messages/visible.ts';
import { playedFiles } from './playbill.ts';
import type { Playbill, PlayedFile } from './playbill.ts';

/** An error that came out of a story, in words for the student, with no lines of a stack but those in their own files. */
export function explainStudentError(error: unknown, playbill: Playbill): Text {
  const { answers, record, gradeCommand } = playbill;
  const files = playedFiles(playbill);
  const untouched = answers.find((answer) => answer.untouched);
  const [main] = untouched?.files ?? [];
  if (untouched !== undefined && main !== undefined) return playTexts.notBegun(untouched.exercise, main.shown);
  if (error instanceof DeadlockError) return playTexts.deadlock;
  if (!(error instanceof Error)) return playTexts.threw(inBoth((half) => half, inspect(error)));
  const { name, message, stack = '' } = error;
  const frames = stack.split('\n').flatMap((line) => frameIn(files, line)).map((frame) => (record === undefined ? frame : withoutColumn(frame)));
  const what = inBoth((half) => [`${name}: ${half}`, ...frames].join('\n'), message);
  return frames.length > 0 ? playTexts.threw(what) : playTexts.stopped(what, gradeCommand);
}

function inBoth(wording: (half: string) => string, message: string): Text {
  const { en, 'zh-CN': zh } = halves(message);
  return { en: visible(wording(en)), 'zh-CN': visible(wording(zh)) };
}

/** A line of a stack that is in one of the files, with the path as the user would type it. */
function frameIn(files: readonly PlayedFile[], line: string): readonly string[] {
  if (!/^\s+at /.test(line)) return [];
  return files
    .map(({ path, shown }) => ({ url: `${pathToFileURL(path).href}:`, shown: `${shown}:` }))
    .filter(({ url }) => line.includes(url))
    .map(({ url, shown }) => `  ${visible(line.trim().replace(url, shown).replace(' Module.', ' '))}`);
}

/** Where the lines are watched, every line is in its place, but not what stands on it. */
function withoutColumn(frame: string): string {
  return frame.replace(/(:\d+):\d+(?=\)?$)/, '$1');
}
