import { maxPoints } from '../../course/course.ts';
import type { Exercise } from '../../course/course.ts';
import { classWords } from '../../messages/class-page.ts';
import { gradebookTexts } from '../../messages/gradebook.ts';
import type { Language } from '../../messages/text.ts';
import type { Bin, ClassStatistics, Mention, StudentPoints } from '../../report/class/statistics.ts';
import { isJudged, isTroubled } from '../../verdict/grade-result.ts';
import type { GradeResult } from '../../verdict/result.ts';
import type { ClassRow, Outcome } from '../outcome.ts';
import { ExerciseTally } from './exercise-tally.ts';
import { pointsOf } from './gradebook.ts';
import { minuteOf } from './minute-of.ts';

/** Counts a class, row by row. */
export class Tally {
  readonly #language: Language;
  readonly #maxPoints: number;
  readonly #exercises: ReadonlyMap<string, ExerciseTally>;
  readonly #late: Mention[] = [];
  readonly #missing: Mention[] = [];
  readonly #toLookAt: Mention[] = [];
  readonly #roll: StudentPoints[] = [];
  /** How many have so many points. */
  readonly #points = new Map<number, number>();
  #students = 0;
  #passed = 0;

  constructor(exercises: readonly Exercise[], language: Language) {
    this.#language = language;
    this.#maxPoints = exercises.reduce((sum, exercise) => sum + maxPoints(exercise), 0);
    this.#exercises = new Map(exercises.map((exercise) => [exercise.id, new ExerciseTally(exercise, language)]));
  }

  /**
   * @param name what the student is called in this class
   * @param feedback where their feedback lies, from where the page about the class does
   */
  add({ handIn, outcome }: ClassRow, name: string, feedback: string): void {
    const language = this.#language;
    this.#students += 1;
    this.#roll.push({ student: name, points: pointsOf(outcome), exercises: this.#pointsByExercise(outcome), ...(outcome.state === 'graded' && { feedback }) });
    if (handIn.late === true) {
      this.#late.push({ student: name, text: handIn.handedInAt === undefined ? '' : classWords[language].at(minuteOf(handIn.handedInAt)) });
    }
    if (outcome.state === 'graded') this.#addResult(name, outcome.result);
    else (outcome.state === 'missing' ? this.#missing : this.#toLookAt).push({ student: name, text: outcome.reason[language] });
    if (outcome.state !== 'missing' && handIn.notes.length > 0) {
      this.#toLookAt.push({ student: name, text: handIn.notes.map((note) => note[language]).join('\n') });
    }
  }

  statistics(): Omit<ClassStatistics, 'alike' | 'moreAlike'> {
    return {
      students: this.#students,
      graded: [...this.#points.values()].reduce((sum, count) => sum + count, 0),
      passed: this.#passed,
      distribution: binned(this.#points, this.#maxPoints),
      exercises: [...this.#exercises.values()].map((exercise) => exercise.statistics()),
      late: this.#late,
      missing: this.#missing,
      toLookAt: this.#toLookAt,
      roll: this.#roll,
    };
  }

  #pointsByExercise(outcome: Outcome): readonly (number | undefined)[] {
    const results = new Map(outcome.state === 'graded' ? outcome.result.exercises.filter(isJudged).map(({ id, points }) => [id, points]) : []);
    return Array.from(this.#exercises.keys(), (id) => results.get(id));
  }

  #addResult(student: string, result: GradeResult): void {
    for (const exercise of result.exercises) this.#exercises.get(exercise.id)?.add(exercise);
    for (const { id, message = '' } of result.exercises.filter(isTroubled)) this.#toLookAt.push({ student, text: `${id}: ${message}` });
    if ('unjudged' in result) {
      this.#toLookAt.push({ student, text: gradebookTexts.unjudged(result.unjudged)[this.#language] });
      return;
    }
    this.#points.set(result.points, (this.#points.get(result.points) ?? 0) + 1);
    if (result.passed) this.#passed += 1;
  }
}

/** At most ten steps from nothing to everything, all of the same width but for the last. */
function binned(points: ReadonlyMap<number, number>, most: number): readonly Bin[] {
  const width = Math.max(1, Math.ceil((most + 1) / mostBins));
  return Array.from({ length: Math.ceil((Math.floor(most) + 1) / width) }, (_, index) => {
    const from = index * width;
    const counted = [...points].filter(([value]) => value >= from && value < from + width);
    return { from, to: Math.min(from + width - 1, most), count: counted.reduce((sum, [, count]) => sum + count, 0) };
  });
}

const mostBins = 10;
