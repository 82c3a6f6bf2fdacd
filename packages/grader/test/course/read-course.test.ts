import { expect, test } from 'vitest';
import { CourseError } from '../../src/course/course-error.ts';
import { maxPoints } from '../../src/course/course.ts';
import { readCourse } from '../../src/course/read-course.ts';
import { courseManifest, exerciseManifest, gatherExercise, suiteCheck, text } from '../support/manifests.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const manifestPath = 'packages/exercises/gather/exercise.json';

test('A course is its manifest and those of its exercises, in their order', async () => {
  await using folder = await courseFolder({});
  const course = await readCourse(folder.path);
  expect(course).toEqual({ ...courseManifest(), exercises: [gatherExercise()] });
  expect(course.exercises.map(maxPoints)).toEqual([6]);
});

test('A check belongs to the suite and an exercise has no restrictions unless the manifest says so', async () => {
  const { kind: _, ...check } = suiteCheck('input-order', 2, 'In order');
  const { restrictions: __, ...manifest } = exerciseManifest({ checks: [check] });
  await using folder = await courseFolder({ exercise: manifest });
  const [exercise] = (await readCourse(folder.path)).exercises;
  expect(exercise?.checks[0]?.kind).toBe('suite');
  expect(exercise?.restrictions).toEqual([]);
});

const check = suiteCheck('input-order', 2, 'In order');
const wrong: readonly [what: string, change: Readonly<Record<string, unknown>>, path: string, advice: RegExp][] = [
  ['a missing title', { title: undefined }, 'title', /sentence in each language/],
  ['a title without Chinese', { title: { en: 'Gather' } }, 'title.zh-CN', /in this language/],
  ['an empty sentence', { summary: { en: ' ', 'zh-CN': '等待' } }, 'summary.en', /missing or empty/],
  ['a language that nobody speaks', { title: { ...text('Gather'), tlh: 'boS' } }, 'title.tlh', /no such key/],
  ['an unknown key', { pionts: 3 }, 'pionts', /no such key/],
  ['half a point', { checks: [{ ...check, points: 0.5 }] }, 'checks[0].points', /whole number/],
  ['negative points', { checks: [{ ...check, points: -1 }] }, 'checks[0].points', /0 or more/],
  ['points as text', { checks: [{ ...check, points: '2' }] }, 'checks[0].points', /whole number/],
  ['two checks of one id', { checks: [check, check] }, 'checks[1].id', /another check/],
  ['no checks', { checks: [] }, 'checks', /at least one/],
  ['a check of a strange kind', { checks: [{ ...check, kind: 'magic' }] }, 'checks[0].kind', /"suite"/],
  ['a suite check called gate', { checks: [{ ...check, id: 'gate' }] }, 'checks[0].id', /nor "gate"/],
  ['a lint check of its own name', { checks: [{ ...check, kind: 'lint' }] }, 'checks[0].id', /no-blocking-call/],
  [
    'points for restrictions that there are none of',
    { checks: [{ ...check, id: 'restrictions', kind: 'lint' }] },
    'checks[0].id',
    /where the exercise has some/,
  ],
  ['a file with a path', { files: ['gather.ts', '../secret.ts'] }, 'files[1]', /without a path/],
  ['a file twice', { files: ['gather.ts', 'gather.ts'] }, 'files[1]', /each file once/],
  ['a module of another name', { files: ['collect.ts'] }, 'files[0]', /name of its exercise/],
  ['a module without exports', { exports: [] }, 'exports', /names that the first file exports/],
];

test.each(wrong)('The reader names the place of %s and what to write there', async (_, change, path, advice) => {
  await using folder = await courseFolder({ exercise: exerciseManifest(change) });
  const error = await courseErrorOf(folder.path);
  expect(error.problems).toMatchObject([{ file: manifestPath, path }]);
  expect(error.problems[0]?.advice.en).toMatch(advice);
  expect(error.problems[0]?.advice['zh-CN']).toMatch(/[\u4E00-\u9FFF]/);
  expect(error.message).toContain(`${manifestPath}: ${path}: `);
});

test('An exercise that course.json names twice, or in an impossible way, is an error there', async () => {
  await using folder = await courseFolder({ course: { ...courseManifest(), exercises: ['gather', 'gather', '../x'] } });
  const error = await courseErrorOf(folder.path);
  expect(error.problems.map(({ file, path }) => `${file}: ${path}`)).toEqual([
    'course.json: exercises[2]',
    'course.json: exercises[1]',
  ]);
});

test('A course that leaves out one of the languages is an error', async () => {
  await using folder = await courseFolder({ course: { ...courseManifest(), languages: ['en'] } });
  expect((await courseErrorOf(folder.path)).problems).toMatchObject([{ file: 'course.json', path: 'languages' }]);
});

test('A file that is missing or no JSON is named, and every broken exercise with it', async () => {
  await using folder = await courseFolder({ course: { ...courseManifest(), exercises: ['gather', 'tea', 'blocking'] } });
  await folder.write('packages/exercises/tea/exercise.json', '{ "title": ');
  const error = await courseErrorOf(folder.path);
  expect(error.problems.map(({ file }) => file)).toEqual([
    'packages/exercises/tea/exercise.json',
    'packages/exercises/blocking/exercise.json',
  ]);
  expect(error.problems[0]?.advice.en).toMatch(/not valid JSON/);
  expect(error.problems[1]?.advice.en).toMatch(/missing/);
});

const drafts: readonly (readonly [what: string, manifest: string | undefined])[] = [
  ['that is complete', JSON.stringify({ ...exerciseManifest(), files: ['tea.ts'], draft: true })],
  ['that is not complete', '{ "draft": true }'],
  ['in which a line is half written', '{ "draft": true, "title": '],
];

test.each(drafts)('A draft %s is passed over unless it is named', async (_, manifest) => {
  await using folder = await courseFolder({ course: { ...courseManifest(), exercises: ['tea', 'gather'] } });
  await folder.write('packages/exercises/tea/exercise.json', manifest ?? '');
  expect((await readCourse(folder.path)).exercises.map(({ id }) => id)).toEqual(['gather']);
  const named = await readCourse(folder.path, ['tea']).catch((error: unknown) => error);
  if (!(named instanceof CourseError)) expect(named).toMatchObject({ exercises: [{ id: 'tea' }, { id: 'gather' }] });
  else expect(named.problems[0]?.file).toBe('packages/exercises/tea/exercise.json');
});

test('A course of nothing but drafts is broken, and says what to do', async () => {
  await using folder = await courseFolder({ exercise: { draft: true } });
  const { problems } = await courseErrorOf(folder.path);
  expect(problems).toMatchObject([{ file: 'course.json', path: 'exercises', advice: { en: expect.stringContaining('still a draft') } }]);
});

test('Where exercises are named, what is wrong with others is no concern of theirs', async () => {
  await using folder = await courseFolder({ course: { ...courseManifest(), exercises: ['tea', 'gather'] } });
  expect((await readCourse(folder.path, ['gather'])).exercises.map(({ id }) => id)).toEqual(['gather']);
  await expect(readCourse(folder.path, ['tea'])).rejects.toBeInstanceOf(CourseError);
  await expect(readCourse(folder.path)).rejects.toBeInstanceOf(CourseError);
});

function courseFolder({ course = courseManifest(), exercise = exerciseManifest() }: { course?: object; exercise?: object }) {
  return temporaryFolder({
    'course.json': JSON.stringify(course),
    [manifestPath]: JSON.stringify(exercise),
  });
}

async function courseErrorOf(root: string): Promise<CourseError> {
  const outcome = await readCourse(root).catch((error: unknown) => error);
  if (outcome instanceof CourseError) return outcome;
  throw new Error('The course was read without an error.');
}
