import type { CommandTable } from './cli/command.ts';
import { help } from './messages/help.ts';

/** What everybody has, a student edition too. */
export const studentCommands: CommandTable = {
  grade: { help: help.grade, load: async () => (await import('./commands/grade/grade.ts')).grade },
  list: { help: help.list, load: async () => (await import('./commands/list/list.ts')).list },
  hint: { help: help.hint, load: async () => (await import('./commands/hint.ts')).hint },
  reset: { help: help.reset, load: async () => (await import('./commands/reset.ts')).reset },
  solution: { help: help.solution, load: async () => (await import('./commands/solution.ts')).solution },
  play: { help: help.play, load: async () => (await import('./commands/play/play.ts')).play },
  update: { help: help.update, load: async () => (await import('./commands/update.ts')).update },
};
