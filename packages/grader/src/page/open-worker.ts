import { buildFolder } from './build-folder.ts';
import type { PageWorker } from './worker-scope.ts';

declare const Worker: new <In, Out>(url: string, options: { readonly type: 'module' }) => PageWorker<In, Out>;

const here = buildFolder(import.meta.url);

/** Starts a worker whose script lies beside this file. */
export function openWorker<In, Out>(file: string): PageWorker<In, Out> {
  return new Worker<In, Out>(urlOf(file), { type: 'module' });
}

/**
 * The same under the page's policy: a worker that is started from a blob inherits it, so that no request leaves it and no text becomes
 * code; one that is started from its own URL has the policy that the server sends with it, and most send none.
 */
export function openWorkerUnderPolicy<In, Out>(file: string): PageWorker<In, Out> {
  const url = URL.createObjectURL(new Blob([`import ${JSON.stringify(urlOf(file))};`], { type: 'text/javascript' }));
  const worker = new Worker<In, Out>(url, { type: 'module' });
  // The first message comes from the script, which has been read by then.
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}

function urlOf(file: string): string {
  return new URL(file, here).href;
}
