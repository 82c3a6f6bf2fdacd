// Right as well: all in tasks, which begin a tick late; and a generator of numbers in the place of a line.
import { coroutine, createTask, type Awaitable } from '@teatime/core';

export class Semaphore {
  free: number;
  readonly line = new Map<number, () => void>();
  next = 0;

  constructor(value = 1) {
    if (value < 0) throw new RangeError('fewer than none');
    this.free = value;
  }

  async acquire(options?: { readonly signal?: AbortSignal }): Promise<void> {
    await createTask(this.takeTurn(options?.signal));
  }

  readonly takeTurn = coroutine(async (signal: AbortSignal | undefined) => {
    if (signal?.aborted) throw signal.reason;
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    const number = this.next++;
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        this.line.delete(number);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.line.set(number, () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      });
    });
  });

  release(): void {
    for (const [number, goOn] of this.line) {
      this.line.delete(number);
      goOn();
      return;
    }
    this.free += 1;
  }

  locked(): boolean {
    return this.free === 0;
  }

  async use<T>(work: () => Awaitable<T>): Promise<T> {
    await using _permit = await this.permit();
    return await work();
  }

  async permit(): Promise<AsyncDisposable> {
    await this.acquire();
    return { [Symbol.asyncDispose]: async () => this.release() };
  }
}

export class BoundedSemaphore extends Semaphore {
  readonly bound: number;

  constructor(value?: number) {
    super(value);
    this.bound = this.free;
  }

  override release(): void {
    if (this.free + 1 > this.bound) throw new RangeError(`${this.bound} is all there is`);
    super.release();
  }
}
