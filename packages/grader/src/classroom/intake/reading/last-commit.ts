import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOrdinaryFile } from '../../../files/read-file.ts';
import { staysInside } from '../../../files/stays-inside.ts';

/**
 * When the last commit of a clone was made, by the clock of whoever made it, in milliseconds; undefined where it is no clone, or
 * nothing tells.
 *
 * The clone came from a student, and so may its configuration, which can name programs: Git is asked about the one commit in an
 * empty repository of our own, which borrows the clone's objects and nothing else.
 */
export function lastCommit(clone: string): number | undefined {
  try {
    const git = join(clone, '.git');
    const commit = headOf(git);
    return commit === undefined ? undefined : committed(readCommit(commit, join(git, 'objects')));
  } catch {
    // No Git here, or a clone that it cannot read: then nobody knows.
    return undefined;
  }
}

/** The hash that HEAD leads to. @throws where it leads nowhere */
function headOf(git: string): string | undefined {
  const head = textOf(join(git, 'HEAD'));
  const branch = /^ref: (refs\/heads\/[^\p{C}\s]+)$/u.exec(head)?.[1];
  if (branch === undefined) return hashIn(head);
  if (!staysInside(branch)) return undefined;
  try {
    return hashIn(textOf(join(git, branch)));
  } catch {
    const packed = textOf(join(git, 'packed-refs')).split('\n').find((line) => line.endsWith(` ${branch}`));
    return hashIn(packed?.slice(0, -branch.length - 1) ?? '');
  }
}

function hashIn(text: string): string | undefined {
  return /^[\da-f]{40}$/.exec(text)?.[0];
}

function textOf(path: string): string {
  return Buffer.from(readOrdinaryFile(path, mostBytes)).toString('utf8').trimEnd();
}

const mostBytes = 5_000_000;

function readCommit(hash: string, objects: string): string {
  const own = mkdtempSync(join(tmpdir(), 'teatime-commit-'));
  try {
    mkdirSync(join(own, 'refs'));
    writeFileSync(join(own, 'HEAD'), 'ref: refs/heads/none\n');
    const { stdout, status } = spawnSync('git', ['cat-file', 'commit', hash], {
      cwd: own,
      env: { PATH: process.env['PATH'], GIT_DIR: own, GIT_OBJECT_DIRECTORY: objects, GIT_CONFIG_GLOBAL: join(own, 'none'), GIT_CONFIG_NOSYSTEM: '1', GIT_NO_LAZY_FETCH: '1', GIT_NO_REPLACE_OBJECTS: '1' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
      killSignal: 'SIGKILL',
    });
    return status === 0 ? stdout : '';
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

function committed(commit: string): number | undefined {
  const [header = ''] = commit.split('\n\n', 1);
  const seconds = /^committer .* (\d{1,11}) [+-]\d{4}$/m.exec(header)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}
