import { writeFileSync } from 'node:fs';
import { chromeTrace, Recorder, useRecorder } from '@teatime/core';
import { reportWidth } from '../../cli/context.ts';
import { FileProblem } from '../../files/file-problem.ts';
import { fileTrouble } from '../../files/file-trouble.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { legible } from '../../messages/legible.ts';
import { playTexts } from '../../messages/play.ts';
import { usage } from '../../messages/usage.ts';
import { exitCodes } from '../../verdict/exit-code.ts';
import type { TitledRecording } from '../../player/read-recordings.ts';
import { tidyEvents } from '../../player/tidy-events.ts';
import type { Playbill } from './playbill.ts';
import { timelineDrawing } from './timeline-drawing.ts';

/** What happens in a story, written down while it is told, and shown as the playbill asks for. */
export class Recording {
  readonly #playbill: Playbill;
  #recorder: Recorder | undefined;

  constructor(playbill: Playbill) {
    this.#playbill = playbill;
  }

  /** The story begins now: its clock is the one that counts. */
  begin(): void {
    this.#recorder = new Recorder();
    useRecorder(this.#recorder);
  }

  log(text: string): void {
    this.#recorder?.record({ type: 'log', task: null, text });
  }

  /** Draws the timeline and writes the trace, however far the story came. Waits for nothing: the process may be ending. */
  show(): void {
    const { language, timeline, record, trace } = this.#playbill;
    const events = tidyEvents(this.#recorder?.events ?? [], playTexts.timeline.main[language]);
    if (timeline) {
      process.stdout.write(`\n${timelineDrawing(events, { width: reportWidth(process), language })}`);
    }
    if (record !== undefined) {
      const runs: readonly TitledRecording[] = [{ recording: { events, files: [] } }];
      writeFileSync(record, JSON.stringify(runs));
    }
    if (trace !== undefined) {
      this.#writeTrace(trace, `${JSON.stringify(chromeTrace(events))}\n`);
    }
  }
  #writeTrace({ path, shown }: NonNullable<Playbill['trace']>, document: string): void {
    const { language } = this.#playbill;
    try {
      replaceFile(path, document);
      process.stdout.write(`\n${legible(playTexts.traced(shown)[language])}\n`);
    } catch (error) {
      process.stderr.write(`\n${legible(usage.cannotWrite(`--trace ${shown}`, fileTrouble(FileProblem.from(error, path)))[language])}\n`);
      process.exitCode = exitCodes.trouble;
    }
  }
}
