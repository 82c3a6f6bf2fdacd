import { test } from 'vitest';
import type { StudentSession } from '../bridge/student-session.ts';
import type { Text } from '../messages/text.ts';
import type { Finding } from '../verdict/finding.ts';
import type { Check } from './kit/check.ts';
import { runCheck } from './kit/run-check.ts';
import type { CheckRun } from './kit/run-check.ts';
import { nodePlatform } from './node-platform.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** Whether the kit runs it. */
    isCheck?: boolean;
    /** Whether it is of the hidden suite. */
    isHidden?: boolean;
    /** What its random inputs came from. */
    seed?: number;
    finding?: Finding;
    /** Whether the check threw by itself, and what Vitest saw is its own error. */
    mistaken?: boolean;
    /** Why the check could not do its work, through no fault of the submission. */
    trouble?: Text;
  }
}

/** Tells Vitest of the checks of a suite: each is a test of that name. Call it again for a repeated run. */
export class VitestChecks {
  readonly #session: StudentSession;
  readonly #hidden: readonly Check[];
  /** What checks found in which the submission hung: each time costs half a second of waiting, so they do not run again. */
  readonly #hung = new Map<Check, Finding>();

  /**
   * @param session the submission that the checks meet
   * @param hidden those of them that the hidden suite registered
   */
  constructor(session: StudentSession, hidden: readonly Check[] = []) {
    this.#session = session;
    this.#hidden = hidden;
  }

  /** @param seed what the check's random inputs come from */
  register(check: Check, seed: number): void {
    test(check.id, async ({ task }) => {
      task.meta.isCheck = true;
      task.meta.seed = seed;
      const isHidden = this.#hidden.includes(check);
      if (isHidden) task.meta.isHidden = true;
      const { finding, trouble, mistake } = await this.#run(check, seed);
      task.meta.finding = { ...finding, ...(isHidden && { hidden: true }) };
      if (trouble) task.meta.trouble = trouble;
      if (mistake !== undefined) {
        task.meta.mistaken = true;
        throw mistake;
      }
      if (finding.status !== 'passed') throw withoutStack(new Error(finding.message?.en ?? finding.status));
    });
  }

  async #run(check: Check, seed: number): Promise<CheckRun> {
    const known = this.#hung.get(check);
    if (known) return { finding: known };
    const run = await runCheck(check, { session: this.#session, platform: nodePlatform, seed });
    if (run.hung) this.#hung.set(check, run.finding);
    return run;
  }
}

/**
 * The finding says where it was; Vitest would look the stack up in source maps, which takes longer than the check. For a
 * mistake of the suite's own it shall.
 */
function withoutStack(error: Error): Error {
  error.stack = `${error.name}: ${error.message}`;
  return error;
}
