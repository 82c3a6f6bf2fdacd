/**
 * A program asked for something that is never allowed, such as awaiting a coroutine twice. Mirrors Python's `RuntimeError`.
 *
 * @example
 * const boiling = kettle().boil();
 * await boiling;
 * try {
 *   await boiling;
 * } catch (error) {
 *   console.log(error instanceof RuntimeError); // true
 * }
 */
export class RuntimeError extends Error {
  static {
    this.prototype.name = 'RuntimeError';
  }
}

/**
 * The result of a task was asked for before there was one. Mirrors `asyncio.InvalidStateError`.
 *
 * @example
 * const boiling = createTask(kettle().boil());
 * try {
 *   boiling.result();
 * } catch (error) {
 *   console.log(error instanceof InvalidStateError); // true: it still runs
 * }
 */
export class InvalidStateError extends Error {
  static {
    this.prototype.name = 'InvalidStateError';
  }
}

/**
 * A task was cancelled. Mirrors `asyncio.CancelledError`.
 *
 * In Python a plain `except Exception` lets it pass; in JavaScript every `catch` catches it.
 * A `catch` that does not mean to stop a cancellation throws it on.
 *
 * @example
 * const boiling = createTask(kettle().boil());
 * boiling.cancel('no more thirst');
 * try {
 *   await boiling;
 * } catch (error) {
 *   if (!(error instanceof CancelledError)) throw error;
 * }
 */
export class CancelledError extends Error {
  static {
    this.prototype.name = 'CancelledError';
  }

  constructor(message = 'the task was cancelled', options?: ErrorOptions) {
    super(message, options);
  }
}

/**
 * Time was up. Mirrors Python's `TimeoutError`, which `asyncio.timeout` raises. What `AbortSignal.timeout` aborts with has the same
 * name and another class: tell errors of this kind by their name, or, better, by the object that they are.
 *
 * @example
 * const limit = new AbortController();
 * const timer = setTimeout(() => limit.abort(new TimeoutError()), 2000);
 * try {
 *   await kettle().boil({ signal: limit.signal });
 * } catch (error) {
 *   console.log(error instanceof TimeoutError); // true
 * } finally {
 *   clearTimeout(timer);
 * }
 */
export class TimeoutError extends Error {
  static {
    this.prototype.name = 'TimeoutError';
  }

  constructor(message = 'time was up', options?: ErrorOptions) {
    super(message, options);
  }
}
