/** How to wait for some time, as code, with what an exercise may import. */
export function howToPause(imports: readonly string[]): string {
  return imports.includes('@teatime/core') ? 'await sleep(ms)' : 'await new Promise((resolve) => setTimeout(resolve, ms))';
}
