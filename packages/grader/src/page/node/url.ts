/** Of `node:url`, where there is no Node. */
export function fileURLToPath(url: URL): string {
  if (url.protocol !== 'file:') throw new TypeError('The URL must be of scheme file');
  return decodeURIComponent(url.pathname);
}
