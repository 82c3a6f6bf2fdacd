import { execFileSync } from 'node:child_process';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipOf } from '../archives.ts';
import type { Files, Parcel } from './parcels.ts';

/** Whoever handed something in, under the names that a system may have for them. */
export interface Somebody {
  readonly name: string;
  /** No other has it. */
  readonly number: number;
  /** When they handed in, and whether that was too late. */
  readonly at: Date;
  readonly late: boolean;
}

/** A system that hand-ins come from. */
export interface Layout {
  readonly name: 'moodle' | 'canvas' | 'gradescope' | 'github' | 'own';
  /** Whether it can hold files in folders, or none at all. */
  readonly hasFolders: boolean;
  /**
   * Lays down what somebody handed in, as the system gives it to whoever teaches.
   *
   * @returns what `grade-class` calls them
   */
  readonly lay: (root: string, who: Somebody, parcel: Parcel) => Promise<string> | string;
}

const moodle: Layout['lay'] = (root, { name, number, at }, parcel) => {
  writeAll(join(root, `${name}_${number}_assignsubmission_file_`), filesOf(parcel), at);
  return name;
};

const canvas: Layout['lay'] = (root, { name, number, at, late }, parcel) => {
  const joined = name.toLowerCase().replaceAll(' ', '');
  const named = Object.entries(filesOf(parcel)).map(([file, content], index) => [`${joined}${late ? '_LATE' : ''}_${number}_${number * 10 + index}_${file}`, content] as const);
  writeAll(root, Object.fromEntries(named), at);
  return joined;
};

const gradescope: Layout['lay'] = (root, { name, number, at }, parcel) => {
  writeAll(join(root, `submission_${number}`), filesOf(parcel), at);
  const metadata = [`submission_${number}:`, '  :submitters:', `  - :name: ${name}`, `    :sid: '0${number}'`, `    :email: s${number}@example.edu`, `  :created_at: ${at.toISOString().replace('T', ' ').replace('Z', '000000 Z')}`, ''];
  writeFileSync(join(root, 'submission_metadata.yml'), metadata.join('\n'), { flag: 'a' });
  return name;
};

const github: Layout['lay'] = (root, { name, number, at }, parcel) => {
  const user = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '')}${number}`;
  const clone = join(root, `teatime-${user}`);
  writeAll(clone, filesOf(parcel), new Date());
  commitAll(clone, at);
  return user;
};

const own: Layout['lay'] = (root, { name, number, at }, parcel) => {
  const label = `${name} ${number}`;
  if ('archive' in parcel) writeAll(root, { [`${label}${/(?:\.tar)?\.\w+$/.exec(parcel.name)?.[0] ?? ''}`]: parcel.archive }, at);
  else writeAll(join(root, label), parcel.files, at);
  return label;
};

export const layouts: readonly Layout[] = [
  { name: 'moodle', hasFolders: true, lay: moodle },
  { name: 'canvas', hasFolders: false, lay: canvas },
  { name: 'gradescope', hasFolders: true, lay: gradescope },
  { name: 'github', hasFolders: true, lay: github },
  { name: 'own', hasFolders: true, lay: own },
];

/** What a parcel is where only files can be, each without a folder. */
export async function flat(parcel: Parcel): Promise<Parcel> {
  if ('archive' in parcel || Object.keys(parcel.files).every((name) => !name.includes('/'))) return parcel;
  return { archive: await zipOf(parcel.files), name: 'work.zip' };
}

/** A commit of all that is there, made at that time by the clock of whoever made it. */
export function commitAll(clone: string, at: Date): void {
  const date = at.toISOString();
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  const git = (...args: readonly string[]): void => void execFileSync('git', ['-C', clone, '-c', 'user.name=s', '-c', 'user.email=s@example.edu', ...args], { env });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message=done');
}

function filesOf(parcel: Parcel): Files {
  return 'archive' in parcel ? { [parcel.name]: parcel.archive } : parcel.files;
}

function writeAll(folder: string, files: Files, at: Date): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    utimesSync(path, at, at);
  }
}
