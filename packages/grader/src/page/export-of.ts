/** An export of a module that was imported by a URL, and of whose type nothing is known. */
export function exportOf(module: unknown, name: string): unknown {
  return typeof module === 'object' && module !== null ? Reflect.get(module, name) : undefined;
}
