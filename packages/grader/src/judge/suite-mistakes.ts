import type { TestCase } from 'vitest/node';
import type { Text } from '../messages/text.ts';
import type { SuiteMistake } from '../verdict/evidence.ts';
import type { Job } from './suite-plugin.ts';
import { readSuiteError } from './suite-trouble.ts';

/**
 * What checks did wrong themselves, each mistake once: what Vitest saw go wrong without a word of the check about the answer.
 *
 * @param suites the module ids of the suites, the open one first
 */
export function suiteMistakes(tests: readonly TestCase[], suites: Job['suites']): readonly SuiteMistake[] {
  const mistakes = new Map<string, SuiteMistake>();
  for (const mistake of tests.flatMap((test) => mistakeIn(test, suites))) {
    const known = `${mistake.check} ${mistake.place}`;
    if (!mistakes.has(known)) mistakes.set(known, mistake);
  }
  return [...mistakes.values()];
}

function mistakeIn(test: TestCase, [open, hidden = open]: Job['suites']): readonly SuiteMistake[] {
  const { state, errors = [] } = test.result();
  const { isCheck, isHidden, mistaken } = test.meta();
  const suite = isHidden === true ? hidden : open;
  if (state !== 'passed' && state !== 'failed') return [];
  const place = suite.split('/').slice(-4).join('/');
  if (isCheck !== true) return [{ check: test.name, what: foreign(test.name), place }];
  const [error] = errors;
  if (mistaken === true && error) {
    const read = readSuiteError(error, suite);
    return [{ check: test.name, what: firstLines(read.what), place: read.place ?? place }];
  }
  return test.meta().finding ? [] : [{ check: test.name, what: endless, place }];
}

/** The rest of a complaint of `expect` is a drawing. */
function firstLines({ en, 'zh-CN': zh }: Text): Text {
  return { en: en.split('\n', 1).join(), 'zh-CN': zh.split('\n', 1).join() };
}

/** A test that is none of the kit's has no clock and no lab, and nobody declares it. */
function foreign(name: string): Text {
  return {
    en: `it is a test of Vitest's. A suite has checks: check('${name}', …) of @teatime/grader/kit`,
    'zh-CN': `它是 Vitest 的 test。检查套件要用 @teatime/grader/kit 的 check('${name}', …)`,
  };
}

/** What a submission may take is limited, so it is the suite that waits or loops. */
const endless: Text = {
  en: 'it does not come to its end. Give everything that it waits for a limit, as in call(…).within(ms)',
  'zh-CN': '它一直没有结束。等待任何事情都要有上限，例如 call(…).within(ms)',
};
