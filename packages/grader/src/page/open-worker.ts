import type { AnswersWindow } from './answers-window.ts';
import { buildFolder } from './build-folder.ts';
import type { OpenWorker, PageWorker } from './worker-scope.ts';

declare const Worker: OpenWorker;

const here = buildFolder(import.meta.url);

/** Starts a worker whose script lies beside this file. */
export function openWorker<In, Out>(file: string): PageWorker<In, Out> {
  return new Worker<In, Out>(urlOf(file), { type: 'module' });
}

/**
 * The same under the policy of answers: a worker that is started from a blob inherits it, so that no request leaves it and no text but
 * an answer's becomes code; one that is started from its own URL has the policy that the server sends with it, and most send none.
 */
export function openWorkerForAnswer<In, Out>(file: string, answers: AnswersWindow): PageWorker<In, Out> {
  const url = answers.URL.createObjectURL(new answers.Blob([`import ${JSON.stringify(urlOf(file))};`], { type: 'text/javascript' }));
  const worker = new answers.Worker<In, Out>(url, { type: 'module' });
  // The first message comes from the script, which has been read by then.
  worker.addEventListener('message', () => answers.URL.revokeObjectURL(url), { once: true });
  return worker;
}

function urlOf(file: string): string {
  return new URL(file, here).href;
}
