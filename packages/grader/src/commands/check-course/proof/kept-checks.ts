import type { Cause } from '../../../verdict/cause.ts';
import type { Evidence } from '../../../verdict/evidence.ts';

type Judged = Extract<Evidence, { readonly suite: unknown }>;

interface Kept {
  readonly evidence: Judged;
  /** What each check was made of then. */
  readonly versions: ReadonlyMap<string, string>;
}

/** Many more than an exercise has answers. */
const mostKept = 500;

/** What checks found in answers, as long as both are what they were: a save of one check runs that one. */
export class KeptChecks {
  readonly #kept = new Map<string, Kept>();
  /** Of the proof that goes on: which checks ran. */
  #saved: { readonly all: number; readonly ran: Set<string> } | undefined;

  /**
   * @param key of the answer, and of all that decides on its verdict besides the suite
   * @param versions what each check is made of
   * @param examine runs the checks of these ids; all when it is given none
   */
  async examine(key: string, versions: ReadonlyMap<string, string>, examine: (only: readonly string[] | undefined) => Promise<Evidence>): Promise<Evidence> {
    const before = this.#kept.get(key);
    const changed = before && [...versions].filter(([id, version]) => before.versions.get(id) !== version).map(([id]) => id);
    for (const id of changed ?? versions.keys()) this.#saved?.ran.add(id);
    const found = changed?.length === 0 ? undefined : await examine(changed);
    if (found !== undefined && !('suite' in found)) return found;
    const evidence = before === undefined ? found : together(before.evidence, found, versions);
    if (evidence === undefined) throw new Error('nothing was examined');
    this.#kept.delete(key);
    if (isSound(evidence)) this.#kept.set(key, { evidence, versions });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    return evidence;
  }

  /** A proof begins. @param all how many checks the suite has, where it was saved with another text */
  begin(all: number | undefined): void {
    this.#saved = all === undefined ? undefined : { all, ran: new Set() };
  }

  /** How many checks of a saved suite no answer met again, of all; undefined where it was not saved, and where there are none. */
  get kept(): { readonly count: number; readonly all: number } | undefined {
    if (this.#saved === undefined) return undefined;
    const { all, ran } = this.#saved;
    return ran.size < all ? { count: all - ran.size, all } : undefined;
  }
}

/** What was found now, and what was found before by the checks that are still there and did not run again. */
function together(before: Judged, now: Judged | undefined, versions: ReadonlyMap<string, string>): Judged {
  const ran = now?.suite.findings ?? [];
  const rest = before.suite.findings.filter(({ id }) => versions.has(id) && !ran.some((finding) => finding.id === id));
  const { lint, suite } = now ?? before;
  return { lint, suite: { ...suite, findings: [...rest, ...ran] } };
}

/** What says nothing of the answer. */
const unknown: readonly Cause[] = ['unjudged', 'not-run'];

/**
 * A run that proves nothing, or in which a check went wrong itself or was in doubt, is no ground to build on; and of a broken
 * restriction nobody knows in which check it showed.
 */
function isSound({ lint, suite }: Judged): boolean {
  return suite.canary === 'failed' && suite.trouble === undefined && (suite.mistakes ?? []).length === 0
    && suite.findings.every((finding) => finding.status === 'passed' || (finding.status !== 'skipped' && !unknown.includes(finding.cause)))
    && (lint ?? []).every(({ id, status }) => id !== 'restrictions' || status === 'passed');
}
