import { createHash } from 'node:crypto';
import type { Language } from '../../messages/text.ts';
import { html, Markup } from './markup.ts';

/** A page that needs nothing else, in which nothing may run but a script that it brings along. */
export interface WholePage {
  readonly language: Language;
  readonly title: string;
  /** All of it, in this very form. */
  readonly style: string;
  /** What may run: nothing, when not given. */
  readonly script?: string | undefined;
  readonly main: Markup;
}

/** What a page needs to show runs, to be handed in with its style and as its script. */
export interface PagePlayer {
  /** In one piece, and with nothing in it that could end the element that it stands in. */
  readonly script: string;
  readonly style: string;
}

export function wholePage({ language, title, style, script, main }: WholePage): string {
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
${main}
</main>
${script === undefined ? undefined : html`<script>${new Markup(script)}</script>
`}</body>
</html>
`;
  return page.html;
}

/** Nothing may be loaded, and nothing may run; only the one style sheet of this very page counts, and its one script. */
function policyFor(style: string, script: string | undefined): string {
  return [
    "default-src 'none'",
    `style-src ${sourceOf(style)}`,
    `script-src ${script === undefined ? "'none'" : sourceOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function sourceOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
