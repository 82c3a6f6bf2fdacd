import grader from '../../package.json' with { type: 'json' };
import { courseHash } from '../course/content-hash.ts';
import type { OpenCourse } from '../course/layout.ts';
import type { Provenance } from '../verdict/result.ts';

/** Of which course, and by which grader, a grade is. */
export async function courseProvenance(course: OpenCourse): Promise<Pick<Provenance, 'course' | 'courseHash' | 'edition' | 'grader'>> {
  const { id, edition } = course.course;
  return {
    course: id,
    courseHash: await courseHash(course),
    ...(edition !== undefined && { edition: { id: edition.id, ...(edition.name !== undefined && { name: edition.name }) } }),
    grader: grader.version,
  };
}
