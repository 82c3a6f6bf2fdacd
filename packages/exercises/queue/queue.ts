/** There is nothing to take, and `getNowait` does not wait. */
export class QueueEmpty extends Error {
  override readonly name = 'QueueEmpty';
}

/** There is no room, and `putNowait` does not wait. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

/** The queue was shut down: nothing comes in any more, and there is nothing left to take. */
export class QueueShutDown extends Error {
  override readonly name = 'QueueShutDown';
}

/** What ends waiting before its time. */
export interface WaitOptions {
  /** Whoever waits leaves the line when it aborts, and `put` or `get` fails with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** First in, first out, as `asyncio.Queue`. Its fields are yours: add what you need. */
export class Queue<T> {
  readonly maxsize: number;

  /** @param maxsize how many items there is room for; 0: for any number */
  constructor(maxsize = 0) {
    this.maxsize = maxsize;
  }

  /** How many items are in the queue now. Those that still wait to get in do not count. */
  get size(): number {
    throw new Error('size is empty. Begin with a list of the items, and give its length · size 还是空的，先用一个列表存放元素，再给出它的长度');
  }

  /** Puts an item in, and waits for room where there is none. */
  async put(item: T, options: WaitOptions = {}): Promise<void> {
    throw new Error('put is empty. Begin with a queue that has room · put 还是空的，先写队列还有空位的情况');
  }

  /** Takes the item that has been in longest, and waits for one where there is none. */
  async get(options: WaitOptions = {}): Promise<T> {
    throw new Error('get is empty. Begin with a queue that has items · get 还是空的，先写队列里有元素的情况');
  }

  /** Puts an item in at once, or throws QueueFull. */
  putNowait(item: T): void {
    throw new Error('putNowait is empty · putNowait 还是空的');
  }

  /** Takes an item at once, or throws QueueEmpty. */
  getNowait(): T {
    throw new Error('getNowait is empty · getNowait 还是空的');
  }

  /** Tells that one of the items that were taken is dealt with. */
  taskDone(): void {
    throw new Error('taskDone is empty · taskDone 还是空的');
  }

  /** Waits until every item that was put in is dealt with. */
  async join(): Promise<void> {
    throw new Error('join is empty · join 还是空的');
  }

  /** Lets nothing in any more. What is in can still be taken; after that, and to those who wait, it is QueueShutDown. */
  shutdown(): void {
    throw new Error('shutdown is empty · shutdown 还是空的');
  }
}
