import { classTexts } from '../messages/grade-class.ts';
import { nothingHandedIn } from '../verdict/nothing-handed-in.ts';
import type { GradeResult } from '../verdict/result.ts';
import type { Content, HandIn } from './hand-in.ts';
import { contentHash, jobId } from './keep/content-key.ts';
import type { Circumstances } from './keep/content-key.ts';
import type { KeptResults } from './keep/kept-results.ts';
import type { ClassRow, Outcome, Ungraded } from './outcome.ts';
import type { GradeJob, Pool } from './pool.ts';

export interface ClassOptions {
  readonly handIns: readonly HandIn[];
  /** Reads a hand-in, or tells why it cannot be read. Never rejects for what was handed in. */
  readonly read: (handIn: HandIn) => Promise<Content | Ungraded>;
  readonly pool: Pool;
  readonly kept: KeptResults;
  readonly circumstances: Omit<Circumstances, 'language'>;
  readonly languageOf: (handIn: HandIn) => string;
  /** Whether to grade also what was graded before. */
  readonly again: boolean;
  /** Told when work on one has ended: how many have, and how many of them were graded before. */
  readonly onProgress: (done: number, before: number) => void;
  readonly interrupted: AbortSignal;
}

/** Where the result of a hand-in is found again, or what there is instead of one. */
type Ended = { readonly sha256: string; readonly job: string } | Ungraded;

/** A row, and the files that it is about. */
export interface ReadRow extends ClassRow {
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Grades a class: every hand-in, whatever comes of one of them, as many at once as the pool has places. What was graded
 * before is taken as it is; what is in doubt since the machine was busy is tried again when nothing else runs.
 *
 * No result stays in memory: `rows` reads each back from the disk.
 */
export class ClassRun {
  readonly #options: ClassOptions;
  readonly #ended = new Map<string, Ended>();
  /** Of two who handed in the same, one waits for the other. */
  readonly #jobs = new Map<string, Promise<Ended>>();
  readonly #doubtful = new Map<string, HandIn>();
  #before = 0;

  constructor(options: ClassOptions) {
    this.#options = options;
  }

  /** @throws {FileProblem} when a result cannot be kept, {Error} when no grader can be started, and the signal's reason */
  async grade(): Promise<void> {
    const { handIns, pool } = this.#options;
    const left = handIns.values();
    const workThrough = async (): Promise<void> => {
      for (const handIn of left) await this.#settle(handIn);
    };
    await Promise.all(Array.from({ length: pool.places }, workThrough));
    for (const [job, handIn] of this.#doubtful) await this.#tryAgain(job, handIn);
  }

  /** Every row, in the order of the class. */
  async *rows(): AsyncGenerator<ReadRow> {
    for (const { id } of this.#options.handIns) {
      const row = await this.row(id);
      if (row !== undefined) yield row;
    }
  }

  /** The row of one hand-in, read back; undefined before it has come to its end. */
  async row(id: string): Promise<ReadRow | undefined> {
    const { handIns, read, kept } = this.#options;
    const ended = this.#ended.get(id);
    const handIn = handIns.find((one) => one.id === id);
    if (ended === undefined || handIn === undefined) return undefined;
    const content = await read(handIn);
    const { notes, files } = 'state' in content ? { notes: [], files: new Map<string, Uint8Array>() } : content;
    if ('state' in ended) return { handIn, notes, files, outcome: ended };
    return { handIn, notes, files, sha256: ended.sha256, outcome: outcomeOf(await kept.find(ended.job)) };
  }

  async #settle(handIn: HandIn): Promise<void> {
    const { read, onProgress, interrupted } = this.#options;
    interrupted.throwIfAborted();
    const content = await read(handIn);
    const ended = 'state' in content ? content : await this.#endOf(handIn, content);
    this.#ended.set(handIn.id, ended);
    onProgress(this.#ended.size, this.#before);
  }

  #endOf(handIn: HandIn, content: Content): Promise<Ended> {
    const sha256 = contentHash(content.files);
    const job = this.#jobOf(handIn, content, sha256);
    const known = this.#jobs.get(job.id);
    if (known !== undefined) return known;
    const end = this.#findOrGrade(job, sha256, handIn);
    this.#jobs.set(job.id, end);
    return end;
  }

  async #findOrGrade(job: GradeJob, sha256: string, handIn: HandIn): Promise<Ended> {
    const { kept, pool, again } = this.#options;
    const known = again ? undefined : await kept.find(job.id);
    if (known !== undefined && !('unjudged' in known)) {
      this.#before += 1;
      return { sha256, job: job.id };
    }
    const reply = await pool.grade(job);
    if (reply.state !== 'graded') return reply;
    kept.keep(job.id, reply.result);
    if ('unjudged' in reply.result) this.#doubtful.set(job.id, handIn);
    return { sha256, job: job.id };
  }

  /** Alone: nothing else of this class is being graded. */
  async #tryAgain(id: string, handIn: HandIn): Promise<void> {
    const { read, pool, kept, interrupted } = this.#options;
    interrupted.throwIfAborted();
    const content = await read(handIn);
    if ('state' in content) return;
    // Another id, since whoever keeps replies would give the doubtful one again.
    const reply = await pool.grade({ ...this.#jobOf(handIn, content, contentHash(content.files)), id: `${id}-again` });
    if (reply.state === 'graded') kept.keep(id, reply.result);
  }

  #jobOf(handIn: HandIn, { files }: Content, sha256: string): GradeJob {
    const { circumstances, languageOf } = this.#options;
    const language = languageOf(handIn);
    return {
      id: jobId(sha256, { ...circumstances, language }),
      files: Object.fromEntries([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')])),
      exercises: circumstances.exercises,
      seed: circumstances.seed,
      language,
    };
  }
}

function outcomeOf(result: GradeResult | undefined): Outcome {
  if (result === undefined) return { state: 'crashed', reason: classTexts.lost };
  const said = nothingHandedIn(result);
  return said === undefined ? { state: 'graded', result } : { state: 'missing', reason: { en: said, 'zh-CN': said } };
}
