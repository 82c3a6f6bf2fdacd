/** A program asked for something that is never allowed, such as awaiting a coroutine twice. Mirrors Python's `RuntimeError`. */
export class RuntimeError extends Error {
  static {
    this.prototype.name = 'RuntimeError';
  }
}

/** The result of a task was asked for before there was one. Mirrors `asyncio.InvalidStateError`. */
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
 */
export class CancelledError extends Error {
  static {
    this.prototype.name = 'CancelledError';
  }

  constructor(message = 'the task was cancelled', options?: ErrorOptions) {
    super(message, options);
  }
}
