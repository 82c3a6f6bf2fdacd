import { z } from 'zod';
import { say } from './advice.ts';
import { editionSchema } from './edition.ts';
import { kebabCase, languageTag, passAt, repeatedIndexes, text } from './schema-texts.ts';

const exerciseId = z.string(say('exerciseId')).regex(kebabCase, say('exerciseId'));

const part = z.strictObject({ title: text, exercises: z.array(exerciseId, say('part')).min(1, say('part')) }, say('part'));

const finale = z.strictObject(
  {
    id: exerciseId,
    title: text,
    exercises: z.array(exerciseId, say('finale')).min(1, say('finale')),
    readOn: z.string(say('readOn')).regex(/^docs\/(?!.*\.\.)[^\\]+\.md$/, say('readOn')).optional(),
  },
  say('finale'),
);

/** `course.json`. */
export const courseSchema = z
  .strictObject(
    {
      id: z.string(say('courseId')).regex(kebabCase, say('courseId')),
      title: text,
      languages: z.array(z.string(say('language')).regex(languageTag, say('language')), say('courseLanguages')),
      exercises: z.array(exerciseId, say('courseExercises')).min(1, say('courseExercises')).optional(),
      parts: z.array(part, say('parts')).min(1, say('parts')).optional(),
      finale: finale.optional(),
      leftOut: z.array(exerciseId, say('leftOut')).optional(),
      passAt: passAt.optional(),
      exam: z.boolean(say('exam')).optional(),
      edition: editionSchema.optional(),
    },
    say('object'),
  )
  .superRefine((course, context) => {
    const complain = (path: readonly PropertyKey[], message: string): void => context.addIssue({ code: 'custom', path: [...path], message });
    const { exercises = [], parts = [], leftOut = [], languages } = course;
    if (course.exercises === undefined && course.parts === undefined) complain(['exercises'], say('courseExercises'));
    if (course.exercises !== undefined && course.parts !== undefined) complain(['parts'], say('exercisesOrParts'));
    for (const index of repeatedIndexes(exercises)) complain(['exercises', index], say('exerciseTwice'));
    const placed = parts.flatMap((one, at) => one.exercises.map((id, index) => ({ id, at, path: ['parts', at, 'exercises', index] })));
    for (const [index, { id, at, path }] of placed.entries()) {
      const before = placed.slice(0, index).find((other) => other.id === id);
      if (before) complain(path, before.at === at ? say('exerciseTwice') : say('exerciseInTwoParts'));
    }
    const listed = [...exercises, ...placed.map(({ id }) => id)];
    for (const [index, id] of leftOut.entries()) if (listed.includes(id)) complain(['leftOut', index], say('leftOutToo'));
    for (const index of repeatedIndexes(leftOut)) complain(['leftOut', index], say('exerciseTwice'));
    if (course.finale !== undefined && [...listed, ...leftOut].includes(course.finale.id)) complain(['finale', 'id'], say('finaleId'));
    for (const [index, id] of (course.finale?.exercises ?? []).entries()) if (![...listed, ...leftOut].includes(id)) complain(['finale', 'exercises', index], say('finaleExercise'));
    if (!languages.includes('en')) complain(['languages'], say('courseLanguages'));
    for (const index of repeatedIndexes(languages)) complain(['languages', index], say('languageTwice'));
  });
