import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GradeResult } from '../../src/verdict/result.ts';
import { teaAnswers } from '../support/answers.ts';
import { checkoutWithHidden, editionWithHidden, passesOnlyWhatIsOpen } from '../support/hidden-course.ts';
import { command } from '../support/in-process.ts';
import { obeysListSchema } from '../support/list-schema.ts';
import { obeysResultSchema } from '../support/result-schema.ts';
import { teatime } from '../support/teatime.ts';
import type { Outcome } from '../support/teatime.ts';
import type { Manifest } from '../support/hidden-course.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';
import { isThorough } from '../support/thorough.ts';

const answer = 'packages/exercises/tea/tea.ts';
const hiddenTitle = 'makeTea returns the water';

let edition: TemporaryFolder;
let checkout: TemporaryFolder;
let passed: Outcome;

/** A student passes all that is open, in the edition. */
beforeAll(async () => {
  [edition, checkout] = await Promise.all([editionWithHidden(), checkoutWithHidden()]);
  await edition.write(answer, passesOnlyWhatIsOpen);
  passed = await graded(edition, 'grade tea --json result.json --report html=report.html');
}, 60_000);

afterAll(async () => {
  await edition[Symbol.asyncDispose]();
  await checkout[Symbol.asyncDispose]();
});

test('An answer that passes all that is open passes in the edition, and is told what is decided later', () => {
  expect(passed.code).toBe(0);
  expect(passed.stdout).toContain('4 of 8 points; 4 more are decided when you hand in.');
  expect(passed.stdout).toMatch(/· 1 more check is decided when you hand in +\?\/4/);
});

test('Nobody in the edition is told that everything passed, or what is hidden', async () => {
  const told = [passed, await inEdition('list'), await inEdition('hint'), await inEdition('hint tea'), await inEdition('solution tea')];
  for (const { stdout } of told) {
    expect(stdout).not.toMatch(/Everything passed|[Ee]very exercise has passed|whole course/);
    expect(stdout).not.toContain(hiddenTitle);
  }
});

test('In Chinese as well', async () => {
  const { stdout } = await inEdition('list --lang zh-CN');
  expect(stdout).toContain('已通过 1 / 1 个练习，4 / 8 分；还有 4 分在提交后判定。');
  expect(stdout).toContain('这里能检查的都通过了，可以提交了。');
  expect(stdout).not.toContain('所有练习都通过了');
});

test('The result says how many checks are left, and what they are worth', async () => {
  const result = await resultIn(edition, 'result.json');
  expect(obeysResultSchema(result), JSON.stringify(obeysResultSchema.errors)).toBe(true);
  expect(result).toMatchObject({ passed: true, points: 4, maxPoints: 8, atHandIn: { checks: 1, points: 4 } });
  expect(result.exercises).toMatchObject([{ status: 'passed', points: 4, maxPoints: 8, atHandIn: { checks: 1, points: 4 } }]);
});

test('So does the page', async () => {
  const page = await readFile(join(edition.path, 'report.html'), 'utf8');
  expect(page).toContain('Everything that is checked here passed.');
  expect(page).toContain('4 of 8 points; 4 more are decided when you hand in.');
  expect(page).toContain('1 more check is decided when you hand in</span><span class="score">?/4</span>');
});

test('So does the list, to people and to programs', async () => {
  const { stdout } = await inEdition('list');
  expect(stdout).toMatch(/tea .* 4\/8 {2}passed so far/);
  expect(stdout).toContain('1 of 1 exercises passed, 4 of 8 points; 4 more are decided when you hand in.');
  const list = JSON.parse((await inEdition('list --json')).stdout);
  expect(obeysListSchema(list), JSON.stringify(obeysListSchema.errors)).toBe(true);
  expect(list).toMatchObject({ points: 4, maxPoints: 8, atHandIn: { checks: 1, points: 4 }, next: null });
});

test('Hints and the solution are there as ever, and the solution says that something is left', async () => {
  expect((await inEdition('hint tea')).stdout).toContain('createTask');
  expect((await inEdition('hint')).stdout).toMatch(/Everything that is checked here has passed[^]*\. 4 more points are decided/);
  const { code, stdout } = await inEdition('solution tea');
  expect(code).toBe(0);
  expect(stdout).toContain('4 more points are decided when you hand in.');
});

test("In the instructor's checkout the same answer fails, with the hidden check named and marked", async () => {
  const { code, stdout } = await graded(checkout, `grade --from ${join(edition.path, 'packages/exercises')} --json hand-in.json`);
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ makeTea returns the water \(hidden\) +0\/4/);
  expect(stdout).toContain('4 of 8 points');
  expect(stdout).not.toContain('when you hand in');
  const result = await resultIn(checkout, 'hand-in.json');
  expect(obeysResultSchema(result), JSON.stringify(obeysResultSchema.errors)).toBe(true);
  expect(result).not.toHaveProperty('atHandIn');
  expect(result.exercises[0]?.checks.filter(({ hidden }) => hidden).map(({ id }) => id)).toEqual(['water']);
});

test('A forged manifest in what is handed in changes nothing: the one of the checkout is read', async () => {
  await using forged = await editionWithHidden();
  const manifest: Manifest = JSON.parse(await readFile(join(forged.path, 'packages/exercises/tea/exercise.json'), 'utf8'));
  const checks = manifest.checks.map((check) => ({ ...check, points: 100 }));
  await forged.write('packages/exercises/tea/exercise.json', JSON.stringify({ ...manifest, checks, atHandIn: undefined }));
  await forged.write(answer, passesOnlyWhatIsOpen);
  const { code, stdout } = await graded(checkout, `grade --from ${forged.path}`);
  expect(code).toBe(1);
  expect(stdout).toContain('4 of 8 points');
});

test.runIf(isThorough)('A right answer passes both, and every promise about hidden checks is proved like the others', async () => {
  await using own = await checkoutWithHidden();
  await own.write(answer, teaAnswers.right);
  const { code, stdout } = await graded(own, 'grade tea');
  expect(code).toBe(0);
  expect(stdout).toMatch(/✓ makeTea returns the water \(hidden\) +4\/4/);
  expect(stdout).toContain('Everything passed. 8 of 8 points');
  const proof = await graded(checkout, 'check-course tea');
  expect(proof.stdout).toContain('Every promise is kept.');
});

test('Whoever claims hidden checks in an edition gets no result: their suite is not there', async () => {
  await using forged = await editionWithHidden();
  const manifest = await readFile(join(checkout.path, 'packages/exercises/tea/exercise.json'), 'utf8');
  await forged.write('packages/exercises/tea/exercise.json', manifest);
  await forged.write(answer, teaAnswers.right);
  expect(await graded(forged, 'grade tea')).toMatchObject({ code: 3 });
});

async function resultIn(course: TemporaryFolder, file: string): Promise<GradeResult> {
  const result: GradeResult = JSON.parse(await readFile(join(course.path, file), 'utf8'));
  return result;
}

function inEdition(line: string): Promise<Outcome> {
  return command(line, { cwd: edition.path });
}

function graded(course: TemporaryFolder, line: string): Promise<Outcome> {
  return teatime(line.split(' '), { cwd: course.path });
}
