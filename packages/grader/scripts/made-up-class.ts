import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { readCourse } from '../src/course/read-course.ts';
import { isJudged } from '../src/verdict/grade-result.ts';
import type { GradeResult, JudgedExercise } from '../src/verdict/result.ts';
import { due, makeUpClass } from '../test/support/made-up-class/made-up-class.ts';
import type { Expected } from '../test/support/made-up-class/made-up-class.ts';
import { repository } from '../test/support/repository.ts';
import { temporaryFolder } from '../test/support/temporary-folder.ts';
import { writtenOfClass } from '../test/support/written-of-class.ts';

/*
 * Makes up a class and has it graded twice: each of its hand-ins, right, wrong, odd, hanging, hostile or broken, in the layouts of all
 * systems, has to get the verdict that was meant for it, and both times the same bytes, durations and the hour aside.
 * Where an endless loop was when it was stopped, and which limit stopped it, is a matter of time as well: of such a check its state and its
 * points are compared, and of the pages, in which all that is told again, those of students without one.
 * Prints a line for each that did not, and ends with 1 when there is one.
 *
 *     node scripts/made-up-class.ts [--students 200] [--seed 1] [--exercises tea,coroutine] [--jobs N] [--busy COUNT]
 *
 * With --busy the second time so many busy processes are beside it, and two hand-ins are graded at once: the verdicts are the same.
 */

const { values } = parseArgs({
  options: {
    students: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    exercises: { type: 'string', default: 'tea,coroutine' },
    jobs: { type: 'string' },
    busy: { type: 'string' },
  },
});
const cli = join(repository, 'packages/grader/src/teatime.ts');
const ids = values.exercises.split(',');
const exercises = (await readCourse(repository)).exercises.filter(({ id }) => ids.includes(id));
await using folder = await temporaryFolder();
await folder.write('hand-ins/.keep', '');
const made = await makeUpClass(join(folder.path, 'hand-ins'), { students: Number(values.students), seed: Number(values.seed), exercises });
let broken = 0;

function complain(what: string): void {
  broken += 1;
  console.log(`✗ ${what}`);
}

/** Grades the class, and gives what was written. */
async function grade(jobs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const begin = performance.now();
  const command = [cli, 'grade-class', join(folder.path, 'hand-ins'), '--out', join(folder.path, 'out'), '--exercises', ids.join(), '--due', due.toISOString(), '--lang', 'en', '--again', ...jobs];
  const child = spawn(process.execPath, command, { cwd: repository, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.resume();
  await once(child, 'close');
  console.log(`  graded in ${Math.round((performance.now() - begin) / 1000)} s, exit ${child.exitCode}`);
  return writtenOfClass(join(folder.path, 'out'));
}

function checkRows(written: ReadonlyMap<string, string>, expected: readonly Expected[]): void {
  const rows: readonly Record<string, string>[] = parse(written.get('gradebook.csv') ?? '', { bom: true, columns: true, record_delimiter: ['\r\n', '\n', '\r'] });
  if (rows.length !== expected.length) complain(`${rows.length} rows for ${expected.length} students`);
  for (const one of expected) {
    const fitting = rows.filter((row) => row['student'] === one.student && (row['id'] ?? '').length > 0);
    const wrongs = fitting.map((row) => mismatch(row, written.get(`results/${row['id']}.json`), one));
    // Two may have one name: the row that fits is theirs.
    if (fitting.length === 0 || wrongs.every((wrong) => wrong !== undefined)) complain(`${one.student} (${one.what}): ${wrongs[0] ?? 'no row'}`);
  }
}

/** What of a row is not as it should be. */
function mismatch(row: Readonly<Record<string, string>>, json: string | undefined, { outcome, late, verdicts }: Expected): string | undefined {
  if (row['outcome'] !== outcome) return `${row['outcome']}, not ${outcome}: ${row['reason'] ?? ''}`;
  if (row['late'] !== (late ? 'yes' : 'no') && !(row['late'] === '' && outcome !== 'graded')) return `late: ${row['late']}, not ${late}`;
  if (outcome !== 'graded') return json === undefined ? undefined : 'it has a result';
  if (json === undefined) return 'no result';
  const result: GradeResult = JSON.parse(json);
  if (!('points' in result) || String(result.points) !== row['points']) return `points of ${row['points']} in the gradebook, and others in the result`;
  for (const exercise of result.exercises.filter(isJudged)) {
    const verdict = verdicts.get(exercise.id);
    const failed = failuresOf(exercise).join(', ');
    const meant = verdict === 'no-pass' || verdict === undefined ? verdict : verdict.fails.join(', ');
    if (meant === 'no-pass' ? failed === '' : failed !== meant) return `${exercise.id} failed [${failed}], not [${meant}]`;
  }
  return undefined;
}

/** Where the gate refuses an answer, that alone: nothing else was tried. */
function failuresOf({ checks }: JudgedExercise): readonly string[] {
  const failed = checks.filter(({ status }) => status !== 'passed').map(({ id }) => id).toSorted();
  return failed.includes('gate') ? ['gate'] : failed;
}

/** Of what was written all that has to be the same again; undefined for a page that tells of a check which was stopped. */
function steady(written: ReadonlyMap<string, string>, path: string): readonly string[] | undefined {
  const text = written.get(path) ?? '';
  const results = path === 'class.html' ? [...written.keys()].filter((other) => other.startsWith('results/')) : [path.replace('feedback', 'results').replace(/html$/, 'json')];
  if (path.endsWith('.html')) return results.some((result) => stop.test(written.get(result) ?? '')) ? undefined : text.split('\n');
  if (!path.startsWith('results/')) return text.split('\n');
  return JSON.stringify(JSON.parse(text), (_, value: unknown) => (isStopped(value) ? { id: value.id, status: value.status, points: value.points } : value), 1).split('\n');
}

const limits: readonly unknown[] = ['hang', 'time', 'memory', 'flood'];

const stop = /"cause": "(?:hang|time|memory|flood)"/;

interface Stopped { readonly id?: unknown; readonly status?: unknown; readonly points?: unknown }

function isStopped(value: unknown): value is Stopped {
  return typeof value === 'object' && value !== null && 'cause' in value && limits.includes(value.cause);
}

/** Processes that do nothing but keep the processors busy. */
function busyProcesses(count: number): Disposable {
  const processes = Array.from({ length: count }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
  return { [Symbol.dispose]: () => processes.forEach((one) => one.kill('SIGKILL')) };
}

console.log(`${made.length} hand-ins, seed ${values.seed}`);
const jobs = values.jobs === undefined ? [] : ['--jobs', values.jobs];
const first = await grade(jobs);
checkRows(first, made);
const busy = Number(values.busy ?? 0);
const second = await (async () => {
  using _ = busyProcesses(busy);
  return await grade(busy > 0 ? ['--jobs', '2'] : jobs);
})();
checkRows(second, made);
for (const path of new Set([...first.keys(), ...second.keys()])) {
  const [one, other] = [steady(first, path), steady(second, path)];
  if (one === undefined || other === undefined) continue;
  const at = one.findIndex((line, index) => line !== other[index]);
  if (at >= 0 || one.length !== other.length) complain(`${path} is not the same the second time:\n    ${one[at]?.trim().slice(0, 400)}\n    ${other[at]?.trim().slice(0, 400)}`);
}
console.log(broken === 0 ? 'Every hand-in got the verdict that was meant for it, twice the same.' : `${broken} did not hold.`);
process.exitCode = broken === 0 ? 0 : 1;
