import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { courseAnswers, declaredFailures } from '../src/commands/check-course/answers/answers.ts';
import type { CourseAnswer } from '../src/commands/check-course/answers/answers.ts';
import { courseLayout } from '../src/course/layout.ts';
import { readCourse } from '../src/course/read-course.ts';
import { isJudged } from '../src/verdict/grade-result.ts';
import type { GradeResult, JudgedExercise } from '../src/verdict/result.ts';
import { repository } from '../test/support/repository.ts';
import { temporaryFolder } from '../test/support/temporary-folder.ts';

/*
 * Shows that verdicts hold on a busy machine: four and eight grades of the course's own solutions at once, and one beside
 * twenty busy processes, each with all points; and the wrong answers, four grades at once, each with the verdicts that its
 * first line declares. Prints a line for each, and ends with 1 when one did not hold.
 *
 *     node scripts/busy-machine.ts [--wrong COUNT]
 *
 * COUNT is how many wrong answers of each exercise are tried; all of them when not given, which takes some minutes.
 */

const { values } = parseArgs({ options: { wrong: { type: 'string' } } });
const mostWrong = Number(values.wrong ?? Infinity);
const run = promisify(execFile);
const teatime = join(repository, 'packages/grader/src/teatime.ts');
const course = await readCourse(repository);
let broken = 0;

/** One line about something that should hold. */
function report(holds: boolean, what: string): void {
  if (!holds) broken++;
  console.log(`${holds ? '✓' : '✗'} ${what}`);
}

/** Grades a folder of answers; undefined when there is no result: then what was said stands on standard error. */
async function grade(from: string, json: string): Promise<GradeResult | undefined> {
  const ending = await run(process.execPath, [teatime, 'grade', '--from', from, '--json', json], { cwd: repository, maxBuffer: 2 ** 26 }).then(() => 'it ended well', String);
  const document = await readFile(json, 'utf8').catch(() => undefined);
  if (document === undefined) {
    console.error(ending);
    return undefined;
  }
  const result: GradeResult = JSON.parse(document);
  return result;
}

function shown(result: GradeResult | undefined): string {
  if (result === undefined) return 'no result';
  if ('unjudged' in result) return `not judged: ${result.unjudged.join(', ')}`;
  return `${result.points}`;
}

async function solutionsAtOnce(count: number, folder: string): Promise<void> {
  const begin = performance.now();
  const grades = Array.from({ length: count }, (_, index) => grade(join(repository, 'packages/solutions'), join(folder, `${count}-${index}.json`)));
  const results = await Promise.all(grades);
  const seconds = Math.round((performance.now() - begin) / 1000);
  report(results.every((result) => result && 'passed' in result && result.passed), `${count} at once: ${results.map(shown).join(' ')} (${seconds} s)`);
}

/** Twenty processes that do nothing but keep the processors busy. */
function busyProcesses(): Disposable {
  const processes = Array.from({ length: 20 }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
  return { [Symbol.dispose]: () => processes.forEach((one) => one.kill('SIGKILL')) };
}

/** The wrong answers, dealt out: the first of each exercise make the first submission, the second ones the second. */
async function wrongSubmissions(): Promise<readonly ReadonlyMap<string, CourseAnswer>[]> {
  const submissions: Map<string, CourseAnswer>[] = [];
  for (const exercise of course.exercises) {
    const { answers } = await courseAnswers(exercise, courseLayout(repository));
    for (const [index, answer] of answers.filter(({ role }) => role === 'wrong').slice(0, mostWrong).entries()) {
      submissions[index] ??= new Map();
      submissions[index].set(exercise.id, answer);
    }
  }
  return submissions;
}

async function wrongAnswers(submission: ReadonlyMap<string, CourseAnswer>): Promise<void> {
  await using answers = await temporaryFolder();
  for (const [id, { files }] of submission) {
    for (const { name, source } of files) await answers.write(`${id}/${name}`, source);
  }
  const result = await grade(answers.path, join(answers.path, 'result.json'));
  for (const [id, answer] of submission) {
    const exercise = result?.exercises.find((one) => one.id === id);
    const failed = exercise && isJudged(exercise) ? failuresOf(exercise) : ['no verdict'];
    const declared = declaredFailures(answer)?.toSorted() ?? [];
    const holds = failed.join() === declared.join();
    report(holds, `${answer.path}: ${failed.join(', ')}${holds ? '' : `, not ${declared.join(', ')}`}`);
  }
}

/** Where the gate refuses an answer, that alone: nothing else was tried. */
function failuresOf({ checks }: JudgedExercise): readonly string[] {
  const ids = checks.filter(({ status }) => status !== 'passed').map(({ id }) => id).toSorted();
  return ids.includes('gate') ? ['gate'] : ids;
}

await using folder = await temporaryFolder();
await solutionsAtOnce(4, folder.path);
await solutionsAtOnce(8, folder.path);
{
  using _ = busyProcesses();
  await solutionsAtOnce(1, folder.path);
}
const submissions = [...(await wrongSubmissions())];
const lanes = Array.from({ length: 4 }, async () => {
  for (let next = submissions.shift(); next; next = submissions.shift()) await wrongAnswers(next);
});
await Promise.all(lanes);
console.log(broken === 0 ? 'Every verdict held.' : `${broken} did not hold.`);
process.exitCode = broken === 0 ? 0 : 1;
