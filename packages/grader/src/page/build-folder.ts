/**
 * The folder of a build in which a file of it lies, with a slash at the end. Where in the build a piece of code ends up is the bundler's
 * affair: what several files share, it lays into `chunks/`.
 *
 * @param url of the code that asks: `import.meta.url`
 */
export function buildFolder(url: string): string {
  return url.replace(/(?:\/chunks)?\/[^/]*$/, '/');
}
