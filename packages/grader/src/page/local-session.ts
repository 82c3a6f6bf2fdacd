import { Session } from '../bridge/session.ts';
import type { World } from '../bridge/student-session.ts';
import type { StudentModule } from '../wire/frames.ts';
import type { LocalConversation } from './local-conversation.ts';

/** A submission that lives on the thread of the suite that meets it. */
export class LocalSession extends Session {
  readonly #module: StudentModule;
  readonly #conversation: LocalConversation;
  #isUnmeasured = false;

  constructor(module: StudentModule, conversation: LocalConversation) {
    super(module, conversation);
    this.#module = module;
    this.#conversation = conversation;
  }

  /** Whether the check has asked for processor time, which no page is told: then it cannot find all that it looks for. */
  get isUnmeasured(): boolean {
    return this.#isUnmeasured;
  }

  override workedMs(): undefined {
    this.#isUnmeasured = true;
  }

  override async begin(world: World): Promise<void> {
    this.#isUnmeasured = false;
    if (!this.cannotLoad) await this.#conversation.load(this.#module, world);
    await super.begin(world);
  }

  override nudge(): Promise<boolean> {
    return this.#conversation.side.settled();
  }

  realWork(): Promise<void> | undefined {
    return this.#conversation.side.beforeTimePasses();
  }

  /** Whether a rejection that nobody handled is one of the submission's promises: both sides share the realm. */
  isOfSubmission(reason: unknown): boolean {
    // Suites throw errors only. An error that crossed has a copy on each side.
    if (!(reason instanceof Error)) return true;
    return this.#conversation.side.knows(reason) || (this.blame(reason) === undefined && this.#conversation.side.wrote(reason));
  }
}
