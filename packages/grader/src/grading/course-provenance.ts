import grader from '../../package.json' with { type: 'json' };
import { courseHash } from '../course/content-hash.ts';
import type { OpenCourse } from '../course/layout.ts';
import type { Provenance } from '../verdict/result.ts';

/** Of which course, and by which grader, a grade is. */
export async function courseProvenance(course: OpenCourse): Promise<Pick<Provenance, 'course' | 'courseHash' | 'grader'>> {
  return { course: course.course.id, courseHash: await courseHash(course), grader: grader.version };
}
