import { createHash } from 'node:crypto';

/**
 * What a page may do. Another script, style or picture, a request elsewhere and code made of texts are refused by the browser. Answers run
 * under a policy of their own: `packages/grader/src/page/answers.html`.
 */
const policy = {
  'default-src': ["'self'"],
  // The colours of code and the diagrams have style attributes of their own, written by the build.
  'style-src': ["'self'", "'unsafe-inline'"],
  // The theme's icons are pictures in its style sheet.
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
} as const;

/** The page with its policy, which knows each of its inline scripts by its hash. */
export function withContentSecurityPolicy(html: string): string {
  const inline = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(?<code>.*?)<\/script>/gs);
  const hashes = new Set(Array.from(inline, ({ groups }) => `'sha256-${createHash('sha256').update(groups?.['code'] ?? '').digest('base64')}'`));
  const directives = Object.entries({ ...policy, 'script-src': ["'self'", ...hashes] });
  const content = directives.map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
  const charset = '<meta charset="utf-8">';
  if (!html.includes(charset)) throw new Error('A page does not begin as expected: its policy has no place.');
  return html.replace(charset, `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${content}">`);
}
