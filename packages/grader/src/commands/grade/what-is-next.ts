import type { Context } from '../../cli/context.ts';
import { say } from '../../cli/say.ts';
import { pagePath, taskPath } from '../../cli/task-path.ts';
import type { OpenCourse } from '../../course/layout.ts';
import { gradeTexts } from '../../messages/grade.ts';
import { reportWords } from '../../messages/report.ts';
import { sentenceIn } from '../../messages/sentence-in.ts';
import type { ProgressStore } from '../../progress/progress-store.ts';
import { nextExercise, standingOf } from '../../progress/standing.ts';
import type { Standing } from '../../progress/standing.ts';
import type { GradeResult } from '../../verdict/result.ts';
import { atHandInOf, totalOf } from '../../verdict/total.ts';

/** After a pass: what there is to see now, and the next exercise, or that there is none. */
export function sayWhatIsNext({ exercises }: GradeResult, { course, layout }: OpenCourse, progress: ProgressStore, context: Context): void {
  const [only, another] = exercises;
  if (only !== undefined && another === undefined) say(context, gradeTexts.toSee(only.id, course.exam));
  const standings = course.exercises.map((exercise) => standingOf(exercise, layout, progress));
  const next = nextExercise(standings);
  if (next !== undefined) say(context, gradeTexts.next(next.exercise.id, taskPath(next.exercise.id, layout, context)));
  else sayFarewell(standings, { course, layout }, context);
}

/** After the last exercise: where the student stands, what there is to see, and what to read. */
function sayFarewell(standings: readonly Standing[], { course, layout }: OpenCourse, context: Context): void {
  const { finale, exam } = course;
  const left = atHandInOf(course.exercises);
  const { points, maxPoints } = totalOf(standings);
  say(context, gradeTexts.done(left));
  if (exam) return;
  say(context, gradeTexts.standing(standings.length, reportWords[context.language].points(points, maxPoints, left)));
  if (finale === undefined) return;
  say(context, gradeTexts.finale(finale.id, sentenceIn(finale.title, context.courseLanguage)));
  if (finale.readOn !== undefined) say(context, gradeTexts.readOn(pagePath(finale.readOn, layout, context)));
}
