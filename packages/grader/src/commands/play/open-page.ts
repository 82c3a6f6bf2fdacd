import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtPlayer } from '../../cli/built-player.ts';
import type { Context } from '../../cli/context.ts';
import { openInSystem } from '../../cli/open-in-system.ts';
import { say } from '../../cli/say.ts';
import { shownPath } from '../../cli/shown-path.ts';
import type { Exercise } from '../../course/course.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { playTexts } from '../../messages/play.ts';
import { sentenceIn } from '../../messages/sentence-in.ts';
import { readRecordings } from '../../player/read-recordings.ts';
import { runPage } from './run-page.ts';

export interface PageOptions {
  /** What was played. */
  readonly played: Pick<Exercise, 'id' | 'title'>;
  /** The file in which the run was written down. */
  readonly record: string;
  /** The root of the course. */
  readonly root: string;
}

/** Writes the page of a run beside the student's progress, and has the system open it. @throws {FileProblem} */
export async function openPage({ played, record, root }: PageOptions, context: Context): Promise<void> {
  const [run] = existsSync(record) ? (readRecordings(readFileSync(record, 'utf8')) ?? []) : [];
  if (run === undefined) {
    say(context, playTexts.noPage);
    return;
  }
  const title = sentenceIn(played.title, context.courseLanguage);
  const path = join(root, '.teatime', `play-${played.id}.html`);
  replaceFile(path, runPage(run.recording, { language: context.language, title, player: await builtPlayer() }), { make: true });
  say(context, playTexts.page(shownPath(path, context.cwd)));
  if (context.stdout.isTTY === true && !context.env['CI']) await openInSystem(path);
}
