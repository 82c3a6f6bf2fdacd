import { check } from '@teatime/grader/kit';

check('faulty', async () => {
  throw new RangeError('a check with a mistake');
});
