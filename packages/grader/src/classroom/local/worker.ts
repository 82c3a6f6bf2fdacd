import { courseLayout } from '../../course/layout.ts';
import type { OpenCourse } from '../../course/layout.ts';
import { readCourse } from '../../course/read-course.ts';
import { Examiner } from '../../grading/examiner.ts';
import { gradeAnswers } from '../../grading/grading.ts';
import { gradeTexts } from '../../messages/grade.ts';
import type { GradeJob, GradeReply } from '../pool.ts';
import { stage } from './stage.ts';
import type { FromWorker, ToWorker, WorkerSetup } from './worker-protocol.ts';

/*
 * A process that grades one hand-in after another, with a judge and a linter that stay warm. What comes to an end here
 * costs no other worker anything, and the command neither.
 */

let desk: Desk | undefined;

process.on('message', (message: ToWorker) => void answer(message));
// The command is gone, however it ended: so is everybody who waits.
process.on('disconnect', () => process.exit());
// An interrupt from the keyboard reaches all of a terminal's processes. When to stop is for the command to say.
process.on('SIGINT', () => undefined);

async function answer(message: ToWorker): Promise<void> {
  if (message.t === 'setup') {
    try {
      desk = await Desk.open(message.setup);
      tell({ t: 'ready' });
    } catch (error) {
      tell({ t: 'unfit', message: String(error) });
    }
  } else if (desk !== undefined) tell({ t: 'reply', reply: await desk.grade(message.job) });
}

function tell(message: FromWorker): void {
  process.send?.(message);
}

class Desk {
  readonly #course: OpenCourse;
  readonly #examiner: Examiner;
  readonly #setup: WorkerSetup;

  private constructor(course: OpenCourse, setup: WorkerSetup) {
    this.#course = course;
    this.#setup = setup;
    this.#examiner = new Examiner(course.layout, setup.sandbox, { warm: true });
  }

  /** @throws {CourseError} */
  static async open(setup: WorkerSetup): Promise<Desk> {
    return new Desk({ course: await readCourse(setup.course, setup.named), layout: courseLayout(setup.course) }, setup);
  }

  async grade({ files, exercises, seed, language, alsoIn }: GradeJob): Promise<GradeReply> {
    await using staged = await stage(files);
    const chosen = this.#course.course.exercises.filter(({ id }) => exercises.includes(id));
    const grader = { course: this.#course, examiner: this.#examiner, sandbox: this.#setup.sandbox.name, seed: () => seed };
    const { result, also, troubled } = await gradeAnswers(grader, chosen, staged.path, { language, alsoIn });
    // Points that nobody could have earned are no result.
    return troubled.length > 0 ? { state: 'crashed', reason: gradeTexts.noResult(troubled) } : { state: 'graded', result, also };
  }
}
