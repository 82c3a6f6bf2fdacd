import type { StuckPlace } from '../bridge/death.ts';
import type { Exercise } from '../course/course.ts';
import type { CollectedFile } from '../submission/collect.ts';
import type { SuiteMistake } from '../verdict/evidence.ts';
import type { Finding } from '../verdict/finding.ts';
import type { StudentModule } from '../wire/frames.ts';

/** What a worker is told before there is an answer. */
export interface Preparation {
  readonly t: 'prepare';
  readonly exercise: string;
  /** An answer that does nothing: by meeting it the worker learns all that the first check would otherwise wait for. */
  readonly practice: StudentModule;
}

/** What a worker is to run: the checks of its exercise against an answer, but for those that are known. */
export interface RunOrder {
  readonly t: 'run';
  readonly module: StudentModule;
  readonly seed: number;
  /** The ids of checks that have been told already. */
  readonly known: readonly string[];
  /** Whether its loops are to tell where they are: an answer that did not come back runs once more so. */
  readonly guarded: boolean;
}

/** What a worker says that runs an answer. Any word is a sign of life; `alive` is nothing else. */
export type FromRun =
  | { readonly t: 'ready' }
  | { readonly t: 'alive' }
  | { readonly t: 'begins'; readonly check: string }
  | { readonly t: 'stuck'; readonly place: StuckPlace }
  /** `unmeasured`: the check looks for something that no page can see. */
  | { readonly t: 'found'; readonly finding: Finding; readonly hung: boolean; readonly unmeasured: boolean; readonly mistake?: SuiteMistake }
  | { readonly t: 'done'; readonly output: readonly string[]; readonly used: readonly string[] }
  /** The suite could not be run, through no fault of the answer. */
  | { readonly t: 'broken'; readonly why: string };

/** What is asked at the gate. */
export interface GateQuestion {
  readonly exercise: Exercise;
  readonly files: readonly CollectedFile[];
}
