import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findHandIns } from '../../src/classroom/intake/find-hand-ins.ts';
import { readHandIn } from '../../src/classroom/intake/read-hand-in.ts';
import { commitAll } from '../support/made-up-class/layouts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const tea = { id: 'tea', files: ['tea.ts'] };
const gather = { id: 'gather', files: ['gather.ts'] };
const exercises = [tea, gather];

/** Everything of a class, as far as it is the same on every machine. */
async function taken(path: string, asked = exercises) {
  const { handIns, passedOver } = findHandIns(path, { exercises: asked });
  const rows = [];
  for (const handIn of handIns) {
    const files = await readHandIn(handIn, asked).then((content) => [...content.files.keys()], (error: unknown) => String(error));
    rows.push({ id: handIn.id, ...handIn.student, origin: handIn.origin, files });
  }
  return { rows, passedOver: passedOver.map(({ name }) => name) };
}

test('A download from Moodle is a folder a student', async () => {
  await using folder = await temporaryFolder({
    'Lin Wei_12345_assignsubmission_file_/tea.ts': '',
    '王 伟_12346_assignsubmission_file/answers/gather/gather.ts': '',
    'Mei_12347_assignsubmission_onlinetext_/onlinetext.html': '<p>tea</p>',
    'Tom_12348_assignsubmission_file_tea.ts': '',
  });
  expect(await taken(folder.path)).toEqual({
    rows: [
      { id: 'Lin-Wei-12345', name: 'Lin Wei', key: '12345', origin: 'moodle', files: ['tea.ts'] },
      { id: 'Mei-12347', name: 'Mei', key: '12347', origin: 'moodle', files: expect.stringContaining('Nothing') },
      { id: 'Tom-12348', name: 'Tom', key: '12348', origin: 'moodle', files: ['tea.ts'] },
      { id: '王-伟-12346', name: '王 伟', key: '12346', origin: 'moodle', files: ['gather/gather.ts'] },
    ],
    passedOver: [],
  });
});

test('A download from Canvas is a file a student, or several', async () => {
  await using folder = await temporaryFolder({
    'submissions/linwei_LATE_12345_67890_gather-2.ts': 'new',
    'submissions/linwei_12345_67880_gather.ts': 'old',
    'submissions/linwei_12345_67891_tea.ts': '',
    'submissions/wangwei_12346_67892_tea.ts.txt': '',
    'submissions/.DS_Store': '',
  });
  expect(await taken(folder.path)).toEqual({
    rows: [
      { id: 'linwei-12345', name: 'linwei', key: '12345', origin: 'canvas', files: ['gather.ts', 'tea.ts'] },
      { id: 'wangwei-12346', name: 'wangwei', key: '12346', origin: 'canvas', files: ['tea.ts.txt'] },
    ],
    passedOver: [],
  });
  const [lin] = findHandIns(folder.path, { exercises }).handIns;
  if (lin === undefined) throw new Error('nobody');
  const { files, notes } = await readHandIn(lin, exercises);
  expect([lin.late, Buffer.from(files.get('gather.ts') ?? '').toString(), notes.map(({ en }) => en)]).toEqual([true, 'new', ['In it twice under one name, and the last was taken: gather.ts']]);
});

test('An export of Gradescope says whose each folder is', async () => {
  await using folder = await temporaryFolder({
    'assignment_1_export/submission_metadata.yml': [
      'submission_1:',
      '  :submitters:',
      '  - :name: Lin Wei',
      '    :sid: \'0042\'',
      '    :email: lin@school.example',
      '  - :name: Wang Wei',
      '    :sid: \'0043\'',
      '    :email: wang@school.example',
      '  :created_at: 2026-11-29 10:00:00.123456000 Z',
      '  :score: 1.0',
    ].join('\n'),
    'assignment_1_export/submission_1/tea.ts': '',
    'assignment_1_export/submission_2/tea.ts': '',
  });
  const about = { origin: 'gradescope', files: ['tea.ts'] };
  expect((await taken(folder.path)).rows).toEqual([
    { ...about, id: 'Lin-Wei-0042', name: 'Lin Wei', key: '0042', number: '0042', email: 'lin@school.example' },
    { ...about, id: 'Wang-Wei-0043', name: 'Wang Wei', key: '0043', number: '0043', email: 'wang@school.example' },
    { ...about, id: 'submission_2', name: 'submission_2', key: 'submission_2' },
  ]);
  const [lin] = findHandIns(folder.path, { exercises, due: new Date('2026-11-29T10:00:00Z') }).handIns;
  expect(lin).toMatchObject({ handedInAt: '2026-11-29T10:00:00.123Z', late: true, notes: [{ en: 'Handed in together with Wang Wei.' }] });
});

test('Clones of GitHub Classroom are called after the assignment and the student', async () => {
  await using folder = await temporaryFolder();
  for (const name of ['tea-lin', 'tea-wang-wei', 'other']) {
    await folder.write(`tea-submissions/${name}/.git/HEAD`, '');
    await folder.write(`tea-submissions/${name}/packages/exercises/tea/tea.ts`, '');
    await folder.write(`tea-submissions/${name}/packages/solutions/tea/tea.ts`, '');
  }
  expect((await taken(folder.path)).rows).toEqual([
    { id: 'lin', name: 'lin', key: 'lin', origin: 'github', files: ['tea/tea.ts'] },
    { id: 'other', name: 'other', key: 'other', origin: 'folder', files: ['tea/tea.ts'] },
    { id: 'wang-wei', name: 'wang-wei', key: 'wang-wei', origin: 'github', files: ['tea/tea.ts'] },
  ]);
});

test('A clone was handed in when its last commit was made, and what its configuration says is not done', async () => {
  await using folder = await temporaryFolder({ 'tea-lin/tea.ts': '', 'tea-wei/tea.ts': '', 'tea-mo/.git/HEAD': 'ref: refs/heads/../../../x', 'tea-mo/tea.ts': '', 'tea-noor/.git': 'gitdir: ../tea-lin/.git', 'tea-noor/tea.ts': '' });
  commitAll(join(folder.path, 'tea-lin'), new Date('2026-03-01T10:00:00Z'));
  commitAll(join(folder.path, 'tea-wei'), new Date('2026-03-01T13:00:00Z'));
  execFileSync('git', ['-C', join(folder.path, 'tea-wei'), 'gc', '--quiet']);
  const ran = join(folder.path, 'ran');
  const program = `touch ${ran}`;
  const settings = { 'core.fsmonitor': program, 'core.pager': program, 'gpg.program': program, 'log.showSignature': 'true', 'core.alternateRefsCommand': program, 'core.sshCommand': program, 'extensions.partialClone': 'origin', 'remote.origin.url': `ext::${program}` };
  for (const [name, value] of Object.entries(settings)) execFileSync('git', ['-C', join(folder.path, 'tea-lin'), 'config', '--file', '.git/config', name, value]);
  const { handIns } = findHandIns(folder.path, { exercises, due: new Date('2026-03-01T12:00:00Z') });
  expect(handIns.map(({ id, handedInAt, late }) => [id, handedInAt, late])).toEqual([
    ['lin', '2026-03-01T10:00:00.000Z', false],
    ['mo', undefined, undefined],
    ['noor', undefined, undefined],
    ['wei', '2026-03-01T13:00:00.000Z', true],
  ]);
  expect(existsSync(ran)).toBe(false);
});

test('One clone alone tells its assignment by the folder that it lies in', async () => {
  await using folder = await temporaryFolder({ 'tea-submissions/tea-lin/.git/HEAD': '', 'tea-submissions/tea-lin/tea.ts': '' });
  expect((await taken(folder.path)).rows).toMatchObject([{ id: 'lin', origin: 'github', files: ['tea.ts'] }]);
});

test('An instructor has folders, archives and files', async () => {
  await using folder = await temporaryFolder({
    'lin/tea/tea.ts': '',
    'ming/tea.ts': '',
    'ming/gather.ts': '',
    'packed/gather.ts': '',
    'anna-tea.ts': '',
    'gather_anna.ts': '',
    'tea.ts': '',
    'essay.pdf': '',
  });
  execFileSync('tar', ['czf', 'wei.tar.gz', 'packed'], { cwd: folder.path });
  execFileSync('tar', ['cf', 'kai.zip', 'packed'], { cwd: folder.path });
  execFileSync('rm', ['-r', 'packed'], { cwd: folder.path });
  symlinkSync('/etc', join(folder.path, 'eve'));
  expect(await taken(folder.path)).toEqual({
    rows: [
      { id: 'anna', name: 'anna', key: 'anna', origin: 'file', files: ['gather.ts', 'tea.ts'] },
      { id: 'kai', name: 'kai', key: 'kai', origin: 'archive', files: ['gather.ts'] },
      { id: 'lin', name: 'lin', key: 'lin', origin: 'folder', files: ['tea/tea.ts'] },
      { id: 'ming', name: 'ming', key: 'ming', origin: 'folder', files: ['gather.ts', 'tea.ts'] },
      { id: 'wei', name: 'wei', key: 'wei', origin: 'archive', files: ['gather.ts'] },
    ],
    passedOver: ['eve', 'essay.pdf', 'tea.ts'],
  });
});

test('Of a class with one exercise, a file that is called after its student answers it', async () => {
  await using folder = await temporaryFolder({ 'lin.ts': '', 'wei.js': '', 'ming/answer.ts': '' });
  expect((await taken(folder.path, [tea])).rows).toMatchObject([
    { id: 'lin', files: ['tea.ts'] },
    { id: 'ming', files: ['tea/answer.ts'] },
    { id: 'wei', files: ['tea.js'] },
  ]);
});
