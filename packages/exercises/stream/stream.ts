/**
 * The first `count` items of the source, each when the source gives it; then the source is closed.
 *
 * @param count a whole number from 0
 */
export function take<T>(source: AsyncIterable<T>, count: number): AsyncIterable<T> {
  throw new Error('take is empty. Begin with async function* and a `for await` loop over the source · take 还是空的，先写 async function* 和遍历来源的 for await 循环');
}

/**
 * All items of the source. Reads ahead while the consumer is busy, until `size` items lie ready.
 *
 * @param size a whole number from 1
 */
export function buffer<T>(source: AsyncIterable<T>, size: number): AsyncIterable<T> {
  throw new Error('buffer is empty. Begin with all items of the source, one at a time · buffer 还是空的，先一个一个地给出来源的全部元素');
}

/** The items of all sources, each when it comes. */
export function merge<T>(...sources: readonly AsyncIterable<T>[]): AsyncIterable<T> {
  throw new Error('merge is empty. Begin by asking every source for its first item · merge 还是空的，先向每个来源要第一个元素');
}
