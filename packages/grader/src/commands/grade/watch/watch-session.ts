import { join } from 'node:path';
import type { Context } from '../../../cli/context.ts';
import { Interrupted, unlessInterrupted } from '../../../cli/interrupt.ts';
import { openProgress } from '../../../cli/open-progress.ts';
import { shownPath } from '../../../cli/shown-path.ts';
import type { Exercise } from '../../../course/course.ts';
import { FileProblem } from '../../../files/file-problem.ts';
import { fileTrouble } from '../../../files/file-trouble.ts';
import { type Grader, gradeAnswers, type Grading } from '../../../grading/grading.ts';
import { gradeTexts } from '../../../messages/grade.ts';
import { sentenceIn } from '../../../messages/sentence-in.ts';
import type { Text } from '../../../messages/text.ts';
import { failures } from '../../../messages/failures.ts';
import { watchTexts } from '../../../messages/watch.ts';
import { standingOf } from '../../../progress/standing.ts';
import type { Standing } from '../../../progress/standing.ts';
import { exerciseAtWork } from '../../../report/at-work.ts';
import { isJudged } from '../../../verdict/grade-result.ts';
import type { ExerciseResult, GradeResult } from '../../../verdict/result.ts';
import { atHandInOf } from '../../../verdict/total.ts';
import { hint } from '../../hint.ts';
import { list } from '../../list/list.ts';
import { isKnown, takeNotes } from '../grade-notes.ts';
import type { KeyAction } from '../keys.ts';
import { showGrading } from '../show-grading.ts';
import type { Live } from './live.ts';
import { openReport } from './open-report.ts';
import type { Screen } from './screen.ts';
import { timeOfDay } from './time-of-day.ts';

export interface WatchSessionOptions extends Live<Exercise> {
  readonly grader: Grader;
}

interface Shown {
  readonly exercises: readonly Exercise[];
  readonly grading: Grading;
  /** When it was graded. */
  readonly at: Date;
}

/** So many milliseconds of checking call for a word. */
const longMs = 1500;

/** A student's session: one exercise at a time, a verdict for every save, and keys in between. */
export class WatchSession {
  readonly #grader: Grader;
  readonly #events: Live<Exercise>['events'];
  readonly #screen: Screen;
  readonly #context: Context;
  readonly #hasKeys: boolean;
  readonly #exercises: readonly Exercise[];
  #knowsSandbox: boolean;
  #onScreen: Shown | undefined;

  constructor({ grader, events, screen, context, hasKeys }: WatchSessionOptions) {
    this.#grader = grader;
    this.#events = events;
    this.#screen = screen;
    this.#context = context;
    this.#hasKeys = hasKeys;
    this.#exercises = grader.course.course.exercises;
    this.#knowsSandbox = isKnown(grader.course, openProgress(grader.course.layout, context));
  }

  /** Goes on until the student has enough. */
  async run(first: Exercise): Promise<void> {
    try {
      for (let exercises: readonly Exercise[] | undefined = [first]; exercises; ) {
        const current = await this.#show(exercises);
        exercises = await this.#nextToGrade(current ?? first);
      }
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
    }
    this.#screen.say(watchTexts.bye);
  }

  /** Grades, and shows it. Returns the exercise that the screen tells of. */
  async #show(exercises: readonly Exercise[]): Promise<Exercise | undefined> {
    const [only] = exercises;
    const grading = await this.#gradeNewest(exercises);
    this.#onScreen = { exercises, grading, at: new Date() };
    this.#draw(this.#onScreen);
    const told = exerciseAtWork(grading.result.exercises.filter(isJudged))?.id;
    return exercises.find(({ id }) => id === told) ?? only;
  }

  #draw({ exercises, grading, at }: Shown): void {
    const [only] = exercises;
    this.#screen.clear();
    this.#screen.write(showGrading(grading, this.#grader.course, this.#hasKeys ? 'saves-and-keys' : 'saves', this.#context, this.#knowsSandbox));
    this.#knowsSandbox = true;
    const [result] = grading.result.exercises;
    if (exercises.length === 1 && only && result) this.#sayWhatNext(only, result, at);
    else this.#screen.say(watchTexts.watchingAll(timeOfDay(at)), 'dim');
    this.#sayKeys();
  }

  #sayKeys(): void {
    if (!this.#hasKeys) return;
    this.#screen.write('\n');
    this.#screen.say(watchTexts.keys(this.#grader.course.course.exam), 'dim');
  }

  /** Grades, and grades again when a save came meanwhile: the newest wins. */
  async #gradeNewest(exercises: readonly Exercise[]): Promise<Grading> {
    const { layout } = this.#grader.course;
    const { courseLanguage: language, interrupted } = this.#context;
    const ids = exercises.map(({ id }) => id);
    for (;;) {
      this.#screen.mention(watchTexts.checking(ids.join(', ')));
      // Nobody shall take the verdict before for the new one.
      const about = exercises.every((exercise) => this.#standingOf(exercise).state === 'not-started') ? watchTexts.starting : watchTexts.stillChecking;
      const isLong = setTimeout(() => this.#screen.replace(about(ids.join(', '))), longMs);
      using _ = { [Symbol.dispose]: () => clearTimeout(isLong) };
      const notes = takeNotes(exercises, layout, openProgress(layout, this.#context));
      const onWait = (others: number): void => this.#screen.mention(gradeTexts.waiting(others));
      const grading = await unlessInterrupted(interrupted, gradeAnswers(this.#grader, exercises, layout.exercises, { language, onWait }));
      const newer = this.#events.take((event) => event.t === 'save' && ids.includes(event.exercise.id));
      if (newer.length > 0) continue;
      notes.keep(grading.result.exercises.filter(({ id }) => !grading.troubled.some((troubled) => troubled.id === id)));
      return grading;
    }
  }

  #sayWhatNext({ id, atHandIn }: Exercise, { status }: ExerciseResult, at: Date): void {
    const next = this.#nextToDo(id);
    this.#screen.write('\n');
    if (status !== 'passed') {
      this.#screen.say(watchTexts.watching(this.#fileOf(id), timeOfDay(at)), 'dim');
      return;
    }
    this.#screen.say(gradeTexts.toSee(id, this.#grader.course.course.exam));
    if (!next) this.#screen.say(watchTexts.allPassed(atHandInOf(this.#exercises)), 'bold');
    else if (this.#hasKeys) this.#screen.say(watchTexts.passed(id, atHandIn, next.id), 'bold');
    else this.#screen.say(watchTexts.passedWithoutKeys(id, atHandIn, this.#fileOf(next.id)));
  }

  /** Waits for something that calls for a verdict; undefined when the student has enough. */
  async #nextToGrade(current: Exercise): Promise<readonly Exercise[] | undefined> {
    for (;;) {
      const event = await this.#events.next();
      if (event.t === 'save') return [event.exercise];
      if (event.t === 'tell') {
        this.#screen.say(event.text, 'dim');
        continue;
      }
      if (event.t === 'resize') {
        if (this.#onScreen && this.#screen.isTerminal) this.#draw(this.#onScreen);
        continue;
      }
      if (event.action === 'quit') return undefined;
      const exercises = await this.#act(event.action, current);
      if (exercises) return exercises;
    }
  }

  async #act(action: Exclude<KeyAction, 'quit'>, current: Exercise): Promise<readonly Exercise[] | undefined> {
    switch (action) {
      case 'again':
        return this.#onScreen?.exercises ?? [current];
      case 'all':
        return this.#exercises;
      case 'next':
        return this.#goTo(this.#following(current), watchTexts.noNext);
      case 'previous':
        return this.#goTo(this.#neighbour(current.id, -1), watchTexts.noPrevious);
      case 'hint':
        await hint([current.id], this.#context, 'key');
        this.#sayKeys();
        return undefined;
      case 'open':
        if (this.#onScreen) await this.#open(this.#onScreen.grading.result);
        this.#sayKeys();
        return undefined;
      case 'list':
        await list([], this.#context, 'key');
        this.#sayKeys();
        return undefined;
    }
  }

  async #open(result: GradeResult): Promise<void> {
    const { layout, course } = this.#grader.course;
    const { language, courseLanguage, cwd } = this.#context;
    try {
      const path = await openReport(result, layout.root, { language, courseTitle: sentenceIn(course.title, courseLanguage) });
      this.#screen.say(watchTexts.report(shownPath(path, cwd)));
    } catch (error) {
      if (!(error instanceof FileProblem)) throw error;
      this.#screen.say(failures.file(shownPath(error.path, cwd), fileTrouble(error)));
    }
  }

  #goTo(exercise: Exercise | undefined, otherwise: Text): readonly Exercise[] | undefined {
    if (exercise) return [exercise];
    this.#screen.say(otherwise, 'dim');
    return undefined;
  }

  #standingOf(exercise: Exercise): Standing {
    const { layout } = this.#grader.course;
    return standingOf(exercise, layout, openProgress(layout, this.#context));
  }

  /** Where `n` goes: from one that has passed to one that has not, and else through all of them. */
  #following(current: Exercise): Exercise | undefined {
    const toDo = this.#standingOf(current).state === 'passed' ? this.#nextToDo(current.id) : undefined;
    return toDo ?? this.#neighbour(current.id, 1);
  }

  /** The first exercise behind this one that has not passed, or else before it. */
  #nextToDo(id: string): Exercise | undefined {
    const here = this.#exercises.findIndex((exercise) => exercise.id === id);
    const inTurn = [...this.#exercises.slice(here + 1), ...this.#exercises.slice(0, here)];
    return inTurn.find((exercise) => this.#standingOf(exercise).state !== 'passed');
  }

  #neighbour(id: string, step: 1 | -1): Exercise | undefined {
    return this.#exercises[this.#exercises.findIndex((exercise) => exercise.id === id) + step];
  }

  #fileOf(id: string): string {
    const exercise = this.#exercises.find((candidate) => candidate.id === id);
    return shownPath(join(this.#grader.course.layout.exercises, id, exercise?.files[0] ?? ''), this.#context.cwd);
  }
}
