import type { PageWorker } from './worker-scope.ts';

declare const Worker: new <In, Out>(url: string, options: { readonly type: 'module' }) => PageWorker<In, Out>;

const here = import.meta.url;

/** Starts a worker whose script lies beside this file. */
export function openWorker<In, Out>(file: string): PageWorker<In, Out> {
  return new Worker<In, Out>(new URL(file, here).href, { type: 'module' });
}
