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
  /** Of those whose own nobody knows. */
  readonly language: string;
  /** Whether to grade also what was graded before. */
  readonly again: boolean;
  /** Told when work on one has ended: how many have, and how many of them were graded before. */
  readonly onProgress: (done: number, before: number) => void;
  readonly interrupted: AbortSignal;
}

/** What there is instead of a result, or where it is found again. */
type Ended = Ungraded | { readonly sha256: string; readonly job: string };

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
  readonly #ended = new Map<string, { readonly handIn: HandIn; readonly ended: Ended }>();
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
    const { handIn, ended } = this.#ended.get(id) ?? {};
    if (handIn === undefined || ended === undefined) return undefined;
    // What could not be read the first time need not be tried again.
    const content = 'state' in ended && ended.state !== 'crashed' ? ended : await this.#options.read(handIn);
    const { notes, files } = 'state' in content ? nothing : content;
    if ('state' in ended) return { handIn, notes, files, outcome: ended };
    return { handIn, notes, files, sha256: ended.sha256, outcome: outcomeOf(await this.#options.kept.find(ended.job)) };
  }

  async #settle(handIn: HandIn): Promise<void> {
    const { read, onProgress, interrupted } = this.#options;
    interrupted.throwIfAborted();
    const content = await read(handIn);
    const ended = 'state' in content ? content : await this.#endOf(handIn, content);
    this.#ended.set(handIn.id, { handIn, ended });
    onProgress(this.#ended.size, this.#before);
  }

  #endOf(handIn: HandIn, content: Content): Promise<Ended> {
    const sha256 = contentHash(content.files);
    const job = jobId(sha256, { ...this.#options.circumstances, language: this.#languageOf(handIn) });
    const known = this.#jobs.get(job);
    if (known !== undefined) return known;
    const end = this.#findOrGrade(job, sha256, handIn, content);
    this.#jobs.set(job, end);
    return end;
  }

  async #findOrGrade(job: string, sha256: string, handIn: HandIn, content: Content): Promise<Ended> {
    const { kept, pool, again } = this.#options;
    const known = again ? undefined : await kept.find(job);
    if (known !== undefined && !('unjudged' in known)) {
      this.#before += 1;
      return { sha256, job };
    }
    const reply = await pool.grade(this.#jobFor(handIn, content, job));
    if (reply.state !== 'graded') return reply;
    kept.keep(job, reply.result);
    if ('unjudged' in reply.result) this.#doubtful.set(job, handIn);
    return { sha256, job };
  }

  /** Alone: nothing else of this class is being graded. */
  async #tryAgain(job: string, handIn: HandIn): Promise<void> {
    const { read, pool, kept, interrupted } = this.#options;
    interrupted.throwIfAborted();
    const content = await read(handIn);
    if ('state' in content) return;
    // Another id, since whoever keeps replies would give the doubtful one again.
    const reply = await pool.grade(this.#jobFor(handIn, content, `${job}-again`));
    if (reply.state === 'graded') kept.keep(job, reply.result);
  }

  #jobFor(handIn: HandIn, { files }: Content, id: string): GradeJob {
    const { exercises, seed } = this.#options.circumstances;
    const encoded = Array.from(files, ([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const);
    return { id, files: Object.fromEntries(encoded), exercises, seed, language: this.#languageOf(handIn) };
  }

  #languageOf({ student }: HandIn): string {
    return student.language ?? this.#options.language;
  }
}

const nothing: Content = { files: new Map(), notes: [] };

function outcomeOf(result: GradeResult | undefined): Outcome {
  if (result === undefined) return { state: 'crashed', reason: classTexts.lost };
  const said = nothingHandedIn(result);
  return said === undefined ? { state: 'graded', result } : { state: 'missing', reason: { en: said, 'zh-CN': said } };
}
