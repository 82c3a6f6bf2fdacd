/**
 * Modules of Node that are known by import only. Their declarations are half of what there is to read for a submission
 * that may import none of them, and nothing in it can tell whether they were read.
 */
const modules: ReadonlySet<string> = new Set([
  'assert', 'assert/strict', 'async_hooks', 'child_process', 'cluster', 'dgram', 'diagnostics_channel', 'dns', 'dns/promises', 'domain',
  'ffi', 'http', 'http2', 'https', 'inspector', 'inspector.generated', 'inspector/promises', 'punycode', 'querystring', 'quic', 'readline',
  'readline/promises', 'repl', 'sea', 'sqlite', 'test', 'test/reporters', 'tls', 'trace_events', 'v8', 'vfs', 'vm', 'wasi', 'zlib', 'zlib/iter',
]);

/**
 * Whether a file declares what no submission with these imports can name. The modules import each other: whoever may
 * import one of them is shown all.
 */
export function isUnreachable(path: string, imports: readonly string[]): boolean {
  const [, module = ''] = /\/@types\/node\/(.+)\.d\.ts$/.exec(path) ?? [];
  return modules.has(module) && !imports.some((name) => modules.has(name.replace(/^node:/, '')));
}
