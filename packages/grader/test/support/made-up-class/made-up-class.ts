import { Random } from '@teatime/core';
import type { Exercise } from '../../../src/course/course.ts';
import { answerBank } from './answers.ts';
import type { AnswerBank, AnswerKind, MadeUpAnswer, Verdict } from './answers.ts';
import { flat, layouts } from './layouts.ts';
import type { Layout } from './layouts.ts';
import { brokenPackings, oddPackings, plainPackings, refusedFiles } from './parcels.ts';
import type { Packing, Parcel } from './parcels.ts';

/** What is to become of one student's hand-in. */
export interface Expected {
  /** What `grade-class` calls them. */
  readonly student: string;
  /** What is the matter with it, for people. */
  readonly what: string;
  readonly outcome: 'graded' | 'missing' | 'unreadable';
  readonly late: boolean;
  /** By exercise; empty where nothing is graded. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** By when the class should have handed in. */
export const due = new Date('2026-03-01T12:00:00Z');

const kinds = ['right', 'wrong', 'odd', 'hanging', 'hostile', 'refused', 'broken'] as const;

type Kind = (typeof kinds)[number];

/** So many of a hundred, the rest is right. */
const shares: Readonly<Record<Exclude<Kind, 'right'>, number>> = { wrong: 34, odd: 16, hanging: 5, hostile: 8, refused: 7, broken: 10 };

/**
 * Lays down a class that never was, in all five layouts: right, wrong, odd, hanging, hostile and broken hand-ins, no two of the same content.
 * The same seed makes the same.
 *
 * @param root an empty folder
 * @returns what is to become of each
 */
export async function makeUpClass(root: string, { students, seed, exercises }: { readonly students: number; readonly seed: number; readonly exercises: readonly Exercise[] }): Promise<readonly Expected[]> {
  const random = new Random(seed);
  const banks = new Map<string, AnswerBank>();
  for (const exercise of exercises) banks.set(exercise.id, await answerBank(exercise));
  const expected: Expected[] = [];
  for (const [index, kind] of kindsFor(students, random).entries()) {
    expected.push(await layDown(root, { index, kind, exercises, banks, random }));
  }
  return expected;
}

function kindsFor(students: number, random: Random): readonly Kind[] {
  const some = kinds.filter((kind) => kind !== 'right').flatMap((kind) => Array.from({ length: Math.max(1, Math.round((students * shares[kind]) / 100)) }, () => kind));
  const all: readonly Kind[] = [...some, ...Array.from({ length: Math.max(0, students - some.length) }, () => 'right' as const)];
  return random.shuffle(all).slice(0, students);
}

interface Lot {
  readonly index: number;
  readonly kind: Kind;
  readonly exercises: readonly Exercise[];
  readonly banks: ReadonlyMap<string, AnswerBank>;
  readonly random: Random;
}

async function layDown(root: string, { index, kind, exercises, banks, random }: Lot): Promise<Expected> {
  const number = 40_000 + index;
  const name = `${random.pick(given)} ${random.pick(family)}`;
  const afterDue = random.chance(0.15);
  const at = new Date(due.getTime() + (afterDue ? 1 : -1) * random.int(1, 5000) * 60_000);
  const layout = layouts[index % layouts.length] ?? layouts[0];
  if (layout === undefined) throw new TypeError('no layout');

  const main = random.pick(exercises);
  const answers = new Map(exercises.map((exercise) => [exercise, answerTo(exercise, exercise === main ? kind : 'right', banks, random)]));
  const files = Object.fromEntries(Array.from(answers, ([exercise, { source }]) => [fileOf(exercise), `${source}\n// ${number}\n`]));
  const verdicts = new Map(Array.from(answers, ([{ id }, { verdict }]) => [id, verdict]));
  const { what, parcel, outcome = 'graded' as const, refused } = await packed(kind, files, fileOf(main), layout, random);
  const student = await layout.lay(root, { name, number, at, late: afterDue }, layout.hasFolders ? parcel : await flat(parcel));
  if (refused !== undefined) verdicts.set(main.id, refused);
  return { student, what: `${layout.name}, ${kind}: ${what}`, outcome, late: afterDue, verdicts: outcome === 'graded' ? verdicts : new Map() };
}

function answerTo({ id }: Exercise, kind: Kind, banks: ReadonlyMap<string, AnswerBank>, random: Random): MadeUpAnswer {
  const bank = banks.get(id);
  if (bank === undefined) throw new TypeError(`no answers to ${id}`);
  const wanted: AnswerKind = kind === 'odd' || kind === 'refused' || kind === 'broken' ? 'right' : kind;
  return random.pick(bank[wanted].length > 0 ? bank[wanted] : bank.wrong);
}

interface Packed {
  readonly what: string;
  readonly parcel: Parcel;
  readonly outcome?: 'missing' | 'unreadable';
  /** What becomes of the one exercise whose file was changed. */
  readonly refused?: Verdict;
}

async function packed(kind: Kind, files: Readonly<Record<string, string>>, first: string, { hasFolders }: Layout, random: Random): Promise<Packed> {
  const fitting = <One extends { readonly needsFolder?: true }>(all: readonly One[]): One => random.pick(all.filter(({ needsFolder }) => hasFolders || needsFolder === undefined));
  if (kind === 'refused') {
    const { what, change, verdict } = fitting(refusedFiles);
    return { what, parcel: { files: change(files, first) }, refused: verdict };
  }
  if (kind === 'broken') {
    const { what, pack, outcome } = fitting(brokenPackings);
    return { what, parcel: await pack({ files, first }), outcome };
  }
  const packing: Packing = fitting(kind === 'odd' ? oddPackings : plainPackings);
  return { what: packing.what, parcel: await packing.pack({ files, first }) };
}

function fileOf({ id, files }: Exercise): string {
  return files[0] ?? `${id}.ts`;
}

const given = ['Ada', 'Bo', 'Chen', 'Dana', 'Emre', 'Fang', 'Grace', 'Hugo', 'Ines', 'Jun', 'Kofi', 'Lin', 'Mei', 'Noor', 'Omar', 'Ping'];
const family = ['Wei', 'Okafor', 'Meyer', 'Wang', 'Silva', 'Novak', 'Zhang', 'Haddad', 'Li', 'Rossi'];
