import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Context } from '../../cli/context.ts';
import { isWithin } from '../../cli/is-within.ts';
import { commonOptions, parseOptions } from '../../cli/parse-options.ts';
import { asSeed } from '../../cli/seed.ts';
import { shownPath } from '../../cli/shown-path.ts';
import { UsageError } from '../../cli/usage-error.ts';
import { importers } from '../../classroom/book/import-table.ts';
import type { Importer } from '../../classroom/book/import-table.ts';
import { firmPath } from '../../files/firm-path.ts';
import { classTexts } from '../../messages/grade-class.ts';

const options = {
  out: { type: 'string' },
  jobs: { type: 'string' },
  seed: { type: 'string' },
  exercises: { type: 'string' },
  again: { type: 'boolean' },
  roster: { type: 'string' },
  due: { type: 'string' },
  gradebook: { type: 'string' },
  'dry-run': { type: 'boolean' },
  'require-sandbox': { type: 'boolean' },
  ...commonOptions,
} as const;

/** What was typed behind `grade-class`. Paths are absolute. */
export interface ClassOptions {
  readonly folder: string;
  readonly out: string;
  /** How many hand-ins at once. */
  readonly jobs: number;
  /** How many were asked for, where that is more than this computer carries. */
  readonly jobsAsked: number | undefined;
  readonly seed: number | undefined;
  /** Ids of exercises; all where there are none. */
  readonly exercises: readonly string[];
  readonly again: boolean;
  readonly roster: string | undefined;
  readonly due: string | undefined;
  /** Whose gradebook gets a table beside the one for a spreadsheet. */
  readonly gradebook: Importer | undefined;
  readonly dryRun: boolean;
  readonly requireSandbox: boolean | undefined;
}

/** @throws {UsageError} */
export function classOptions(args: readonly string[], { cwd }: Pick<Context, 'cwd'>): ClassOptions {
  const { values, positionals } = parseOptions(args, options);
  const [given, another] = positionals;
  if (given === undefined || another !== undefined) throw new UsageError(classTexts.needsFolder);
  const folder = firmPath(given, cwd);
  const out = values.out === undefined ? join(dirname(folder), `${basename(folder)}-grades`) : firmPath(values.out, cwd);
  if (isWithin(out, folder)) throw new UsageError(classTexts.outIsInClass(shownPath(out, cwd)));
  const places = availableParallelism();
  const asked = values.jobs === undefined ? places : asJobs(values.jobs);
  return {
    folder,
    out,
    jobs: Math.min(asked, places),
    jobsAsked: asked > places ? asked : undefined,
    seed: values.seed === undefined ? undefined : asSeed(values.seed),
    exercises: values.exercises?.split(',').map((id) => id.trim()).filter(Boolean) ?? [],
    again: values.again ?? false,
    roster: values.roster === undefined ? undefined : firmPath(values.roster, cwd),
    due: values.due,
    gradebook: values.gradebook === undefined ? undefined : asImporter(values.gradebook),
    dryRun: values['dry-run'] ?? false,
    requireSandbox: values['require-sandbox'],
  };
}

function asJobs(given: string): number {
  if (!/^[1-9]\d{0,3}$/.test(given)) throw new UsageError(classTexts.noJobs(given));
  return Number(given);
}

function asImporter(given: string): Importer {
  const importer = importers.find((one) => one === given);
  if (importer === undefined) throw new UsageError(classTexts.noGradebook(given, importers));
  return importer;
}
