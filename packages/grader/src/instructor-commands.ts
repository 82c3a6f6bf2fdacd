import type { CommandTable } from './cli/command.ts';
import { instructorHelp } from './messages/instructor-help.ts';

/** What a student edition is without: there, `edition/src/instructor-commands.ts` stands in the place of this file. */
export const instructorCommands: CommandTable = {
  'new-exercise': {
    help: instructorHelp['new-exercise'],
    load: async () => (await import('./commands/new-exercise/new-exercise.ts')).newExercise,
  },
  'check-course': {
    help: instructorHelp['check-course'],
    load: async () => (await import('./commands/check-course/check-course.ts')).checkCourse,
  },
  'grade-class': {
    help: instructorHelp['grade-class'],
    load: async () => (await import('./commands/grade-class/grade-class.ts')).gradeClass,
  },
  'grade-worker': {
    help: instructorHelp['grade-worker'],
    load: async () => (await import('./commands/grade-worker/grade-worker.ts')).gradeWorker,
  },
  site: { help: instructorHelp.site, load: async () => (await import('./commands/site/site.ts')).site },
  release: { help: instructorHelp.release, load: async () => (await import('./commands/release.ts')).release },
};

/** Their lines in what `teatime help` prints. */
export const instructorLines = instructorHelp.lines;
