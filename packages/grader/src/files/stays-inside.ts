/** Whether a path, with forward slashes, leads to something below a folder on every system: none of its names climbs, or stands for a place. */
export function staysInside(path: string): boolean {
  return path.split('/').every((name) => name !== '' && name !== '.' && name !== '..' && !/[\\:\0]/.test(name));
}
