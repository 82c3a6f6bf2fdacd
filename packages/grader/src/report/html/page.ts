import { createHash } from 'node:crypto';
import type { Language } from '../../messages/text.ts';
import { html, Markup } from './markup.ts';

/** A page that needs nothing else, in which nothing may run. */
export interface WholePage {
  readonly language: Language;
  readonly title: string;
  /** All of it, in this very form. */
  readonly style: string;
  readonly main: Markup;
}

export function wholePage({ language, title, style, main }: WholePage): string {
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">
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
</body>
</html>
`;
  return page.html;
}

/** Nothing may run and nothing may be loaded; only the one style sheet of this very page counts. */
function policyFor(style: string): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "script-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
