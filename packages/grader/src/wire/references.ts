import { Coroutine, Task } from '@teatime/core';
import { decode, type DecodeTable, type ErrorCopy, type Reference } from './decode.ts';
import { encode, type EncodeTable } from './encode.ts';
import { errorClasses } from './error-types.ts';
import { ForeignValues, OwnValues } from './known.ts';
import type { Referable } from './known.ts';
import { limits } from './limits.ts';
import type { Invocation, Link, WireInvocation } from './link.ts';
import { keyOf, membersOf } from './members.ts';
import { coroutineMembers, isCopied, isPlainPromise, isPlainReceiver, isReceiver, isThenable, performOnMember, taskMembers } from './objects.ts';
import { withOwnPlaces } from './own-places.ts';
import { Refused } from './refused.ts';
import { asCount, asList, asOperation, asText, type WireRecord } from './shape.ts';
import { addMembers, standInForCoroutine, standInForFunction, standInForObject, standInForTask } from './stand-ins.ts';
import type { WirePlace, WireReference, WireValue } from './wire-value.ts';

export interface ReferenceOptions {
  readonly link: Link;
  /** The place in the student's files where an error of this side was thrown. */
  readonly placeOf?: (error: Error) => WirePlace | undefined;
  /** Called with each promise stand-in, before anybody else sees it. */
  readonly onPromise?: (promise: Promise<unknown>) => void;
  /** Whether a plain object with functions of this side stays where it is, and is not copied: its methods have their `this`. */
  readonly keepsMethods?: boolean;
  /** How many references the far side may hold. */
  readonly capacity: number;
}

/**
 * What lives on this side and is known over there, and the reverse. Both processes have one:
 * what began on one side comes back to it as itself.
 */
export class References implements EncodeTable, DecodeTable {
  readonly #options: ReferenceOptions;
  readonly #own: OwnValues;
  readonly #foreign: ForeignValues;
  readonly #settlers = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #controllers = new Map<number, AbortController>();
  readonly #places = new WeakMap<Error, WirePlace>();
  #afterEncoding: (() => void)[] = [];
  #members = 0;

  constructor(options: ReferenceOptions) {
    this.#options = options;
    this.#own = new OwnValues(options.capacity);
    this.#foreign = new ForeignValues(options.capacity);
  }

  /** The wire form of a value. @throws Refused for what may not cross */
  encode(value: unknown): WireValue {
    this.#afterEncoding = [];
    const wire = encode(value, this);
    for (const subscribe of this.#afterEncoding) subscribe();
    return wire;
  }

  /** The value of a wire form. @throws Refused for whatever is malformed */
  decode(wire: unknown): unknown {
    return decode(wire, this);
  }

  encodeInvocation({ id, op, member, self, args }: Invocation): WireInvocation {
    return {
      id,
      op,
      ...(member !== undefined && { member }),
      ...(isReceiver(self) && { self: this.#referObject(self) }),
      ...(isPlainReceiver(self) && { self: this.encode(self) }),
      args: args.map((arg) => this.encode(arg)),
    };
  }

  /**
   * Reads what the far side asks for, and returns the deed: run it to do it.
   *
   * @throws Refused when the far side may not ask for it
   */
  prepare(wire: WireRecord): () => unknown {
    const own = this.#own.at(asCount(wire['id']));
    if (!own) throw new Refused('something that is not there');
    const args = asList(wire['args'], limits.args).map((arg) => this.decode(arg));
    const op = asOperation(wire['op']);
    const { value, members } = own;
    if (wire['member'] !== undefined) {
      const member = asText(wire['member'], 200);
      const kind = members?.get(member);
      if (typeof value === 'symbol' || kind === undefined) throw new Refused('a member that is not there');
      // What the suite made is called and read; its methods are not replaced.
      if (op === 'construct' || (op === 'set' && kind === 'method')) throw new Refused('a member that is used in no possible way');
      return () => performOnMember(value, keyOf(member), op, args);
    }
    if (typeof value !== 'function' || op === 'get' || op === 'set') throw new Refused('a call of something that is no function');
    const self = wire['self'] === undefined ? undefined : this.decode(wire['self']);
    return () => (op === 'construct' ? Reflect.construct(value, args) : Reflect.apply(value, self, args));
  }

  /** Settles the stand-in of a promise of the far side. @throws Refused for one that is not pending */
  settle(id: number, ok: boolean, wire: unknown): void {
    const settler = this.#settlers.get(id);
    if (!settler) throw new Refused('a promise that is not pending');
    this.#settlers.delete(id);
    const value = this.decode(wire);
    if (ok) settler.resolve(value);
    else settler.reject(value);
  }

  /** Aborts the stand-in of a signal of the far side. @throws Refused for one that is not known */
  abort(id: number, wire: unknown): void {
    const controller = this.#controllers.get(id);
    if (!controller) throw new Refused('a signal that is not there');
    controller.abort(this.decode(wire));
  }

  /** Rejects whatever still waits for the far side. */
  rejectAll(reason: unknown): void {
    for (const { reject } of this.#settlers.values()) reject(reason);
    this.#settlers.clear();
  }

  /** Whether the far side made this error or had its hands on it, and where it threw it. */
  origin(error: Error): { readonly place: WirePlace | undefined } | undefined {
    const isKnown = this.#foreign.idOf(error) !== undefined || this.#own.idOf(error) !== undefined;
    return isKnown ? { place: this.#places.get(error) } : undefined;
  }

  refer(value: Referable, encodeInside: (value: unknown) => WireValue): WireReference | undefined {
    const foreign = this.#foreign.idOf(value);
    if (foreign !== undefined) {
      // Given back, it is in the hands of the side that it came from, as a promise of this side is once it was sent.
      if (typeof value === 'object' && isPlainPromise(value)) value.catch(() => {});
      return { $: 'mine', id: foreign };
    }
    if (typeof value === 'symbol') {
      return { $: 'symbol', id: this.#own.expose(value), description: value.description ?? '' };
    }
    if (typeof value === 'function') {
      // A function with a `then` was made to be awaited, not to be called.
      if (isThenable(value)) return { $: 'object', id: this.#own.expose(value, new Map([['then', 'method']])), members: [{ name: 'then', kind: 'method' }] };
      return { $: 'function', id: this.#own.expose(value), name: nameOf(value), length: lengthOf(value) };
    }
    if (isPlainPromise(value)) return this.#referPromise(value);
    if (value instanceof AbortSignal) return this.#referSignal(value, encodeInside);
    if (value instanceof Error || isCopied(value, this.#isMethod)) return undefined;
    return this.#referObject(value);
  }

  numberError(error: Error): number {
    return this.#own.expose(error);
  }

  placeOf(error: Error): WirePlace | undefined {
    return this.#options.placeOf?.(error);
  }

  resolve(reference: Reference, decodeInside: (wire: unknown) => unknown): unknown {
    const { id } = reference;
    if (reference.$ === 'mine') {
      const own = this.#own.at(id);
      if (!own) throw new Refused('something that was never there');
      return own.value;
    }
    if (reference.$ === 'object') this.#countMembers(reference.members.length);
    const known = this.#foreign.at(id, reference.$);
    if (known === undefined) return this.#foreign.adopt(id, reference.$, this.#createStandIn(reference, decodeInside));
    // An object may have got new members since it was here last.
    if (reference.$ === 'object' && typeof known === 'object') addMembers(known, id, reference.members, this.#options.link);
    return known;
  }

  #countMembers(count: number): void {
    this.#members += count;
    if (this.#members > limits.allMembers) throw new Refused('objects with far too many members');
  }

  createError({ id, type, name, message: said, place, errors }: ErrorCopy): Error {
    const known = this.#foreign.at(id, 'error');
    if (known instanceof Error) return known;
    const message = withOwnPlaces(said);
    const ErrorClass = errorClasses.get(type) ?? Error;
    const error = type === 'AggregateError' ? new AggregateError(errors ?? [], message) : new ErrorClass(message);
    // It stands where an error is shown inside of a value, of which there may be many.
    const stack = `${name}: ${firstLine(message)}${place ? `\n    at ${place.file}:${place.line}:${place.column}` : ''}`;
    for (const [field, value] of [['name', name], ['stack', stack]] as const) {
      Object.defineProperty(error, field, { value, enumerable: false, writable: true, configurable: true });
    }
    if (place) this.#places.set(error, place);
    this.#foreign.adopt(id, 'error', error);
    return error;
  }

  /** What is made of functions that came from the far side has its `this` over there, and crosses as the data that it was. */
  readonly #isMethod = (value: unknown): boolean =>
    this.#options.keepsMethods === true && typeof value === 'function' && this.#foreign.idOf(value) === undefined;

  #createStandIn(reference: Exclude<Reference, { $: 'mine' }>, decodeInside: (wire: unknown) => unknown): Referable {
    const { link } = this.#options;
    switch (reference.$) {
      case 'symbol':
        return Symbol(reference.description);
      case 'function':
        return standInForFunction(reference, link);
      case 'coroutine':
        return standInForCoroutine(reference, link);
      case 'task':
        return standInForTask(reference.id, link);
      case 'object':
        return standInForObject(reference.id, reference.members, link);
      case 'promise':
        return this.#createPromise(reference.id);
      case 'signal':
        return this.#createSignal(reference.id, reference.aborted, decodeInside(reference.reason));
    }
  }

  #createPromise(id: number): Promise<unknown> {
    const settler = Promise.withResolvers<unknown>();
    this.#settlers.set(id, settler);
    this.#options.onPromise?.(settler.promise);
    return settler.promise;
  }

  #createSignal(id: number, aborted: boolean, reason: unknown): AbortSignal {
    const controller = new AbortController();
    if (aborted) controller.abort(reason);
    this.#controllers.set(id, controller);
    return controller.signal;
  }

  #referPromise(promise: Promise<unknown>): WireReference {
    const known = this.#own.idOf(promise);
    const id = this.#own.expose(promise);
    if (known === undefined) {
      this.#afterEncoding.push(() => {
        promise.then(
          (value) => this.#options.link.settle(id, true, value),
          (reason: unknown) => this.#options.link.settle(id, false, reason),
        );
      });
    }
    return { $: 'promise', id };
  }

  #referSignal(signal: AbortSignal, encodeInside: (value: unknown) => WireValue): WireReference {
    const known = this.#own.idOf(signal);
    const id = this.#own.expose(signal);
    if (known === undefined && !signal.aborted) {
      signal.addEventListener('abort', () => this.#options.link.abort(id, signal.reason), { once: true });
    }
    return { $: 'signal', id, aborted: signal.aborted, reason: encodeInside(signal.aborted ? signal.reason : undefined) };
  }

  #referObject(object: object): WireReference {
    const foreign = this.#foreign.idOf(object);
    if (foreign !== undefined) return { $: 'mine', id: foreign };
    if (object instanceof Task) return { $: 'task', id: this.#own.expose(object, taskMembers) };
    if (object instanceof Coroutine) return { $: 'coroutine', id: this.#own.expose(object, coroutineMembers), name: object.name };
    const members = membersOf(object);
    return { $: 'object', id: this.#own.expose(object, new Map(members.map(({ name, kind }) => [name, kind]))), members };
  }
}

function firstLine(message: string): string {
  return message.split('\n', 1).join().slice(0, 200);
}

/** What a function says of itself can be anything, and the far side takes nothing but a text and a number. */
function nameOf({ name }: { readonly name: unknown }): string {
  return typeof name === 'string' ? name.slice(0, 200) : '';
}

function lengthOf({ length }: { readonly length: unknown }): number {
  return typeof length === 'number' && Number.isFinite(length) ? length : 0;
}
