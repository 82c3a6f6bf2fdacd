import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { courseSchema } from '../../src/course/course-schema.ts';
import { exerciseSchema } from '../../src/course/exercise-schema.ts';
import { repository } from '../support/repository.ts';

/** Run Vitest with --update to publish a change. */
test.each([
  ['course.schema.json', courseSchema],
  ['exercise.schema.json', exerciseSchema],
])('Editors find what the reader enforces in docs/public/%s', async (file, schema) => {
  const document = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2);
  await expect(`${document}\n`).toMatchFileSnapshot(join(repository, 'docs/public', file));
});
