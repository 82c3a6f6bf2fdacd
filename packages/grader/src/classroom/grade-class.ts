import { classTexts } from '../messages/grade-class.ts';
import { nothingHandedIn } from '../verdict/nothing-handed-in.ts';
import type { Content, HandIn } from './hand-in.ts';
import { contentHash, jobId } from './keep/content-key.ts';
import type { Circumstances } from './keep/content-key.ts';
import type { KeptResults } from './keep/kept-results.ts';
import type { ClassRow, Outcome, Ungraded } from './outcome.ts';
import type { GradeJob, GradeReply, Pool } from './pool.ts';

export interface ClassOptions {
  readonly handIns: readonly HandIn[];
  /** Reads a hand-in, or tells why it cannot be read. Never rejects for what was handed in. */
  readonly read: (handIn: HandIn) => Promise<Content | Ungraded>;
  readonly pool: Pool;
  readonly kept: KeptResults;
  readonly circumstances: Omit<Circumstances, 'language'>;
  /** What whoever teaches reads of all; students get theirs in their own where it is known. */
  readonly language: string;
  /** Whether to grade also what was graded before. */
  readonly again: boolean;
  /** Told when work on one has ended: how many have, and how many of them were graded before. */
  readonly onProgress: (done: number, before: number) => void;
  readonly interrupted: AbortSignal;
}

/** What there is instead of a result, or where it is found again. */
type Ended = Ungraded | { readonly sha256: string; readonly kept: KeptIds; readonly isFromBefore: boolean };

/** Where a result is found again: in the language of the class, and in the student's where that is another one. */
interface KeptIds {
  readonly result: string;
  readonly also?: string | undefined;
}

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
  readonly #doubtful: Doubtful[] = [];
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
    for (const doubtful of this.#doubtful) await this.#tryAgain(doubtful);
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
    return { handIn, notes, files, sha256: ended.sha256, outcome: await this.#outcomeOf(ended.kept) };
  }

  async #settle(handIn: HandIn): Promise<void> {
    const { read, onProgress, interrupted } = this.#options;
    interrupted.throwIfAborted();
    const content = await read(handIn);
    const ended = 'state' in content ? content : await this.#endOf(handIn, content);
    this.#ended.set(handIn.id, { handIn, ended });
    if ('kept' in ended && ended.isFromBefore) this.#before += 1;
    onProgress(this.#ended.size, this.#before);
  }

  #endOf(handIn: HandIn, content: Content): Promise<Ended> {
    const sha256 = contentHash(content.files);
    const { language, circumstances } = this.#options;
    const alsoIn = this.#otherLanguageOf(handIn);
    const idIn = (spoken: string): string => jobId(sha256, { ...circumstances, language: spoken });
    const job = alsoIn === undefined ? idIn(language) : idIn(`${language}+${alsoIn}`);
    const known = this.#jobs.get(job);
    if (known !== undefined) return known;
    const end = this.#findOrGrade({ job, handIn, ids: { result: idIn(language), also: alsoIn && idIn(alsoIn) } }, sha256, content);
    this.#jobs.set(job, end);
    return end;
  }

  async #findOrGrade(doubtful: Doubtful, sha256: string, content: Content): Promise<Ended> {
    const { pool, again } = this.#options;
    const { job, handIn, ids } = doubtful;
    if (!again && (await this.#isKept(ids))) {
      // Stopped between the two, an earlier run kept it and did not say so.
      await pool.forget(job);
      return { sha256, kept: ids, isFromBefore: true };
    }
    if (again) await pool.forget(job);
    const reply = await this.#grade(this.#jobFor(handIn, content, job), ids);
    if (reply.state !== 'graded') return reply;
    if ('unjudged' in reply.result) this.#doubtful.push(doubtful);
    return { sha256, kept: ids, isFromBefore: false };
  }

  /** Alone: nothing else of this class is being graded. */
  async #tryAgain({ job, handIn, ids }: Doubtful): Promise<void> {
    const { read, interrupted } = this.#options;
    interrupted.throwIfAborted();
    const content = await read(handIn);
    if ('state' in content) return;
    // Another id, since whoever keeps replies would give the doubtful one again.
    await this.#grade(this.#jobFor(handIn, content, `${job}-again`), ids);
  }

  async #grade(job: GradeJob, ids: KeptIds): Promise<GradeReply> {
    const { pool } = this.#options;
    const reply = await pool.grade(job);
    if (reply.state === 'graded') this.#keep(ids, reply);
    // Only now: whatever ends this process, one of the two has it.
    await pool.forget(job.id);
    return reply;
  }

  async #isKept({ result, also }: KeptIds): Promise<boolean> {
    const { kept } = this.#options;
    for (const id of [result, also].filter((one) => one !== undefined)) {
      const known = await kept.find(id);
      if (known === undefined || 'unjudged' in known) return false;
    }
    return true;
  }

  #keep(ids: KeptIds, { result, also }: Extract<GradeReply, { state: 'graded' }>): void {
    const { kept } = this.#options;
    if (ids.also !== undefined && also !== undefined) kept.keep(ids.also, also);
    kept.keep(ids.result, result);
  }

  async #outcomeOf(ids: KeptIds): Promise<Outcome> {
    const { kept } = this.#options;
    const result = await kept.find(ids.result);
    if (result === undefined) return { state: 'crashed', reason: classTexts.lost };
    const said = nothingHandedIn(result);
    if (said !== undefined) return { state: 'missing', reason: { en: said, 'zh-CN': said } };
    return { state: 'graded', result, also: ids.also === undefined ? undefined : await kept.find(ids.also) };
  }

  #jobFor(handIn: HandIn, { files }: Content, id: string): GradeJob {
    const { circumstances: { exercises, seed }, language } = this.#options;
    const encoded = Array.from(files, ([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const);
    return { id, files: Object.fromEntries(encoded), exercises, seed, language, alsoIn: this.#otherLanguageOf(handIn) };
  }

  /** The student's, where it is not that of the class. */
  #otherLanguageOf({ student }: HandIn): string | undefined {
    return student.language === this.#options.language ? undefined : student.language;
  }
}

/** What has to be graded alone once more, and where its result is kept. */
interface Doubtful {
  readonly job: string;
  readonly handIn: HandIn;
  readonly ids: KeptIds;
}

const nothing: Content = { files: new Map(), notes: [] };
