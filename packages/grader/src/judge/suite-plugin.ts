import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { TimeAccount } from '../submission/submission-time.ts';
import type { SubmittedExercise } from '../submission/submitted-exercise.ts';
import { modulePath } from './any-path.ts';
import type { LineAddress } from './line-store.ts';

/** One run of a suite, as the worker's modules see it. */
export interface Job {
  readonly submission: SubmittedExercise;
  /** The module ids of the open suite and, where there is one, of the hidden one. */
  readonly suites: readonly [open: string, hidden?: string];
  readonly canary: string;
  readonly inCompany: boolean;
  readonly repeat: number;
  readonly repeated: readonly string[] | undefined;
  readonly only: readonly string[] | undefined;
  readonly seed: number;
  readonly time: TimeAccount | undefined;
}

// By their URLs, since Node loads them.
const runSuite = new URL('./run-suite.ts', import.meta.url).href;
const sessionModule = new URL('./current-session.ts', import.meta.url).href;
const studentModule = '\0teatime-student?job=';
const entryModule = /\/\.run\/(?<job>\d+)\/[\w-]+\.suite\.ts$/;

/**
 * The id of the module that Vitest runs for a job. It is made up: no such file is on the disk.
 *
 * @param root the id of the folder of the suites
 */
export function entryOf(root: string, number: number, exercise: string): string {
  return `${root}/.run/${number}/${exercise}.suite.ts`;
}

/** Whether a module is one of a job's own. */
export function belongsTo(id: string, number: number): boolean {
  return jobOf(id) === String(number) || entryModule.exec(id)?.groups?.['job'] === String(number);
}

export interface SuitesInUse {
  /** The id of the folder of the suites. */
  readonly root: string;
  readonly jobs: ReadonlyMap<number, Job>;
  /** Another number whenever suites were saved. */
  readonly version: () => number;
}

/**
 * Lets one suite meet many submissions in one Vitest. Every job has an entry of its own, and its suite's import of the
 * exercise becomes functions that run in the job's student process. What a suite imports of the folder is loaded once a
 * thread, as it was last saved: what a thread has loaded it keeps, under its name.
 */
export function suitePlugin(lines: LineAddress, { root, jobs, version }: SuitesInUse): Plugin {
  return {
    name: 'teatime-suite',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (entryModule.test(id)) return id;
      const job = jobOf(importer);
      if (job !== undefined && id.startsWith('@teatime/exercises/')) return studentModule + job;
      if (importer?.startsWith(`${root}/`) !== true || !/^\.{1,2}\//.test(id)) return undefined;
      const found = await this.resolve(id, importer, { skipSelf: true });
      // One that is not there is told of by its own name.
      const isSaved = found?.id.startsWith(`${root}/`) === true && existsSync(modulePath(found.id));
      return isSaved ? { ...found, id: `${found.id}?version=${version()}` } : undefined;
    },
    load(id) {
      const entry = entryModule.exec(id)?.groups?.['job'];
      if (entry !== undefined) return entrySource(Number(entry), jobs.get(Number(entry)), lines);
      const student = id.startsWith(studentModule) ? jobs.get(Number(id.slice(studentModule.length))) : undefined;
      return student && studentSource(student.submission);
    },
  };
}

function jobOf(importer: string | undefined): string | undefined {
  return importer && /\?job=(?<job>\d+)$/.exec(importer)?.groups?.['job'];
}

function entrySource(number: number, job: Job | undefined, lines: LineAddress): string {
  if (!job) throw new Error(`there is no job ${number}`);
  const { submission, suites, canary, inCompany, repeat, repeated, only, seed, time } = job;
  const module = {
    files: Object.fromEntries(submission.files.map(({ name, code }) => [name, code])),
    entry: submission.files[0]?.name ?? '',
    imports: submission.imports,
    forbidden: submission.forbidden,
  };
  const company = inCompany ? JSON.stringify([submission.exercise, submission.forbidden]) : undefined;
  // Not as text: build tools look for words of theirs, and would find them in what a student wrote.
  const spelled = Buffer.from(JSON.stringify(module)).toString('base64');
  return `
    import { runSuite } from ${JSON.stringify(runSuite)};
    const order = {
      lines: ${JSON.stringify(lines)},
      submission: { module: JSON.parse(Buffer.from('${spelled}', 'base64').toString('utf8')), mostMs: ${time?.leftMs ?? Infinity} },
      company: ${JSON.stringify(company)},
      canary: ${JSON.stringify(canary)},
      repeat: ${repeat},
      repeated: ${JSON.stringify(repeated)},
      only: ${JSON.stringify(only)},
      seed: ${seed},
    };
    await runSuite(order, [${suites.map((suite) => `() => import(${JSON.stringify(`${suite}?job=${number}`)})`).join(', ')}]);
  `;
}

function studentSource({ exports }: SubmittedExercise): string {
  const lines = exports.map((name) => `export const ${name} = bind(${JSON.stringify(name)});`);
  return [
    `import { currentSession } from ${JSON.stringify(sessionModule)};`,
    'const session = currentSession();',
    'const bind = (name) => session.bind(name);',
    ...lines,
  ].join('\n');
}
