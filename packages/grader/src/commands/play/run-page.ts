import type { Language } from '../../messages/text.ts';
import { printedText } from '../../player/printed-lines.ts';
import type { Recording } from '../../player/replay.ts';
import { html } from '../../report/html/markup.ts';
import { wholePage } from '../../report/html/page.ts';
import type { PagePlayer } from '../../report/html/page.ts';
import { replayAtOnce } from '../../report/html/replay.ts';
import { style } from '../../report/html/style.ts';

export interface RunPageOptions {
  readonly language: Language;
  readonly title: string;
  readonly player: PagePlayer;
}

/** A run as a page that needs nothing else, in which one goes through it step by step. Without scripts it shows what was printed. */
export function runPage({ events, files }: Recording, { language, title, player }: RunPageOptions): string {
  const main = html`<h1>${title}</h1>
${replayAtOnce([{ recording: { events: events.slice(0, mostEvents), files } }], html`<pre class="output">${printedText({ events })}</pre>`)}`;
  return wholePage({ language, title, style: style + player.style, script: player.script, main });
}

/** More than these are more steps than the player shows. */
const mostEvents = 20_000;
