import type { PlaygroundWords } from '../../../../packages/grader/src/messages/playground.ts';
import type { Telling } from '../../../../packages/grader/src/page/engine.ts';
import type { PageResult } from '../../../../packages/grader/src/page/page-result.ts';
import type { Problem } from './editor/diagnostics.ts';

/** What is to be underlined in the editor, once somebody has begun: all that was found by reading, and where the checks saw something go wrong. */
export function problemsOf({ problems: read, result }: PageResult, { problems: told }: Telling, words: PlaygroundWords): readonly Problem[] {
  if (result.begun === false) return [];
  const byReading = read.map(({ message, location, end, remedies }) => ({
    file: location.file,
    from: location,
    to: end,
    message,
    remedies: remedies.map(({ what = words.mend, edit }) => ({ what, ...edit })),
  }));
  const byRunning = told.flatMap(({ id, title, message = title, location }) =>
    location === undefined || read.some(({ check }) => check === id) ? [] : [{ file: location.file, from: location, message, remedies: [] }]);
  return [...byReading, ...byRunning];
}
