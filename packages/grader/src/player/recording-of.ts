import type { LineRecorder } from './instrument/line-recorder.ts';
import type { RecordedFile, Recording } from './replay.ts';
import { tidyEvents } from './tidy-events.ts';

/**
 * What was recorded, as a reader wants to see it.
 *
 * @param main what the program itself is called
 */
export function recordingOf({ recorded, names }: LineRecorder, { files, main }: { readonly files: readonly RecordedFile[]; readonly main: string }): Recording {
  const lines = new Map(files.map(({ name, source }) => [name, source.trimEnd().split('\n').length]));
  const shown = tidyEvents(recorded, main, names).map((event) => {
    // What was written around a program to run it is none of it.
    const isElsewhere = event.type === 'stand' && event.place !== null && event.place.line > (lines.get(event.place.file) ?? Infinity);
    return isElsewhere ? { ...event, place: null } : event;
  });
  return { events: shown, files };
}
