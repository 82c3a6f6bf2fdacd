import { buildFolder } from './build-folder.ts';
import type { OpenWorker } from './worker-scope.ts';

/** A window, as far as it is used here: what its constructors make is under the policy of its document. */
export interface AnswersWindow {
  readonly Worker: OpenWorker;
  readonly Blob: typeof Blob;
  readonly URL: Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;
}

interface Frame extends EventTarget {
  src: string;
  hidden: boolean;
  readonly contentWindow: AnswersWindow | null;
}

declare const document: { createElement(name: 'iframe'): Frame; readonly body: { append(frame: Frame): void } };

let opening: Promise<AnswersWindow> | undefined;

/** The window of `answers.html`, out of sight. Answers may do what its policy allows, which is something else than what the page may. */
export function answersWindow(): Promise<AnswersWindow> {
  return (opening ??= open());
}

async function open(): Promise<AnswersWindow> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = `${buildFolder(import.meta.url)}answers.html`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  if (frame.contentWindow === null) throw new Error('the frame in which answers run was taken away');
  return frame.contentWindow;
}
