import { execFileSync } from 'node:child_process';
import { linkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HandInProblem } from '../../src/classroom/hand-in-problem.ts';
import { readHandIn } from '../../src/classroom/intake/read-hand-in.ts';
import { rawTar, rawTgz, rawZip, zipOf } from '../support/archives.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const exercises = [{ id: 'tea', files: ['tea.ts'] }, { id: 'gather', files: ['gather.ts'] }];

/** What becomes of a hand-in: its files and notes, or why there is nothing of it. */
async function readingOf(...sources: readonly string[]) {
  try {
    const { files, notes } = await readHandIn({ id: 'lin', student: { name: 'lin' }, origin: 'archive', sources, notes: [] }, exercises);
    return { files: Object.fromEntries(Array.from(files, ([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')])), notes: notes.map(({ en }) => en) };
  } catch (error) {
    if (!(error instanceof HandInProblem)) throw error;
    return { state: error.state, text: error.text.en };
  }
}

async function reads(bytes: Uint8Array, name = 'lin.zip') {
  await using folder = await temporaryFolder();
  await folder.write(name, bytes);
  return await readingOf(join(folder.path, name));
}

test.each([
  ['zip', () => zipOf({ 'answers/tea.ts': 'tea', 'answers/gather.ts': 'gather', 'answers/notes.pdf': 'pdf', '__MACOSX/answers/._tea.ts': 'x', 'answers/.DS_Store': 'x' })],
  ['tar', () => rawTar([{ name: './answers/tea.ts', content: 'tea' }, { name: './answers/gather.ts', content: 'gather' }, { name: 'answers/notes.pdf' }])],
  ['tar.gz', () => rawTgz([{ name: 'answers/tea.ts', content: 'tea' }, { name: 'answers/gather.ts', content: 'gather' }, { name: 'answers/notes.pdf' }])],
])('What is in a .%s counts, not what it is called, and one folder on top is seen through', async (_, make) => {
  for (const name of ['lin.zip', 'lin.tgz', 'lin.dat']) {
    expect(await reads(await make(), name)).toEqual({ files: { 'gather.ts': 'gather', 'tea.ts': 'tea' }, notes: ['Left out, as it is no program: answers/notes.pdf'] });
  }
});

test.each([
  ['zip', rawZip],
  ['tgz', rawTgz],
])('No path of a .%s leads out, and what was packed by its whole path is taken from the root on', async (_, make) => {
  const entries = ['../tea.ts', 'a/../../tea.ts', '..\\tea.ts', '/tmp/course/gather.ts', 'C:\\course\\tea.ts'].map((name) => ({ name, content: name }));
  expect(await reads(make(entries))).toEqual({
    files: { 'course/tea.ts': 'C:\\course\\tea.ts', 'tmp/course/gather.ts': '/tmp/course/gather.ts' },
    notes: ['Left out, as the path leads out of the hand-in: ../tea.ts, a/../../tea.ts, ..\\tea.ts'],
  });
});

test('Links in an archive are left out', async () => {
  const note = 'Left out, as it is a link: gather.ts';
  expect(await reads(rawZip([{ name: 'tea.ts', content: 'tea' }, { name: 'gather.ts', content: '/etc/passwd', isLink: true }]))).toEqual({ files: { 'tea.ts': 'tea' }, notes: [note] });
  for (const type of ['Link', 'SymbolicLink'] as const) {
    const tgz = rawTgz([{ name: 'tea.ts', content: 'tea' }, { name: 'gather.ts', type, linkpath: '/etc/passwd' }]);
    expect(await reads(tgz)).toEqual({ files: { 'tea.ts': 'tea' }, notes: [note] });
  }
});

test('Of two entries of one name the last counts; of names that differ in case only, the one that is declared, or none', async () => {
  expect(await reads(rawZip([{ name: 'tea.ts', content: 'one' }, { name: './tea.ts', content: 'two' }]))).toEqual({
    files: { 'tea.ts': 'two' },
    notes: ['In it twice under one name, and the last was taken: tea.ts'],
  });
  expect(await reads(rawZip([{ name: 'Tea.ts', content: 'one' }, { name: 'tea.ts', content: 'two' }]))).toEqual({
    files: { 'tea.ts': 'two' },
    notes: ['Left out, as the names differ in case only: Tea.ts'],
  });
  expect(await reads(rawZip([{ name: 'Tea.ts', content: 'one' }, { name: 'TEA.ts', content: 'two' }]))).toEqual({
    state: 'unreadable',
    text: 'Left out, as the names differ in case only: Tea.ts, TEA.ts',
  });
});

test('Names in GBK and names in UTF-8 are both read, whatever the archive says of them', async () => {
  const gbk = Buffer.from([0xb2, 0xe8, ...Buffer.from('/tea.ts')]);
  expect(await reads(rawZip([{ name: gbk, content: 'tea' }, { name: '茶/gather.ts', content: 'gather' }]))).toMatchObject({ files: { 'gather.ts': 'gather', 'tea.ts': 'tea' } });
});

test('A bomb is told, wherever its zeroes are, and so is one in another archive', async () => {
  const zeroes = gzipSync(Buffer.alloc(25_000_000), { level: 1 });
  const rest = Array.from({ length: 21 }, () => zeroes);
  const header = rawTar([{ name: 'tea.ts', size: 7_000_000_000 }]).subarray(0, 512);
  const ended = rawTar([{ name: 'tea.ts', content: 'tea' }]);
  expect(await reads(Buffer.concat([gzipSync(header), ...rest]), 'lin.tgz')).toMatchObject({ state: 'unreadable', text: expect.stringContaining('far more than answers') });
  expect(await reads(Buffer.concat([gzipSync(ended), zeroes]), 'lin.tgz')).toMatchObject({ files: { 'tea.ts': 'tea' } });
  const broken = Buffer.from(header).fill('x', 0, 20);
  expect(await reads(Buffer.concat([gzipSync(broken), ...rest]), 'lin.tgz')).toMatchObject({ state: 'unreadable' });
  expect(await reads(Buffer.concat([ended, Buffer.alloc(20_000_000)]), 'lin.tar')).toMatchObject({ files: { 'tea.ts': 'tea' } });
  const many = await zipOf(Object.fromEntries(Array.from({ length: 1010 }, (_, index) => [`${index}.ts`, ''])));
  expect(await reads(many)).toMatchObject({ state: 'unreadable', text: expect.stringContaining('far more than answers') });
  const nested = await zipOf({ 'tea.ts': 'tea', 'many.zip': many });
  expect(await reads(nested)).toMatchObject({ state: 'unreadable' });
});

test('A file that is too large is kept as far as the gate needs it to say so', async () => {
  const reading = await reads(await zipOf({ 'tea.ts': 'x'.repeat(30_000_000), 'gather.ts': 'gather' }));
  expect(reading).toMatchObject({ files: { 'gather.ts': 'gather', 'tea.ts': 'x'.repeat(200_001) }, notes: [] });
});

test('An archive that cannot be read says what to do', async () => {
  const whole = await zipOf({ 'tea.ts': 'tea' });
  const tgz = rawTgz([{ name: 'tea.ts', content: Buffer.from(Array.from({ length: 9000 }, (_, index) => (index * 7919) % 251)) }]);
  const damaged = { state: 'unreadable', text: expect.stringContaining('cannot be read as an archive') };
  expect(await reads(whole.subarray(0, -30))).toMatchObject(damaged);
  expect(await reads(tgz.subarray(0, -30))).toMatchObject(damaged);
  expect(await reads(gzipSync(rawTar([{ name: 'tea.ts', content: 'x'.repeat(9000) }]).subarray(0, 4000)))).toMatchObject(damaged);
  expect(await reads(gzipSync(tgz))).toMatchObject(damaged);
  expect(await reads(gzipSync('no tar at all'))).toMatchObject(damaged);
  expect(await reads(Buffer.from('PK and nothing else'))).toMatchObject(damaged);
  expect(await reads(Buffer.alloc(0))).toMatchObject(damaged);
  expect(await reads(await zipOf({ 'tea.ts': 'tea' }, 'secret'))).toMatchObject({ state: 'unreadable', text: expect.stringContaining('password') });
  expect(await reads(Buffer.from('Rar!\u001A\u0007\u0001\u0000', 'latin1'), 'lin.rar')).toMatchObject({ state: 'unreadable', text: expect.stringContaining('Unpack it') });
  expect(await reads(Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), 'lin.7z')).toMatchObject({ state: 'unreadable', text: expect.stringContaining('Unpack it') });
});

test('An archive in an archive is opened; one that cannot be is said beside what can', async () => {
  const inner = await zipOf({ 'gather.ts': 'gather' });
  const outer = await zipOf({ 'tea.ts': 'tea', 'more/gather.zip': inner, 'broken.zip': 'PK' });
  expect(await reads(outer)).toEqual({
    files: { 'more/gather/gather.ts': 'gather', 'tea.ts': 'tea' },
    notes: [expect.stringContaining('broken.zip cannot be read as an archive')],
  });
  expect(await reads(await zipOf({ 'c.zip': await zipOf({ 'b.zip': await zipOf({ 'a.zip': inner }) }) }))).toMatchObject({ state: 'unreadable', text: expect.stringContaining('too many archives') });
});

test('Of a whole course the answers are taken, and nothing that lies around them', async () => {
  const course = {
    'course/packages/exercises/tea/tea.ts': 'mine',
    'course/packages/exercises/tea/.stub/tea.ts': 'stub',
    'course/packages/exercises/story.ts': 'story',
    'course/packages/solutions/tea/tea.ts': 'solution',
    'course/packages/core/src/index.ts': 'core',
    'course/node_modules/tea/tea.ts': 'module',
    'course/.git/tea.ts': 'git',
    'course/eslint.config.js': 'config',
  };
  const files = { 'packages/exercises/tea/tea.ts': 'mine', 'packages/exercises/story.ts': 'story', 'eslint.config.js': 'config' };
  expect(await reads(await zipOf(course))).toMatchObject({ files });
  await using folder = await temporaryFolder(course);
  expect(await readingOf(folder.path)).toMatchObject({ files });
});

test('Of a folder, links are not followed, and an archive in it is opened', async () => {
  await using outside = await temporaryFolder({ 'secret/gather.ts': 'secret' });
  await using folder = await temporaryFolder({ 'lin/tea.ts': 'tea' });
  await folder.write('lin/late.zip', await zipOf({ 'notes.ts': 'notes' }));
  const lin = join(folder.path, 'lin');
  symlinkSync(join(outside.path, 'secret'), join(lin, 'gather'));
  symlinkSync(join(outside.path, 'secret/gather.ts'), join(lin, 'gather.ts'));
  linkSync(join(outside.path, 'secret/gather.ts'), join(lin, 'gather.js'));
  execFileSync('mkfifo', ['pipe.ts'], { cwd: lin });
  const reading = await readingOf(lin);
  expect(reading).toMatchObject({ files: { 'late/notes.ts': 'notes', 'tea.ts': 'tea' } });
  expect(JSON.stringify(reading)).not.toContain('secret');
  expect(await readingOf(join(lin, 'gather'))).toMatchObject({ state: 'unreadable' });
});

test('A file that could be the answer, were there no other, is told of', async () => {
  await using folder = await temporaryFolder({ 'lin/tea.ts': 'tea', 'lin/tea (1).ts': 'more tea', 'lin/notes.ts': 'notes' });
  expect(await readingOf(join(folder.path, 'lin'))).toMatchObject({ notes: ['Left out, as another file is named more like the answer: tea (1).ts'] });
});

test('What holds no program says what it holds', async () => {
  await using folder = await temporaryFolder({ 'lin/essay.docx': '', 'lin/tea.pdf': '' });
  expect(await readingOf(join(folder.path, 'lin'))).toEqual({ state: 'unreadable', text: 'Nothing in it is a program. It holds essay.docx, tea.pdf.' });
  expect(await readingOf()).toEqual({ state: 'missing', text: 'Nothing was handed in.' });
});

test('Whatever an archive names its files, no path leads out, no two are one to any system, and nothing else is thrown', async () => {
  const part = fc.oneof(fc.constantFrom('..', '.', '', 'a', 'A', 'tea', 'con', 'C:', '~', 'é', 'e\u0301', 'gather.zip', '__MACOSX', 'x '), fc.string({ maxLength: 5, unit: 'binary' }));
  const name = fc.tuple(fc.array(part, { maxLength: 4 }), fc.constantFrom('/', '\\'), fc.constantFrom('tea.ts', 'Tea.ts', 'b.js', 'gather.ts', 'c.txt')).map(([parts, slash, file]) => [...parts, file].join(slash));
  await using folder = await temporaryFolder();
  await fc.assert(
    fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 6 }), fc.constantFrom('zip', 'tgz'), async (names, kind) => {
      const entries = names.map((one) => ({ name: one, content: one }));
      await folder.write('lin', kind === 'zip' ? rawZip(entries) : rawTgz(entries.map((entry) => ({ ...entry, name: entry.name.slice(0, 90) }))));
      const reading = await readingOf(join(folder.path, 'lin'));
      const paths = Object.keys(reading.files ?? {});
      for (const path of paths) {
        const parts = path.split('/');
        expect(parts.every((one) => one !== '' && !/^\.{1,2}$|[\\:\0]|^con(?:\.|$)|[. ]$/i.test(one))).toBe(true);
      }
      expect(new Set(paths.map((path) => path.normalize('NFC').toLowerCase())).size).toBe(paths.length);
      expect(paths).toEqual(paths.toSorted());
    }),
    { numRuns: 150 },
  );
});
