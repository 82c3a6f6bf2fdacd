import { randomInt } from 'node:crypto';
import { afterAll, test } from 'vitest';
import { RemoteSession, type SessionPlan } from '../bridge/remote-session.ts';
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
  readonly submission: Pick<SessionPlan, 'module' | 'mostMs'>;
  /** What all have in common that may meet the suite in one process; undefined for one that has its own. */
  readonly company: string | undefined;
  /** The name of the check that must fail; nobody can guess it. */
  readonly canary: string;
  /** How often every check runs; in shuffled order from the second time on. */
  readonly repeat: number;
  /** Which of them run again; all when undefined. */
  readonly repeated: readonly string[] | undefined;
  /** Which of them run at all; all when undefined. */
  readonly only: readonly string[] | undefined;
  /** What the random inputs of the first round come from; each round has one more than the one before. */
  readonly seed: number;
}

/** Imports a suite, which registers its checks. */
type ImportSuite = () => Promise<unknown>;

/** Runs in Vitest's worker: opens a session with the submission, lets the suites register their checks, closes up behind them. */
export async function runSuite(order: RunOrder, [importOpen, importHidden]: readonly [open: ImportSuite, hidden?: ImportSuite]): Promise<void> {
  const { canary, repeat, repeated, only, seed } = order;
  const session = await openSession(order);
  useSession(session);
  if (order.company === undefined) afterAll(() => session.close());
  // What a suite before this one registered and could not run is none of this one's.
  takeChecks();
  const open = await checksOf(importOpen);
  const hidden = importHidden === undefined ? [] : await checksOf(importHidden);
  const checks = [...open, ...hidden].filter(({ id }) => only?.includes(id) ?? true);
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

/** The last session whose process may serve another answer, as long as this thread lives. */
let left: { readonly session: RemoteSession; readonly company: string; readonly served: number } | undefined;

/** So many answers share a process. What one process may say in all is limited, and modules are never unloaded. */
const mostServed = 8;

async function openSession({ lines, submission, company, repeat }: RunOrder): Promise<RemoteSession> {
  const plan = { ...submission, rounds: repeat };
  if (company === undefined) return new RemoteSession({ ...plan, line: await borrowLine(lines) });
  const before = left;
  if (before?.company === company && before.served < mostServed) {
    const session = new RemoteSession({ ...plan, after: before.session });
    left = { session, company, served: before.served + 1 };
    return session;
  }
  await before?.session.close();
  const session = new RemoteSession({ ...plan, line: await borrowLine(lines) });
  left = { session, company, served: 1 };
  return session;
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
