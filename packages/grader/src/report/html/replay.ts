import type { TitledRecording } from '../../player/read-recordings.ts';
import type { TimelinePair } from '../../verdict/result.ts';
import { html } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';

/** More than this nobody goes through step by step. In characters. */
const mostOfRuns = 200_000;

/** Where the player shows what ran beside what should have. Without scripts there is nothing to be seen of it. */
export function timelineReplay({ actual, expected }: TimelinePair, words: PageWords): Markup | undefined {
  const runs: readonly TitledRecording[] = [
    { title: words.you, recording: { events: actual, files: [] } },
    { title: words.expected, recording: { events: expected, files: [] } },
  ];
  return JSON.stringify(runs).length > mostOfRuns ? undefined : html`<div class="replay" data-runs="${JSON.stringify(runs)}"></div>\n`;
}

/** Where the player shows runs as soon as the page is there. @param otherwise what is there without scripts */
export function replayAtOnce(runs: readonly TitledRecording[], otherwise: Content): Markup {
  return html`<div class="replay" data-runs="${JSON.stringify(runs)}" data-shown="at-once">${otherwise}</div>\n`;
}
