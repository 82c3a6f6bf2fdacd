import type { Context } from '../../cli/context.ts';
import { exerciseIds } from '../../cli/exercise-names.ts';
import { commonOptions, parseOptions } from '../../cli/parse-options.ts';
import { UsageError } from '../../cli/usage-error.ts';
import { checkCourseUsage } from '../../messages/matrix.ts';
import { asRuns } from './proof/runs.ts';

const options = {
  'keep-stubs': { type: 'boolean' },
  runs: { type: 'string' },
  watch: { type: 'boolean' },
  matrix: { type: 'boolean' },
  json: { type: 'string' },
  print: { type: 'string' },
  'write-fails': { type: 'boolean' },
  ...commonOptions,
} as const;

/** What `check-course` is asked for. */
export interface Asked {
  /** The ids of exercises that were named; of all when there are none. */
  readonly named: readonly string[];
  readonly keepStubs: boolean;
  /** 0 for as often as it has to be. */
  readonly runs: number;
  readonly matrix: boolean;
  readonly writeFails: boolean;
  readonly json: string | undefined;
  /** What goes in the place of a proof. */
  readonly instead: { readonly watch: string } | { readonly print: string; readonly of: string } | undefined;
}

/** @throws {UsageError} for what does not go together */
export function asked(args: readonly string[], context: Context): Asked {
  const { values, positionals } = parseOptions(args, options, context.env);
  const runs = values.runs === undefined ? 0 : asRuns(values.runs);
  const named = exerciseIds(positionals, context);
  const [only, another] = named;
  const given = Object.keys(values).filter((name) => name !== 'lang').map((name) => `--${name}`);
  const alone = values.watch ? '--watch' : values.print === undefined ? undefined : '--print';
  const others = given.filter((option) => option !== alone);
  if (alone !== undefined && others.length > 0) throw new UsageError(checkCourseUsage.alone(alone, others));
  const isOne = only !== undefined && another === undefined;
  if (values.watch && !isOne) throw new UsageError(checkCourseUsage.oneToWatch);
  if (values.print !== undefined && !isOne) throw new UsageError(checkCourseUsage.oneToPrint(values.print));
  if (values['write-fails'] && named.length === 0) throw new UsageError(checkCourseUsage.nameToWrite);
  return {
    named,
    keepStubs: values['keep-stubs'] ?? false,
    runs,
    matrix: values.matrix ?? false,
    writeFails: values['write-fails'] ?? false,
    json: values.json,
    instead: only === undefined || alone === undefined ? undefined : values.print === undefined ? { watch: only } : { print: values.print, of: only },
  };
}
