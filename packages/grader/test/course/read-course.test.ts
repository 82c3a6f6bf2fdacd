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
  ['a title without English', { title: { 'zh-CN': '收集', de: 'Sammeln' } }, 'title.en', /in this language/],
  ['an empty sentence', { summary: { en: ' ', 'zh-CN': '等待' } }, 'summary.en', /missing or empty/],
  ['a language that is none', { title: { ...text('Gather'), klingon: 'boS' } }, 'title.klingon', /no such key/],
  ['an empty translation', { title: { ...text('Gather'), de: '' } }, 'title.de', /missing or empty/],
  ['a hint that is no text', { hints: ['Look.'] }, 'hints[0]', /sentence in each language/],
  ['a hint about no check', { hints: [{ ...text('Look.'), checks: ['in-order'] }] }, 'hints[0].checks[0]', /id of a check/],
  ['a hint about a hidden check', { checks: [check, { ...check, id: 'many', hidden: true }], hints: [{ ...text('Look.'), checks: ['many'] }] }, 'hints[0].checks[0]', /would give it away/],
  ['a check that is hidden by no', { checks: [check, { ...check, id: 'many', hidden: 'yes' }] }, 'checks[1].hidden', /write true/],
  ['a check that is not hidden, at length', { checks: [{ ...check, hidden: false }] }, 'checks[0].hidden', /leave this key out/],
  ['a hidden check for types', { checks: [check, { ...check, id: 'types', kind: 'types', hidden: true }] }, 'checks[1].hidden', /only a check of the suite/],
  ['nothing but hidden checks', { checks: [{ ...check, hidden: true }] }, 'checks', /every check is hidden/],
  ['hidden checks in a student edition', { checks: [check, { ...check, id: 'many', hidden: true }], atHandIn: { checks: 1, points: 1 } }, 'atHandIn', /here are both/],
  ['no checks at hand-in', { atHandIn: { checks: 0, points: 2 } }, 'atHandIn.checks', /at least 1/],
  ['half a point at hand-in', { atHandIn: { checks: 1, points: 0.5 } }, 'atHandIn.points', /what they are worth/],
  ['a hand-in that says nothing', { atHandIn: true }, 'atHandIn', /"checks": 2, "points": 3/],
  ['an unknown key at hand-in', { atHandIn: { checks: 1, points: 1, titles: [] } }, 'atHandIn.titles', /no such key/],
  ['a share in percent', { passAt: 60 }, 'passAt', /0\.6 for 60 percent/],
  ['a share of nothing', { passAt: 0 }, 'passAt', /above 0/],
  ['a share as text', { passAt: '60%' }, 'passAt', /0\.6 for 60 percent/],
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

const part = (...exercises: readonly string[]): object => ({ title: text('First steps'), exercises });
const inParts = (...parts: readonly object[]): Readonly<Record<string, unknown>> => ({ exercises: undefined, parts });
const lastStory = { id: 'evening', title: text('An evening'), exercises: ['gather'] };
const wrongCourses: readonly (readonly [what: string, change: Readonly<Record<string, unknown>>, path: string, advice: RegExp])[] = [
  ['without English', { languages: ['zh-CN', 'de'] }, 'languages', /"en" among them/],
  ['without languages', { languages: undefined }, 'languages', /languages of the course/],
  ['with a language that is none', { languages: ['en', 'German'] }, 'languages[1]', /"en", "zh-CN" or "de"/],
  ['with a language twice', { languages: ['en', 'de', 'en'] }, 'languages[2]', /name each one once/],
  ['without exercises', { exercises: undefined }, 'exercises', /ids of the exercises/],
  ['with an empty list of exercises', { exercises: [] }, 'exercises', /ids of the exercises/],
  ['with exercises and parts', { parts: [part('gather')] }, 'parts', /take one of the two out/],
  ['with no parts', { exercises: undefined, parts: [] }, 'parts', /at least one part/],
  ['with a part without exercises', inParts(part('gather'), part()), 'parts[1].exercises', /at least one exercise/],
  ['with a part without a title', inParts({ exercises: ['gather'] }), 'parts[0].title', /sentence in each language/],
  ['with a part that is a list', inParts(['gather']), 'parts[0]', /a title and at least one exercise/],
  ['with an unknown key in a part', inParts({ ...part('gather'), points: 3 }), 'parts[0].points', /no such key/],
  ['with an exercise in two parts', inParts(part('gather'), part('gather')), 'parts[1].exercises[0]', /one part only/],
  ['with an exercise twice in a part', inParts(part('gather', 'gather')), 'parts[0].exercises[1]', /already stands above/],
  ['with an impossible name in a part', inParts(part('Gather')), 'parts[0].exercises[0]', /small letters/],
  ['that leaves out what it has', { leftOut: ['gather'] }, 'leftOut[0]', /one of the two lists/],
  ['that leaves out one twice', { leftOut: ['tea', 'tea'] }, 'leftOut[1]', /already stands above/],
  ['that leaves out no list', { leftOut: 'tea' }, 'leftOut', /ids of exercises/],
  ['whose last story is one of its exercises', { finale: { ...lastStory, id: 'gather' } }, 'finale.id', /an id of its own/],
  ['whose last story is told with what it does not have', { finale: { ...lastStory, exercises: ['gather', 'tea'] } }, 'finale.exercises[1]', /exercises of the course only/],
  ['whose last story is told with nothing', { finale: { ...lastStory, exercises: [] } }, 'finale.exercises', /told with/],
  ['whose last story has no title', { finale: { ...lastStory, title: undefined } }, 'finale.title', /sentence in each language/],
  ['whose last story is a name', { finale: 'evening' }, 'finale', /told with/],
  ['that has one read on outside of it', { finale: { ...lastStory, readOn: 'docs/../../secret.md' } }, 'finale.readOn', /leave this key out/],
  ['that passes above all points', { passAt: 1.2 }, 'passAt', /at most 1/],
  ['that is half an exam', { exam: 'yes' }, 'exam', /write true for an exam/],
  ['with an unknown key', { deadline: '2026-12-01' }, 'deadline', /no such key/],
  ['of no name', { id: 'My Course' }, 'id', /short name/],
];

test.each(wrongCourses)('A course %s is told where, and what to write there', async (_, change, path, advice) => {
  await using folder = await courseFolder({ course: { ...courseManifest(), ...change } });
  const error = await courseErrorOf(folder.path);
  expect(error.problems).toMatchObject([{ file: 'course.json', path }]);
  expect(error.problems[0]?.advice.en).toMatch(advice);
  expect(error.problems[0]?.advice['zh-CN']).toMatch(/[\u4E00-\u9FFF]/);
});

test('The exercises of a course in parts are those of its parts, in their order', async () => {
  await using folder = await courseFolder({ course: { ...courseManifest(), ...inParts(part('gather'), { title: text('More'), exercises: ['tea'] }) } });
  await folder.write('packages/exercises/tea/exercise.json', JSON.stringify({ ...exerciseManifest({ files: ['tea.ts'] }), draft: true }));
  const course = await readCourse(folder.path);
  expect(course.exercises.map(({ id }) => id)).toEqual(['gather']);
  expect(course.parts?.map(({ exercises }) => exercises)).toEqual([['gather'], []]);
});

test('The share of the points that passes is that of the course, unless the exercise has its own', async () => {
  await using folder = await courseFolder({ course: { ...courseManifest(), exercises: ['gather', 'tea'], passAt: 0.6 } });
  await folder.write('packages/exercises/tea/exercise.json', JSON.stringify({ ...exerciseManifest({ files: ['tea.ts'] }), passAt: 1 }));
  expect((await readCourse(folder.path)).exercises.map(({ passAt }) => passAt)).toEqual([0.6, 1]);
});

test('What nobody has translated is read in English', async () => {
  await using folder = await courseFolder({ course: { ...courseManifest(), languages: ['en'], title: { en: 'Tea' } } });
  expect((await readCourse(folder.path)).title).toEqual({ en: 'Tea', 'zh-CN': 'Tea' });
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
