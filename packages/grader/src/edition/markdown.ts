import { posix } from 'node:path';

/**
 * A page of Markdown whose links lead somewhere: one to a file that is not there becomes its text, a picture nothing.
 *
 * @param path where the page lies, with forward slashes
 */
export function withLivingLinks(page: string, path: string, isThere: (path: string) => boolean): string {
  return page.replace(/(!?)\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^()\s]+)\)/g, (whole, image: string, text: string, target: string) => {
    if (/^(?:[a-z]+:|#)/.test(target)) return whole;
    const file = posix.join(posix.dirname(path), decodeURI(target.replace(/#.*$/, '')));
    if (isThere(file)) return whole;
    return image === '' ? text : '';
  });
}

/** A page with what belongs in its places: `{{title}}`. */
export function filledIn(page: string, values: Readonly<Record<string, string>>): string {
  return page.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
