import type { Exercise } from '../../course/course.ts';
import { sentenceIn } from '../../messages/sentence-in.ts';
import type { Language } from '../../messages/text.ts';
import type { ExerciseStatistics } from '../../report/class/statistics.ts';
import { expectedChecks } from '../../verdict/checks.ts';
import type { ExpectedCheck } from '../../verdict/checks.ts';
import { isJudged } from '../../verdict/grade-result.ts';
import type { ExerciseResult } from '../../verdict/result.ts';
import { Commonest } from './commonest.ts';

interface CheckTally {
  readonly check: ExpectedCheck;
  readonly messages: Commonest;
  failed: number;
}

/** Counts what became of one exercise in a class. */
export class ExerciseTally {
  readonly #exercise: Exercise;
  readonly #language: Language;
  readonly #checks: ReadonlyMap<string, CheckTally>;
  #judged = 0;
  #passed = 0;

  constructor(exercise: Exercise, language: Language) {
    this.#exercise = exercise;
    this.#language = language;
    this.#checks = new Map(expectedChecks(exercise).map((check) => [check.id, { check, messages: new Commonest(), failed: 0 }]));
  }

  add(result: ExerciseResult): void {
    if (!isJudged(result)) return;
    this.#judged += 1;
    if (result.status === 'passed') this.#passed += 1;
    for (const { id, status, message } of result.checks) {
      const tally = this.#checks.get(id);
      // What did not run, since the gate let nothing in, is told once: by the gate.
      if (tally === undefined || status === 'passed' || status === 'skipped') continue;
      tally.failed += 1;
      if (message !== undefined) tally.messages.add(message);
    }
  }

  statistics(): ExerciseStatistics {
    return {
      id: this.#exercise.id,
      title: sentenceIn(this.#exercise.title, this.#language),
      judged: this.#judged,
      passed: this.#passed,
      checks: [...this.#checks.values()].map(({ check, messages, failed }) => {
        const commonest = messages.find();
        return { title: sentenceIn(check.title, this.#language), hidden: check.hidden === true, failed, ...(commonest && { commonest }) };
      }),
    };
  }
}
