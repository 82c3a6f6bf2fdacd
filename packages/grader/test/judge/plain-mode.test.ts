import { randomInt } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVitest, type TestModule, type Vitest } from 'vitest/node';
import { moduleOf } from '../../src/commands/check-course/answers/module-of.ts';
import { hiddenChecks } from '../../src/course/course.ts';
import type { Exercise } from '../../src/course/course.ts';
import { readCourse } from '../../src/course/read-course.ts';
import { createJudge } from '../../src/judge/judge.ts';
import type { Judge } from '../../src/judge/suite-run.ts';
import { probeSandbox } from '../../src/sandbox/probe.ts';
import { stripTypes } from '../../src/source/strip-types.ts';
import type { Cause } from '../../src/verdict/cause.ts';
import { repository } from '../support/repository.ts';
import { sampleOf } from '../support/thorough.ts';

/*
 * Whoever writes a suite tries it in plain mode, and the judge has to give the same verdicts: on every answer of the course,
 * as far as an answer ends neither the program nor itself.
 */

const { exercises } = await readCourse(repository);
const solutions = join(repository, 'packages/solutions');
const suites = join(repository, 'packages/grader/suites');

/** What only a process of its own can tell, or what is found without running anything. */
const ofTheProcess: readonly Cause[] = ['hang', 'exit', 'memory', 'flood', 'time', 'load', 'missing', 'refused'];

/** Both meet the same inputs: a difference is one of the modes, and not of chance. */
const seed = randomInt(2 ** 31);

let judge: Judge;
let plain: Vitest;
const runs = new Map<string, (module: TestModule) => void>();

beforeAll(async () => {
  judge = await createJudge({ sandbox: await probeSandbox(), suites });
  const reporter = { onTestModuleEnd: (module: TestModule) => runs.get(module.moduleId)?.(module) };
  plain = await createVitest(
    { config: join(suites, 'vitest.config.ts'), root: suites, watch: false, reporters: [reporter], maxWorkers: 2, isolate: false, testTimeout: 60_000, env: { TEATIME_SEED: String(seed) } },
    { logLevel: 'silent', server: { watch: null } },
  );
  await plain.standalone();
});

afterAll(async () => {
  await judge[Symbol.asyncDispose]();
  await plain.close();
});

/** A promise that was settled before tells so in the same turn in plain mode, and one turn later over the wire: this answer sees it. */
const knownToDiffer = ['as-completed/wrong/listens-only-while-asked.ts'];

function answersOf({ id }: Exercise): readonly string[] {
  const others = [...filesIn(`${id}/also`), ...filesIn(`${id}/wrong`)].filter((answer) => !knownToDiffer.includes(answer));
  return [`${id}/${id}.ts`, ...sampleOf(others, 30)];
}

const filesIn = (folder: string): readonly string[] => readdirSync(join(solutions, folder)).map((name) => `${folder}/${name}`);

describe.each(sampleOf(exercises, 3))('Plain mode and the judge agree on $id', (exercise) => {
  test('about its answers', async () => {
    const answers = answersOf(exercise);
    const judged = await Promise.all(answers.map(async (answer) => ({ answer, failed: await judgedBy(exercise, answer) })));
    const comparable = judged.flatMap(({ answer, failed }) => (failed === undefined ? [] : [{ answer, failed }]));
    expect(await plainly(comparable.map(({ answer }) => answer)), `with the seed ${seed}`).toEqual(comparable);
  });
});

/** The checks that the judge does not pass; undefined where its process had to be ended. */
async function judgedBy(exercise: Exercise, answer: string): Promise<readonly string[] | undefined> {
  const { id, exports, imports } = exercise;
  const source = moduleOf(solutions, answer);
  const { findings, trouble } = await judge.judge({ exercise: id, files: [{ name: `${id}.ts`, source, code: stripTypes(source) }], exports, imports, hasHidden: hiddenChecks(exercise).length > 0 }, { seed });
  expect(trouble).toBeUndefined();
  const failed = findings.flatMap((finding) => (finding.status === 'passed' ? [] : [finding]));
  if (failed.some(({ cause, status }) => status === 'error' && ofTheProcess.includes(cause))) return undefined;
  // Told by the processor time of the student's thread, of which plain mode has none.
  if (failed.some(({ message }) => message?.en.includes('of real work'))) return undefined;
  return failed.map(({ id: check }) => check).toSorted();
}

interface Verdict {
  readonly answer: string;
  readonly failed: readonly string[];
}

async function plainly(answers: readonly string[]): Promise<readonly Verdict[]> {
  const project = plain.getRootProject();
  const results = new Map<string, readonly string[]>();
  const specifications = answers.flatMap((answer) => suitesOf(answer).map((suite) => {
    // Vite tells the language of a module by how its id ends, and an edit is no TypeScript.
    const id = `${suite}?answer=${answer}&as=.ts`;
    runs.set(id, (module) => {
      const tests = [...module.children.allTests()];
      const failed = tests.filter((one) => one.result().state !== 'passed').map(({ name }) => name);
      const found = tests.length === 0 ? module.errors().map(({ message }) => message) : failed;
      results.set(answer, [...(results.get(answer) ?? []), ...found].toSorted());
    });
    return project.createSpecification(id);
  }));
  await plain.runTestSpecifications(specifications);
  return answers.map((answer) => ({ answer, failed: results.get(answer) ?? ['no result'] }));
}

/** The open suite that an answer meets, and the hidden one where there is one. */
function suitesOf(answer: string): readonly string[] {
  const [id = ''] = answer.split('/');
  return [`${suites}/${id}.suite.ts`, `${suites}/${id}.hidden.suite.ts`].filter((path) => existsSync(path));
}
