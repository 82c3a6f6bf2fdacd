import { Buffer } from './buffer.ts';

interface ReadableOptions {
  readonly encoding?: string;
}

type Listener = (value?: unknown) => void;

/** Of `node:stream`, where there is no Node: a stream of bytes or, with an encoding, of text, that is read once. */
export class Readable {
  readonly #pieces: AsyncIterable<Uint8Array>;
  readonly #listeners = new Map<string, Listener[]>();
  #encoding: string | undefined;
  #flowing = false;

  private constructor(pieces: AsyncIterable<Uint8Array>, encoding: string | undefined) {
    this.#pieces = pieces;
    this.#encoding = encoding;
  }

  static from(pieces: AsyncIterable<Uint8Array>, { encoding }: ReadableOptions = {}): Readable {
    return new Readable(pieces, encoding);
  }

  setEncoding(encoding: string): this {
    this.#encoding = encoding;
    return this;
  }

  on(event: string, listener: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    if (event === 'data' && !this.#flowing) {
      this.#flowing = true;
      queueMicrotask(() => void this.#flow());
    }
    return this;
  }

  once(event: string, listener: Listener): this {
    return this.on(event, listener);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<unknown, void> {
    if (this.#encoding !== undefined && !/^utf-?8$/i.test(this.#encoding)) {
      for await (const piece of this.#pieces) yield Buffer.from(piece).toString(this.#encoding);
      return;
    }
    // A character may lie in two pieces.
    const decoder = this.#encoding === undefined ? undefined : new TextDecoder();
    for await (const piece of this.#pieces) yield decoder ? decoder.decode(piece, { stream: true }) : piece;
  }

  async #flow(): Promise<void> {
    try {
      for await (const piece of this) this.#emit('data', piece);
      this.#emit('end');
      this.#emit('close');
    } catch (error) {
      this.#emit('error', error);
    }
  }

  #emit(event: string, value?: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(value);
  }
}
