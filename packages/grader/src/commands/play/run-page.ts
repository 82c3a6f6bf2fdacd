import type { Language } from '../../messages/text.ts';
import type { BuiltPlayer } from '../../player/built-player.ts';
import type { Recording } from '../../player/replay.ts';
import { html } from '../../report/html/markup.ts';
import { wholePage } from '../../report/html/page.ts';
import { replayAtOnce } from '../../report/html/replay.ts';
import { style } from '../../report/html/style.ts';

export interface RunPageOptions {
  readonly language: Language;
  readonly title: string;
  readonly player: BuiltPlayer;
}

/** A run as a page that needs nothing else, in which one goes through it step by step. Without scripts it shows what was printed. */
export function runPage({ events, files }: Recording, { language, title, player }: RunPageOptions): string {
  const printed = events.flatMap((event) => (event.type === 'log' ? [event.text] : [])).join('\n');
  const main = html`<h1>${title}</h1>
${replayAtOnce([{ recording: { events: events.slice(0, mostEvents), files } }], html`<pre class="output">${printed}</pre>`)}`;
  return wholePage({ language, title, style: style + player.style, script: player.script, main });
}

/** More than these are more steps than the player shows. */
const mostEvents = 20_000;
