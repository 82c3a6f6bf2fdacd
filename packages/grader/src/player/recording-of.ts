import type { LineRecorder } from './instrument/line-recorder.ts';
import type { RecordedFile, Recording } from './replay.ts';
import { tidyEvents } from './tidy-events.ts';

/**
 * What was recorded, as a reader wants to see it.
 *
 * @param main what the program itself is called
 */
export function recordingOf({ recorded, names }: LineRecorder, { files, main }: { readonly files: readonly RecordedFile[]; readonly main: string }): Recording {
  return { events: tidyEvents(recorded, main, names), files };
}
