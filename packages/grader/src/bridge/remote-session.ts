import type { StudentModule } from '../wire/frames.ts';
import { Conversation } from './conversation.ts';
import type { Line } from './line.ts';
import { Session } from './session.ts';

export interface SessionOptions extends SessionPlan {
  readonly line: Line;
}

export interface SessionPlan {
  readonly module: StudentModule;
  /** How often every check will run; once when not given. */
  readonly rounds?: number;
  /** Real milliseconds that its code may use, if the rest of the submission has left less than what one exercise may use. */
  readonly mostMs?: number;
}

const noListener = { onFrame: () => {}, onDeath: () => {} };

/** A submission in a process of its own, which lives on from check to check until something ends it. */
export class RemoteSession extends Session {
  readonly #conversation: Conversation;

  /** @param options with a line of its own, or after a session with another answer to the same exercise, which is over and leaves its process */
  constructor(options: SessionOptions | (SessionPlan & { readonly after: RemoteSession })) {
    const { module, rounds = 1, mostMs = Infinity } = options;
    const extent = { rounds, mostMs };
    const conversation = 'line' in options ? new Conversation(options.line, extent, noListener) : options.after.#conversation;
    if (!('line' in options)) conversation.beginAnew(extent, noListener);
    super(module, conversation);
    this.#conversation = conversation;
  }
}
