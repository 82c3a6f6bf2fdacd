import type { TestCase, TestModule } from 'vitest/node';
import { budget } from '../bridge/budget.ts';
import type { Text } from '../messages/text.ts';
import type { Finding } from '../verdict/finding.ts';
import type { Job } from './suite-plugin.ts';
import type { SuiteRun } from './suite-run.ts';
import { suiteMistakes } from './suite-mistakes.ts';
import { suiteTrouble } from './suite-trouble.ts';

/** Reads what a run of a suite has shown. @param module what Vitest reports; undefined when it reports nothing */
export function collectRun(job: Job, module: TestModule | undefined): SuiteRun {
  const tests = module ? [...module.children.allTests()] : [];
  const canary = tests.find(({ name }) => name === job.canary);
  const others = tests.filter((test) => test !== canary);
  const checks = others.map((test) => ({ finding: findingOf(test), seed: test.meta().seed }));
  const trouble = module ? (troubleOf(job, module) ?? tests.map((test) => test.meta().trouble).find(Boolean)) : lostWorker;
  return {
    exercise: job.submission.exercise,
    findings: job.repeat > 1 ? mergeRepeats(checks) : checks.map(({ finding }) => finding),
    canary: canaryState(canary),
    ...(trouble && { trouble }),
    mistakes: suiteMistakes(others, job.suites),
    output: canary?.meta().output ?? [],
    used: canary?.meta().used ?? [],
    durationMs: Math.round(durationOf(module)),
    // Where the worker was lost, nobody knows; it was there long enough to count in full.
    studentMs: canary?.meta().studentMs ?? budget.totalMs,
  };
}

/** The suite's own time: not how long it waited for its turn. */
function durationOf(module: TestModule | undefined): number {
  if (!module) return 0;
  const { collectDuration, duration } = module.diagnostic();
  return collectDuration + duration;
}

const lostWorker: Text = {
  en: 'The checks were cut off before they came to their end.',
  'zh-CN': '检查还没有完成就中断了。',
};

function troubleOf({ suites: [suite] }: Job, module: TestModule): Text | undefined {
  const [error] = module.errors();
  return error && suiteTrouble(error, suite);
}

function canaryState(canary: TestCase | undefined): SuiteRun['canary'] {
  const state = canary?.result().state;
  return state === 'failed' || state === 'passed' ? state : 'missing';
}

/** A check's own word, unless Vitest saw the test end otherwise. */
function findingOf(test: TestCase): Finding {
  const { state } = test.result();
  const { finding, isHidden } = test.meta();
  if (finding && (finding.status === 'passed') === (state === 'passed')) return finding;
  return {
    id: test.name,
    kind: 'suite',
    status: state === 'skipped' ? 'skipped' : 'error',
    cause: 'not-run',
    ...(isHidden === true && { hidden: true }),
    message: { en: 'This check did not come to its end.', 'zh-CN': '这个检查没有进行到底。' },
  };
}

/** What a check found in one of its runs, and what its random inputs came from then. */
interface Round {
  readonly finding: Finding;
  readonly seed: number | undefined;
}

/** One finding for each check of a repeated run: the common one, or an error when the runs disagree. */
function mergeRepeats(rounds: readonly Round[]): readonly Finding[] {
  const byId = Map.groupBy(rounds, ({ finding }) => finding.id);
  return [...byId.values()].flatMap((all) => {
    // Runs in which the check itself went wrong say nothing, and are told of apart.
    const verdicts = all.filter(({ finding }) => finding.status !== 'skipped');
    const told = verdicts.length > 0 ? verdicts : all;
    const passed = told.filter(isPassed);
    const others = told.filter((round) => !isPassed(round));
    if (passed.length > 0 && others.length > 0) return [unsteady(passed, others)];
    return told.slice(0, 1).map(({ finding }) => finding);
  });
}

function isPassed({ finding }: Round): boolean {
  return finding.status === 'passed';
}

/** Names a seed of the rarer verdict, so that it can be seen again. */
function unsteady(passed: readonly Round[], others: readonly Round[]): Finding {
  const [rare, ending] = passed.length <= others.length ? [passed, 'passes'] as const : [others, 'does not'] as const;
  const { id = '', kind = 'suite', hidden } = rare[0]?.finding ?? {};
  const runs = passed.length + others.length;
  const seed = rare[0]?.seed;
  return {
    id,
    kind,
    status: 'error',
    cause: 'wrong',
    ...(hidden && { hidden }),
    steady: false,
    message: {
      en: `The verdict is not steady: it passed ${passed.length} of ${runs} runs. With --seed ${seed} it ${ending}.`,
      'zh-CN': `结论不稳定：${runs} 次运行中通过了 ${passed.length} 次。用 --seed ${seed} 时${ending === 'passes' ? '通过' : '不通过'}。`,
    },
  };
}
