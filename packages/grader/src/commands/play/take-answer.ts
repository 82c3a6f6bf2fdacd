import { join } from 'node:path';
import { shownPath } from '../../cli/shown-path.ts';
import { solutionFiles } from '../../cli/solution-files.ts';
import type { Exercise } from '../../course/course.ts';
import type { CourseLayout } from '../../course/layout.ts';
import { isAsHandedOut } from '../../progress/stub.ts';
import { filesIn } from '../../progress/student-files.ts';
import { admit, takeSubmission } from '../../submission/gate.ts';
import type { Taken } from '../../submission/gate.ts';
import type { Finding } from '../../verdict/finding.ts';
import type { PlayedAnswer } from './playbill.ts';

/** An answer that a story can be played with, or why it cannot. */
export type Castable = { readonly answer: PlayedAnswer } | { readonly refusal: Finding; readonly folder: string };

export interface Whose {
  readonly layout: CourseLayout;
  /** Whether it is the course's solution. */
  readonly solution: boolean;
  /** Where the command was typed. */
  readonly cwd: string;
}

export async function takeAnswer(exercise: Exercise, { layout, solution, cwd }: Whose): Promise<Castable> {
  const { folder, admission, sources } = await (solution ? takeSolution(exercise, layout) : takeOwn(exercise, layout));
  if (!admission.admitted) return { refusal: admission.refusal, folder };
  return {
    answer: {
      exercise: exercise.id,
      untouched: sources === undefined && isAsHandedOut(filesIn(folder, exercise), exercise, layout),
      files: exercise.files.map((name) => ({ path: join(folder, name), shown: shownPath(join(folder, name), cwd), source: sources?.get(name) })),
      exports: [...exercise.exports],
    },
  };
}

interface Files extends Pick<Taken, 'folder' | 'admission'> {
  /** What is in the files, by their names, where they do not lie on the disk. */
  readonly sources?: ReadonlyMap<string, string>;
}

function takeOwn(exercise: Exercise, { exercises }: CourseLayout): Promise<Files> {
  return takeSubmission(exercise, exercises, { search: 'own' });
}

async function takeSolution(exercise: Exercise, layout: CourseLayout): Promise<Files> {
  const { folder, files, sealed } = solutionFiles(exercise, layout);
  if (!sealed) return takeSubmission(exercise, layout.solutions, { search: 'own' });
  const sources = new Map(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')]));
  const collected = Array.from(sources, ([name, source]) => ({ name, source }));
  return { folder, admission: await admit(exercise, collected), sources };
}
