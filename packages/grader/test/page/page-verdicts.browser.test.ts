import { randomInt } from 'node:crypto';
import { spansOf, type TimelineEvent } from '@teatime/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { courseAnswers } from '../../src/commands/check-course/answers/answers.ts';
import type { CourseAnswer } from '../../src/commands/check-course/answers/answers.ts';
import type { Exercise } from '../../src/course/course.ts';
import { courseLayout } from '../../src/course/layout.ts';
import { readCourse } from '../../src/course/read-course.ts';
import { Examiner } from '../../src/grading/examiner.ts';
import { languages } from '../../src/messages/text.ts';
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
 * The page that grades and `pnpm grade` give the same results, check by check and word by word, on every answer of the course.
 */

const { exercises } = await readCourse(repository);
const layout = courseLayout(repository);

/** Both meet the same inputs: a difference is one of the two, and not of chance. */
const seed = randomInt(2 ** 31);

const language = languages[seed % languages.length] ?? 'en';

const name = hasChromium ? 'The page agrees with the grader' : `The page agrees with the grader (skipped: there is no ${chromiumPath}; apt-get install chromium)`;

describe.skipIf(!hasChromium)(name, () => {
  let examiner: Examiner;
  let built: BuiltPage;

  beforeAll(async () => {
    examiner = new Examiner(layout, await probeSandbox());
    built = await builtPage();
  });
  afterAll(async () => {
    await built[Symbol.asyncDispose]();
    await examiner[Symbol.asyncDispose]();
  });

  test.each(isThorough ? exercises : exercises.slice(0, 1))('about the answers of $id', async (exercise) => {
    const { answers } = await courseAnswers(exercise, layout);
    const different: object[] = [];
    for (const answer of sampleOf(answers, 6)) {
      const [page, grader] = [toldBy(await inPage(answer, exercise)), toldBy(await byGrader(answer, exercise))];
      const isSame = JSON.stringify(page) === JSON.stringify(grader);
      if (isSame === Object.hasOwn(differences, answer.path)) different.push({ answer: answer.path, ...unlike(page, grader) });
    }
    expect(different, `with the seed ${seed}`).toEqual([]);
    expect(built.heard).toEqual([]);
  });

  test('but for what no page can see, which it says itself', async () => {
    const exercise = exercises.find(({ id }) => id === 'blocking');
    if (exercise === undefined) throw new Error('the course has no exercise about blocking calls');
    const { answers } = await courseAnswers(exercise, layout);
    const byHand = answers.filter(({ path }) => path.endsWith('wrong/hashes-by-hand-in-slices.ts'));
    const told = await Promise.all(byHand.map((answer) => inPage(answer, exercise)));
    expect(told.map(({ notHere }) => notHere.map(({ id }) => id))).toEqual([['hash-beats']]);
  });

  /** All of it: what is found by reading comes later than the rest, unless there is nothing to read. */
  async function inPage({ files }: CourseAnswer, { id }: Exercise): Promise<PageResult> {
    return await built.page.evaluate(`new Promise((resolve, reject) => {
      const told = (page) => { if (page.notHere.every(({ kind }) => kind === 'suite')) resolve(page); };
      const options = { language: ${JSON.stringify(language)}, seed: ${seed}, onReading: told };
      grader.grade(${JSON.stringify(id)}, ${JSON.stringify(files)}, options).then(told, reject);
    })`);
  }

  async function byGrader({ files }: CourseAnswer, exercise: Exercise): Promise<PageResult> {
    const known = asStudentsKnow(exercise);
    return pageResult(known, files, await examiner.examine(known, await admit(known, files), { seed }), language);
  }
});

/**
 * The whole of a result, check by check. How long it took is nobody's verdict, and whether it is the stub no examiner asks. A timeline
 * counts as it is drawn, in no order: in the page the suite goes on at once after a call, so that what happens at one instant may be
 * noted the other way round.
 */
function toldBy({ result: { durationMs: _, begun: _begun, checks, ...exercise } }: PageResult): readonly object[] {
  const drawn = (events: readonly TimelineEvent[]): readonly string[] => spansOf(events).map((span) => JSON.stringify(span)).toSorted();
  return [exercise, ...checks.map(({ timeline, ...check }) => ({ ...check, timeline: timeline && [drawn(timeline.expected), drawn(timeline.actual)] }))];
}

function unlike(page: readonly object[], grader: readonly object[]): { readonly page: readonly object[]; readonly grader: readonly object[] } {
  const differs = (one: object, index: number): boolean => JSON.stringify(page[index]) !== JSON.stringify(grader[index]);
  return { page: page.filter((one, index) => differs(one, index)), grader: grader.filter((one, index) => differs(one, index)) };
}
