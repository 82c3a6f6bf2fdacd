import type { Text } from '../messages/text.ts';
import type { Cause } from '../verdict/cause.ts';
import type { Finding } from '../verdict/finding.ts';
import type { LintJob } from './lint-job.ts';

/** The checks that need no run. `restrictions` exists only where the exercise restricts something. */
export const staticChecks = {
  types: 'types',
  'no-blocking-call': 'lint',
  restrictions: 'lint',
} as const satisfies Record<string, Finding['kind']>;

export type StaticCheck = keyof typeof staticChecks;

export function staticChecksOf({ restrictions }: LintJob): readonly StaticCheck[] {
  return restrictions.length > 0
    ? ['types', 'no-blocking-call', 'restrictions']
    : ['types', 'no-blocking-call'];
}

/** Why a job came to nothing. */
export interface NoResult {
  readonly status: 'error' | 'skipped';
  readonly cause: Cause;
  readonly message: Text;
}

/** The findings of a job that came to nothing, for one reason. */
export function withoutResult(job: LintJob, reason: NoResult): Finding[] {
  return staticChecksOf(job).map((id) => ({ id, kind: staticChecks[id], ...reason }));
}

export const reasons = {
  syntax: {
    status: 'skipped',
    cause: 'syntax',
    message: {
      en: 'Not looked at, because the file has a syntax error.',
      'zh-CN': '文件有语法错误，所以没有检查。',
    },
  },
  time: {
    status: 'error',
    cause: 'time',
    message: {
      en: 'Reading this file without running it took too long, so this check was given up. Write it in a simpler way: a type in it may have no end.',
      'zh-CN': '在不运行的情况下分析这个文件花了太长时间，这项检查已放弃。请换一种更简单的写法：也许其中某个类型没有尽头。',
    },
  },
  'no-time-left': {
    status: 'error',
    cause: 'time',
    message: {
      en: 'Not looked at: reading the other files without running them took up the time for the whole submission. Write those in a simpler way first.',
      'zh-CN': '没有检查：分析其他文件已经用完了整份提交的时间。请先把那些文件写得简单一些。',
    },
  },
  memory: {
    status: 'error',
    cause: 'memory',
    message: {
      en: 'Reading this file without running it used up all memory, so this check was given up: a type or a text in it grows far too large. Write it in a simpler way.',
      'zh-CN': '在不运行的情况下分析这个文件用尽了内存，这项检查已放弃：其中某个类型或字符串变得太大。请换一种更简单的写法。',
    },
  },
  crash: {
    status: 'error',
    cause: 'refused',
    message: {
      en: 'This check could not read the file. Write it in a simpler way, with less nesting.',
      'zh-CN': '这项检查读不懂这个文件。请换一种更简单、嵌套更少的写法。',
    },
  },
  starved: {
    status: 'error',
    cause: 'unjudged',
    message: {
      en: 'This machine was too busy to read the file. That says nothing about your code: try again.',
      'zh-CN': '机器太忙，没能分析这个文件。这不说明你的代码有问题：请再试一次。',
    },
  },
} satisfies Record<string, NoResult>;
