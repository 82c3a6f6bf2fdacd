import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { chromeTrace, Recorder, useRecorder } from '@teatime/core';
import { reportWidth } from '../../cli/context.ts';
import { FileProblem } from '../../files/file-problem.ts';
import { fileTrouble } from '../../files/file-trouble.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { legible } from '../../messages/legible.ts';
import { playTexts } from '../../messages/play.ts';
import { usage } from '../../messages/usage.ts';
import { exitCodes } from '../../verdict/exit-code.ts';
import { LineRecorder } from '../../player/instrument/line-recorder.ts';
import type { TitledRecording } from '../../player/read-recordings.ts';
import { recordingOf } from '../../player/recording-of.ts';
import type { RecordedFile } from '../../player/replay.ts';
import { tidyEvents } from '../../player/tidy-events.ts';
import type { GivenFile, KnownFile } from '../../stage/given-sources.ts';
import { watchedFiles } from '../../stage/watched-files.ts';
import { playedFiles } from './playbill.ts';
import type { Playbill } from './playbill.ts';
import { timelineDrawing } from './timeline-drawing.ts';

/** What happens in a story, written down while it is told, and shown as the playbill asks for. */
export class Recording {
  readonly #playbill: Playbill;
  /** The answer's files and the story, where it is to be seen at which lines tasks stand. */
  readonly #watched: readonly KnownFile[];
  #recorder: Recorder | undefined;

  constructor(playbill: Playbill) {
    this.#playbill = playbill;
    this.#watched = playbill.record === undefined ? [] : filesOf(playbill).map(({ path, source = readFileSync(path, 'utf8') }) => ({ path, source }));
  }

  /** What the story is to be played with, so that everything is seen that is to be shown. */
  prepared(): readonly GivenFile[] {
    if (this.#playbill.record === undefined) return playedFiles(this.#playbill);
    // Files may run as soon as they are loaded; what counts begins later.
    this.#lineRecorder();
    return watchedFiles(this.#watched);
  }

  /** The story begins now: its clock is the one that counts. */
  begin(): void {
    this.#recorder = this.#playbill.record === undefined ? new Recorder() : this.#lineRecorder();
    useRecorder(this.#recorder);
  }

  log(text: string): void {
    this.#recorder?.record({ type: 'log', task: null, text });
  }

  /** Draws the timeline and writes the trace, however far the story came. Waits for nothing: the process may be ending. */
  show(): void {
    const { language, timeline, record, trace } = this.#playbill;
    const main = playTexts.timeline.main[language];
    const events = tidyEvents(this.#recorder?.events ?? [], main);
    if (timeline) {
      process.stdout.write(`\n${timelineDrawing(events, { width: reportWidth(process), language })}`);
    }
    if (record !== undefined) {
      const recording = this.#recorder instanceof LineRecorder ? recordingOf(this.#recorder, { files: this.#files, main }) : { events, files: this.#files };
      const runs: readonly TitledRecording[] = [{ recording }];
      writeFileSync(record, JSON.stringify(runs));
    }
    if (trace !== undefined) {
      this.#writeTrace(trace, `${JSON.stringify(chromeTrace(events))}\n`);
    }
  }

  get #files(): readonly RecordedFile[] {
    return this.#watched.map(({ path, source }) => ({ name: basename(path), source }));
  }

  #lineRecorder(): LineRecorder {
    const recorder = new LineRecorder(this.#files.map(({ name }) => name));
    recorder.install();
    return recorder;
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

function filesOf(playbill: Playbill): readonly GivenFile[] {
  return [...playedFiles(playbill), { path: playbill.story }];
}
