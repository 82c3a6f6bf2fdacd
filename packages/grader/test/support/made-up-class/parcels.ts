import { gzipSync } from 'node:zlib';
import { rawTar, rawTgz, rawZip, zipOf } from '../archives.ts';
import type { Verdict } from './answers.ts';

/** Files by their paths. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What a student hands in: files, or one archive under a name. */
export type Parcel = { readonly files: Files } | { readonly archive: Uint8Array; readonly name: string };

/** The student's answers by the names of the files that the exercises declare. */
export interface Answers {
  readonly files: Readonly<Record<string, string>>;
  /** The name of one of them. */
  readonly first: string;
}

/** A way of handing in, and what is to become of the answers in it. */
export interface Packing {
  readonly what: string;
  /** Whether it is more than files of the right names side by side. */
  readonly needsFolder?: true;
  readonly pack: (answers: Answers) => Parcel | Promise<Parcel>;
}

export const plainPackings: readonly Packing[] = [
  { what: 'files side by side', pack: ({ files }) => ({ files }) },
  { what: 'a folder for each exercise', needsFolder: true, pack: ({ files }) => ({ files: renamed(files, (name) => `${stem(name)}/${name}`) }) },
  { what: 'a zip', pack: async ({ files }) => ({ archive: await zipOf(files), name: 'work.zip' }) },
  { what: 'a tar.gz', pack: ({ files }) => ({ archive: tgzOf(files), name: 'work.tar.gz' }) },
];

/** What is odd about them costs nobody a point. */
export const oddPackings: readonly Packing[] = [
  { what: 'saved by Windows, with a mark at the beginning', pack: ({ files }) => ({ files: mapped(files, (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`) }) },
  { what: 'names with capital letters', needsFolder: true, pack: ({ files }) => ({ files: renamed(files, (name) => name.charAt(0).toUpperCase() + name.slice(1)) }) },
  { what: 'downloaded twice', needsFolder: true, pack: ({ files }) => ({ files: renamed(files, (name) => `${stem(name)} (1).ts`) }) },
  { what: 'an editor that adds .txt', needsFolder: true, pack: ({ files }) => ({ files: renamed(files, (name) => `${name}.txt`) }) },
  { what: 'numbered folders', needsFolder: true, pack: ({ files }) => ({ files: renamed(files, (name) => `0${name.length}-${stem(name)}/${name}`) }) },
  { what: 'the whole course, with what is installed', needsFolder: true, pack: ({ files }) => ({ files: wholeCourse(files) }) },
  { what: 'a zip of the whole course', pack: async ({ files }) => ({ archive: await zipOf(renamed(wholeCourse(files), (name) => `teatime-main/${name}`)), name: 'teatime-main.zip' }) },
  { what: 'a zip from a Mac', pack: async ({ files, first }) => ({ archive: await zipOf({ ...renamed(files, (name) => `my work/${name}`), [`__MACOSX/my work/._${first}`]: 'x', 'my work/.DS_Store': 'x' }), name: 'my work.zip' }) },
  { what: 'a zip with the paths of Windows', pack: ({ files }) => ({ archive: zipOfEntries(renamed(files, (name) => `C:\\Users\\student\\${name}`)), name: 'work.zip' }) },
  { what: 'a zip with a folder in GBK', pack: ({ files }) => ({ archive: rawZip(Object.entries(files).map(([name, content]) => ({ name: Buffer.concat([Buffer.from([0xd7, 0xf7, 0xd2, 0xb5, 0x2f]), Buffer.from(name)]), content }))), name: 'work.zip' }) },
  { what: 'a zip in a zip', pack: async ({ files }) => ({ archive: await zipOf({ 'inner.zip': await zipOf(files) }), name: 'outer.zip' }) },
  { what: 'a tar.gz that is called zip', pack: ({ files }) => ({ archive: tgzOf(files), name: 'work.zip' }) },
  { what: 'a zip with another file beside its folder', pack: ({ files, first }) => ({ archive: zipOfEntries({ ...files, [`../../${first}`]: 'export {};\n', '/etc/cron.d/tea': 'x' }), name: 'work.zip' }) },
  { what: 'a zip with a link beside the answers', pack: ({ files }) => ({ archive: rawZip([...Object.entries(files).map(([name, content]) => ({ name, content })), { name: 'gather.ts', content: '/etc/passwd', isLink: true }]), name: 'work.zip' }) },
  { what: 'a picture and a letter beside the answers', needsFolder: true, pack: ({ files }) => ({ files: { ...files, 'tea.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'letter.md': 'Dear teacher' } }) },
];

/** Where nothing can be graded. */
export interface BrokenPacking extends Packing {
  readonly outcome: 'missing' | 'unreadable';
}

export const brokenPackings: readonly BrokenPacking[] = [
  { what: 'a zip that is cut off', outcome: 'unreadable', pack: async ({ files }) => ({ archive: (await zipOf(files)).subarray(0, 120), name: 'work.zip' }) },
  { what: 'something else that is called zip', outcome: 'unreadable', pack: () => ({ archive: Buffer.from('no archive'), name: 'work.zip' }) },
  { what: 'a tar.gz that is cut off', outcome: 'unreadable', pack: ({ files }) => ({ archive: tgzOf(files).subarray(0, 90), name: 'work.tgz' }) },
  { what: 'a zip with a password', outcome: 'unreadable', pack: async ({ files }) => ({ archive: await zipOf(files, 'secret'), name: 'work.zip' }) },
  { what: 'a rar', outcome: 'unreadable', pack: () => ({ archive: Buffer.from('Rar!\u001A\u0007\u0001\u0000tea'), name: 'work.rar' }) },
  { what: 'an archive that unpacks to zeroes without end', outcome: 'unreadable', pack: ({ first }) => ({ archive: bombOf(first), name: 'work.tar.gz' }) },
  { what: 'nothing but a letter', needsFolder: true, outcome: 'unreadable', pack: () => ({ files: { 'letter.md': 'I was ill.' } }) },
  { what: 'an empty folder', needsFolder: true, outcome: 'missing', pack: () => ({ files: {} }) },
  { what: 'an empty zip', outcome: 'missing', pack: async () => ({ archive: await zipOf({}), name: 'work.zip' }) },
  { what: 'a zip that leads out', outcome: 'unreadable', pack: ({ first }) => ({ archive: zipOfEntries({ [`../../${first}`]: 'export {};\n' }), name: 'work.zip' }) },
];

/** What is wrong with one file of them is that exercise's trouble alone. */
export const refusedFiles: readonly { readonly what: string; readonly needsFolder?: true; readonly change: (files: Answers['files'], first: string) => Files; readonly verdict: Verdict }[] = [
  { what: 'a syntax error', change: (files, first) => ({ ...files, [first]: 'export function {\n' }), verdict: { fails: ['gate'] } },
  { what: 'UTF-16', change: (files, first) => ({ ...files, [first]: Buffer.from(`\uFEFF${files[first] ?? ''}`, 'utf16le') }), verdict: { fails: ['gate'] } },
  { what: 'a file far too large', change: (files, first) => ({ ...files, [first]: `//${'x'.repeat(300_000)}\n` }), verdict: { fails: ['gate'] } },
  { what: 'nothing for one exercise', change: without, verdict: { fails: ['gate'] } },
  { what: 'an import that is not allowed', change: (files, first) => ({ ...files, [first]: `import 'node:fs';\n${files[first] ?? ''}` }), verdict: { fails: ['gate'] } },
  { what: 'two files that could be the answer', needsFolder: true, change: (files, first) => ({ ...without(files, first), [`old/${stem(first)}/${first}`]: files[first] ?? '', [`new/${stem(first)}/${first}`]: '// newer\n' }), verdict: { fails: ['gate'] } },
];

/** Says that it holds a file of seven gigabytes, and goes on for half of one. */
function bombOf(name: string): Buffer {
  const zeroes = gzipSync(Buffer.alloc(25_000_000), { level: 1 });
  const header = rawTar([{ name, size: 7_000_000_000 }]).subarray(0, 512);
  return Buffer.concat([gzipSync(header), ...Array.from({ length: 21 }, () => zeroes)]);
}

function without(files: Answers['files'], name: string): Answers['files'] {
  return Object.fromEntries(Object.entries(files).filter(([other]) => other !== name));
}

function stem(name: string): string {
  return name.replace(/\.ts$/, '');
}

function renamed<Content extends string | Uint8Array>(files: Readonly<Record<string, Content>>, to: (name: string) => string): Record<string, Content> {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [to(name), content]));
}

function mapped(files: Answers['files'], to: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, to(content)]));
}

function wholeCourse(files: Answers['files']): Files {
  return {
    ...renamed(files, (name) => `packages/exercises/${stem(name)}/${name}`),
    'package.json': '{}',
    'course.json': '{}',
    'packages/core/src/index.ts': 'export {};\n',
    'node_modules/left-pad/index.js': 'module.exports = 1;\n',
  };
}

function zipOfEntries(files: Files): Buffer {
  return rawZip(Object.entries(files).map(([name, content]) => ({ name, content })));
}

function tgzOf(files: Answers['files']): Buffer {
  return rawTgz(Object.entries(files).map(([name, content]) => ({ name: `./${name}`, content })));
}
