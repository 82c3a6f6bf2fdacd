import { basename, dirname, join } from 'node:path';
import type { Context } from '../../cli/context.ts';
import { isWithin } from '../../cli/is-within.ts';
import { commonOptions, parseOptions } from '../../cli/parse-options.ts';
import { asSeed } from '../../cli/seed.ts';
import { shownPath } from '../../cli/shown-path.ts';
import { UsageError } from '../../cli/usage-error.ts';
import { importers } from '../../classroom/book/import-table.ts';
import type { Importer } from '../../classroom/book/import-table.ts';
import type { QueueAddress } from '../../classroom/queue/address.ts';
import { firmPath } from '../../files/firm-path.ts';
import { classTexts } from '../../messages/grade-class.ts';
import { queueTexts } from '../../messages/queue.ts';
import { findQueue } from '../queue/find-queue.ts';
import { jobsAtOnce } from '../queue/jobs.ts';
import type { Jobs } from '../queue/jobs.ts';

const options = {
  out: { type: 'string' },
  jobs: { type: 'string' },
  queue: { type: 'string' },
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
export interface ClassOptions extends Jobs {
  readonly folder: string;
  readonly out: string;
  /** Where workers wait; this computer grades where there is none. */
  readonly queue: QueueAddress | undefined;
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
export function classOptions(args: readonly string[], { cwd, env }: Pick<Context, 'cwd' | 'env'>): ClassOptions {
  const { values, positionals } = parseOptions(args, options, env);
  const [given, another] = positionals;
  if (given === undefined || another !== undefined) throw new UsageError(classTexts.needsFolder);
  const folder = firmPath(given, cwd);
  const out = values.out === undefined ? join(dirname(folder), `${basename(folder)}-grades`) : firmPath(values.out, cwd);
  if (isWithin(out, folder)) throw new UsageError(classTexts.outIsInClass(shownPath(out, cwd)));
  const queue = findQueue(values.queue, { env });
  if (queue !== undefined && values.jobs !== undefined) throw new UsageError(queueTexts.jobsAreTheWorkers);
  return {
    folder,
    out,
    ...jobsAtOnce(values.jobs),
    queue,
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

function asImporter(given: string): Importer {
  const importer = importers.find((one) => one === given);
  if (importer === undefined) throw new UsageError(classTexts.noGradebook(given, importers));
  return importer;
}
