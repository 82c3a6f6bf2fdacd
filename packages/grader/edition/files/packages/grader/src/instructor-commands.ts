import type { CommandTable } from './cli/command.ts';

/** A student edition has none. */
export const instructorCommands: CommandTable = {};

export const instructorLines = { en: '', 'zh-CN': '' } as const;
