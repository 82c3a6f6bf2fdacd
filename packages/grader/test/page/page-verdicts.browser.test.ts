import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { courseAnswers } from '../../src/commands/check-course/answers/answers.ts';
import type { CourseAnswer } from '../../src/commands/check-course/answers/answers.ts';
import type { Exercise } from '../../src/course/course.ts';
import { courseLayout } from '../../src/course/layout.ts';
import { readCourse } from '../../src/course/read-course.ts';
import { createJudge } from '../../src/judge/judge.ts';
import type { Judge } from '../../src/judge/suite-run.ts';
import type { PageResult } from '../../src/page/page-result.ts';
import { pageResult } from '../../src/page/page-result.ts';
import { probeSandbox } from '../../src/sandbox/probe.ts';
import { admit } from '../../src/submission/gate.ts';
import { asStudentsKnow } from '../../scripts/page/as-students-know.ts';
import { builtPage, chromiumPath, hasChromium } from '../support/built-page.ts';
import type { BuiltPage } from '../support/built-page.ts';
import { repository } from '../support/repository.ts';
import { isThorough, sampleOf } from '../support/thorough.ts';
import { differences } from './differences.ts';

/*
 * The page that grades and the judge give the same verdicts, check by check and word by word, on every answer of the course.
 */

const { exercises } = await readCourse(repository);
const layout = courseLayout(repository);

/** Both meet the same inputs: a difference is one of the two, and not of chance. */
const seed = randomInt(2 ** 31);

const name = hasChromium ? 'The page agrees with the judge' : `The page agrees with the judge (skipped: there is no ${chromiumPath}; apt-get install chromium)`;

describe.skipIf(!hasChromium)(name, () => {
  let judge: Judge;
  let built: BuiltPage;

  beforeAll(async () => {
    judge = await createJudge({ sandbox: await probeSandbox(), suites: layout.suites });
    built = await builtPage();
  });
  afterAll(async () => {
    await built[Symbol.asyncDispose]();
    await judge[Symbol.asyncDispose]();
  });

  test.each(isThorough ? exercises : exercises.slice(0, 1))('about the answers of $id', async (exercise) => {
    const { answers } = await courseAnswers(exercise, layout);
    const different: object[] = [];
    for (const answer of sampleOf(answers, 3)) {
      const [page, judged] = [await inPage(answer, exercise), await byJudge(answer, exercise)];
      if (JSON.stringify(page) !== JSON.stringify(judged) && !Object.hasOwn(differences, answer.path)) different.push({ answer: answer.path, ...unlike(page, judged) });
    }
    expect(different, `with the seed ${seed}`).toEqual([]);
    expect(built.heard).toEqual([]);
  });

  async function inPage({ files }: CourseAnswer, { id }: Exercise): Promise<readonly Told[]> {
    const graded: PageResult = await built.page.evaluate(`grader.grade(${JSON.stringify(id)}, ${JSON.stringify(files)}, { language: 'en', seed: ${seed} })`);
    return toldOf(graded);
  }

  async function byJudge({ files }: CourseAnswer, exercise: Exercise): Promise<readonly Told[]> {
    const known = asStudentsKnow(exercise);
    const admission = await admit(known, files);
    const evidence = admission.admitted ? { lint: undefined, suite: await judge.judge(admission.submission, { seed }) } : { refusal: admission.refusal };
    return toldOf(pageResult(known, files, evidence, 'en'));
  }
});

interface Told {
  readonly id: string;
  readonly status: string;
  readonly message: string | undefined;
  readonly line: number | undefined;
}

function toldOf({ result }: PageResult): readonly Told[] {
  return result.checks.map(({ id, status, message, location }) => ({ id, status, message, line: location?.line }));
}

function unlike(page: readonly Told[], judged: readonly Told[]): { readonly page: readonly Told[]; readonly judge: readonly Told[] } {
  const differs = (one: Told, index: number): boolean => JSON.stringify(page[index]) !== JSON.stringify(judged[index]);
  return { page: page.filter((one, index) => differs(one, index)), judge: judged.filter((one, index) => differs(one, index)) };
}
