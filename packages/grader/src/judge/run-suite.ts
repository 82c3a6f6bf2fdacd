import { randomInt } from 'node:crypto';
import { afterAll, test } from 'vitest';
import { RemoteSession, type SessionOptions } from '../bridge/session.ts';
import { borrowLine } from './borrow-line.ts';
import { useSession } from './current-session.ts';
import { takeChecks } from './kit/check.ts';
import type { Check } from './kit/check.ts';
import type { LineAddress } from './line-store.ts';
import { VitestChecks } from './vitest-checks.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** What the submission printed; the canary carries it, since it runs last. */
    output?: readonly string[];
    /** What it called although its exercise forbids it; as `output`. */
    used?: readonly string[];
    /** How long its code had the turn, in real milliseconds; as `output`. */
    studentMs?: number;
  }
}

/** What the judge tells a worker about one run. */
export interface RunOrder {
  readonly lines: LineAddress;
  readonly submission: Pick<SessionOptions, 'module' | 'mostMs'>;
  /** The name of the check that must fail; nobody can guess it. */
  readonly canary: string;
  /** How often every check runs; in shuffled order from the second time on. */
  readonly repeat: number;
  /** Which of them run again; all when undefined. */
  readonly repeated: readonly string[] | undefined;
  /** What the random inputs of the first round come from; each round has one more than the one before. */
  readonly seed: number;
}

/** Imports a suite, which registers its checks. */
type ImportSuite = () => Promise<unknown>;

/** Runs in Vitest's worker: opens a session with the submission, lets the suites register their checks, closes up behind them. */
export async function runSuite(order: RunOrder, [importOpen, importHidden]: readonly [open: ImportSuite, hidden?: ImportSuite]): Promise<void> {
  const { lines, submission, canary, repeat, repeated, seed } = order;
  const session = new RemoteSession({ ...submission, rounds: repeat, line: await borrowLine(lines) });
  useSession(session);
  afterAll(() => session.close());
  // What a suite before this one registered and could not run is none of this one's.
  takeChecks();
  const open = await checksOf(importOpen);
  const hidden = importHidden === undefined ? [] : await checksOf(importHidden);
  const checks = [...open, ...hidden];
  const tests = new VitestChecks(session, hidden);
  for (const check of checks) tests.register(check, seed);
  const again = checks.filter(({ id }) => repeated?.includes(id) ?? true);
  for (let round = 1; round < repeat; round++) for (const check of shuffled(again)) tests.register(check, seed + round);
  test(canary, ({ task }) => {
    task.meta.output = session.allOutput;
    task.meta.used = session.used;
    task.meta.studentMs = session.spentMs;
    throw new Error('This check must fail: a run in which it passes proves nothing.');
  });
}

async function checksOf(importSuite: ImportSuite): Promise<readonly Check[]> {
  await importSuite();
  const checks = takeChecks();
  if (checks.length === 0) throw new Error(noCheck);
  return checks;
}

const noCheck = "it registers no check: check('…', …) of @teatime/grader/kit · 里面没有注册任何检查：请用 @teatime/grader/kit 的 check('…', …)";

function shuffled<T>(items: readonly T[]): readonly T[] {
  const rest = [...items];
  for (let end = rest.length - 1; end > 0; end--) {
    const [picked] = rest.splice(randomInt(end + 1), 1);
    if (picked !== undefined) rest.push(picked);
  }
  return rest;
}
