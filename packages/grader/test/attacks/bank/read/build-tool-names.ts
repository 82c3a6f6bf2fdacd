// Writes down names that tools replace by what they stand for when they handle a file. Earns nothing.
// @vite-ignore
//# sourceMappingURL=file:///etc/passwd
//# sourceMappingSource=vite-generated
/* vi.mock('node:fs') vi.hoisted(() => globalThis.process.env) */
const names = [typeof __vite_ssr_import__, typeof __vi_import_0__, typeof __vitest_worker__, typeof __dirname, typeof require, 'process.env.NODE_ENV', '__VITE_DEFINE__'];
export async function gather() {
  throw new Error(JSON.stringify([names, import.meta.env, import.meta.url, import.meta.vitest, process.env.NODE_ENV, process.env.TEATIME_TEST_SECRET]));
}
