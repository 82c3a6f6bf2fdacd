interface Message<T> extends Event {
  readonly data: T;
}

/** Either end of the line between a page and a worker. */
interface End<In, Out> extends EventTarget {
  postMessage(message: Out): void;
  addEventListener(type: 'message', listener: (event: Message<In>) => void, options?: AddEventListenerOptions): void;
  addEventListener(type: string, listener: (event: Event) => void, options?: AddEventListenerOptions): void;
}

/** The `self` of a worker, as far as it is used here. */
export type WorkerScope<In, Out> = End<In, Out>;

/** A worker, from outside. */
export interface PageWorker<In, Out> extends End<In, Out> {
  terminate(): void;
}

/** The constructor of workers. */
export type OpenWorker = new <In, Out>(url: string, options: { readonly type: 'module' }) => PageWorker<In, Out>;
