import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as real } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { courseCopy } from '../support/course-copy.ts';
import { command } from '../support/in-process.ts';
import { type Descendant, descendantsOf } from '../support/processes.ts';
import { completionsIn, noRedis, orWhyNot, password, startRedis, untilJobs } from '../support/redis.ts';
import type { Completions, RedisServer } from '../support/redis.ts';
import { running, smallClass } from '../support/small-class.ts';
import type { Running } from '../support/small-class.ts';
import { smallCourse } from '../support/small-course.ts';
import { teatime } from '../support/teatime.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { TemporaryFolder } from '../support/temporary-folder.ts';
import { isThorough, timesOf } from '../support/thorough.ts';
import { writtenOfClass } from '../support/written-of-class.ts';

const patience = { timeout: 300_000, interval: 50 };
const size = 5;

describe.skipIf(noRedis)(`A class behind a queue${orWhyNot}`, () => {
  let students: TemporaryFolder;
  let local: ReadonlyMap<string, string>;
  beforeAll(async () => {
    students = await smallClass(size);
    expect(await teatime(gradeArgs('local'))).toMatchObject({ code: 0 });
    local = writtenOfClass(join(students.path, 'local'));
  });
  afterAll(() => students[Symbol.asyncDispose]());

  const gradeArgs = (out: string): readonly string[] => grading(students, out);

  test('is given the same bytes as without one; nobody prints the password, and nothing of it stays in Redis', async () => {
    await using redis = await startRedis();
    const worker = await workerAt(redis);
    const { code, stdout, stderr } = await teatime(gradeArgs('queue'), { env: { TEATIME_QUEUE: redis.address } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(writtenOfClass(join(students.path, 'queue'))).toEqual(local);
    for (const state of ['wait', 'active', 'completed', 'failed'] as const) expect(await redis.count(state)).toBe(0);

    worker.signal('SIGINT');
    const ended = await worker.outcome;
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain(`Ended after ${size} graded`);
    expect(stdout + ended.stdout).not.toContain(password);
  });

  test('loses nothing and has nothing graded twice when a worker, the command and Redis are killed', async () => {
    await using redis = await startRedis();
    const out = join(students.path, 'killed');
    const grade = (): Running => running(gradeArgs('killed'), { env: { TEATIME_QUEUE: redis.address } });
    const first = grade();
    const [lost] = [await workerAt(redis), await workerAt(redis)];
    await untilJobs(redis, 'active', 2);
    await using completions = await completionsIn(redis);
    lost.signal('SIGKILL');

    await vi.waitUntil(async () => (await keptIn(out)) >= 1, patience);
    first.signal('SIGKILL');
    await first.outcome;
    const second = grade();
    await redis.killAndStart();

    expect(await second.outcome).toMatchObject({ code: 0 });
    expect(writtenOfClass(out)).toEqual(local);
    await expectEachOnce(completions, size);
  });

  test.runIf(isThorough)('gets back what a worker has not done when Ctrl-C ends it', async () => {
    await using redis = await startRedis();
    const graded = running(gradeArgs('given-back'), { env: { TEATIME_QUEUE: redis.address } });
    const worker = await workerAt(redis);
    await untilJobs(redis, 'active', 1);
    worker.signal('SIGINT');
    expect(await worker.outcome).toMatchObject({ code: 0, stderr: '' });
    expect(await redis.count('active')).toBe(0);

    await workerAt(redis);
    expect(await graded.outcome).toMatchObject({ code: 0 });
    expect(writtenOfClass(join(students.path, 'given-back'))).toEqual(local);
  });

  test('is not touched by a worker with another course, which says so', async () => {
    await using redis = await startRedis();
    await using other = await courseCopy('tea');
    const graded = running(gradeArgs('other'), { env: { TEATIME_QUEUE: redis.address } });
    await untilJobs(redis, 'wait', size);
    const worker = await workerAt(redis, other.path);
    await vi.waitUntil(() => worker.printed().includes('another course'), patience);
    expect(worker.printed()).toMatch(/None of\s+them\s+is\s+taken/);
    expect(await redis.count('wait')).toBe(size);
    graded.signal('SIGKILL');
  });

  test.runIf(isThorough)('has a row that says so of who ends its grader twice', async () => {
    await using redis = await startRedis();
    await using one = await temporaryFolder({ 'hand-ins/lin/tea.ts': 'for (;;);\n' });
    const worker = await workerAt(redis);
    const graded = running(['grade-class', join(one.path, 'hand-ins'), '--exercises', 'tea'], { env: { TEATIME_QUEUE: redis.address } });
    for (const _ of ['once', 'twice']) await killGraderOf(worker);
    const { code, stdout } = await graded.outcome;
    expect(code).toBe(1);
    expect(stdout).toMatch(/lin: The grader came to an end over this hand-in, twice/);
  });
});

const kills = timesOf(20, 0);
describe.skipIf(noRedis || kills === 0)(`A class behind a queue, killed ${kills} times${orWhyNot}`, () => {
  test('has the same results as one that nobody disturbs, and each of them once', async () => {
    await using students = await smallClass(40);
    expect(await teatime(grading(students, 'local'))).toMatchObject({ code: 0 });

    await using redis = await startRedis();
    const grade = (): Running => running(grading(students, 'killed'), { env: { TEATIME_QUEUE: redis.address } });
    let graded = grade();
    const workers = [await workerAt(redis), await workerAt(redis)];
    await untilJobs(redis, 'active', 1);
    await using completions = await completionsIn(redis);
    const victims = { worker: 0, command: 0, redis: 0 };
    for (let kill = 0; kill < kills; kill += 1) {
      // At a random moment of the work on the next hand-in.
      const done = completions.counts.size;
      await vi.waitUntil(() => completions.counts.size > done || completions.counts.size === 40, patience);
      await real(Math.random() * 1500);
      const victim = (['worker', 'command', 'redis'] as const)[Math.floor(Math.random() * 3)] ?? 'redis';
      victims[victim] += 1;
      if (victim === 'redis') await redis.killAndStart();
      const dies = victim === 'command' ? graded : workers[kill % 2];
      if (victim === 'redis' || dies === undefined) continue;
      dies.signal('SIGKILL');
      await dies.outcome;
      if (victim === 'command') graded = grade();
      else workers[kill % 2] = await workerAt(redis);
    }
    expect(await graded.outcome, JSON.stringify(victims)).toMatchObject({ code: 0 });
    expect(writtenOfClass(join(students.path, 'killed'))).toEqual(writtenOfClass(join(students.path, 'local')));
    await expectEachOnce(completions, 40);
  });
});

describe.skipIf(noRedis)(`The password of a queue${orWhyNot}`, () => {
  test('is not told when it is wrong', async () => {
    await using redis = await startRedis();
    const { code, stdout, stderr } = await teatime(['grade-worker'], { env: { TEATIME_QUEUE: redis.address.replace(password, 's3cret') } });
    expect(code).toBe(3);
    expect(stderr).toContain('WRONGPASS');
    expect(stdout + stderr).not.toContain('s3cret');
  });

  test('goes over an encrypted line, where it may come from the environment alone', async () => {
    await using keys = await temporaryFolder();
    const [key, certificate] = [join(keys.path, 'key.pem'), join(keys.path, 'certificate.pem')];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-keyout', key, '-out', certificate,
      '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'], { stdio: 'ignore' });
    await using redis = await startRedis();
    const port = Number(redis.client.options.port) + 1;
    await redis.client.config('SET', 'tls-cert-file', certificate, 'tls-key-file', key, 'tls-auth-clients', 'no', 'tls-port', String(port));
    const env = { TEATIME_QUEUE: undefined, TEATIME_QUEUE_PASSWORD: password, NODE_EXTRA_CA_CERTS: certificate };
    const worker = running(['grade-worker', '--queue', `rediss://localhost:${port}`], { env });
    await vi.waitUntil(() => worker.printed().includes('Waiting for hand-ins'), patience);
    worker.signal('SIGINT');
    expect(await worker.outcome).toMatchObject({ code: 0, stderr: '' });
  });
});

test.each([
  ['no address at all', 'nonsense-s3cret'],
  ['another protocol', 'http://:s3cret@host'],
  ['what cannot be decoded', 'redis://:s3cret%ZZ@host'],
  ['a port that is none', 'redis://:s3cret@host:99999'],
])('%s is refused without being repeated', async (_, address) => {
  for (const line of [`grade-class hand-ins --queue ${address}`, `grade-worker --queue ${address}`]) {
    const { code, stdout, stderr } = await command(line);
    expect(code).toBe(2);
    expect(stderr).toContain('no address of a queue');
    expect(stdout + stderr).not.toContain('s3cret');
  }
});

test('A queue that is not there is named without its password', async () => {
  const { code, stdout, stderr } = await command('grade-worker --queue redis://:s3cret@127.0.0.1:1');
  expect(code).toBe(3);
  expect(stderr.replaceAll('\n', ' ')).toContain('redis://127.0.0.1:1 does not answer as it should (ECONNREFUSED)');
  expect(stdout + stderr).not.toContain('s3cret');
});

/** How to grade a small class. @param out where to write, beside the hand-ins */
function grading({ path }: TemporaryFolder, out: string): readonly string[] {
  return ['grade-class', join(path, 'hand-ins'), '--exercises', 'tea', '--roster', join(path, 'roster.csv'), '--out', join(path, out)];
}

/** One that grades a hand-in at a time; waited for, and gone with the test. */
async function workerAt(redis: RedisServer, cwd = smallCourse): Promise<Running> {
  const worker = running(['grade-worker', '--jobs', '1'], { cwd, env: { TEATIME_QUEUE: redis.address } });
  onTestFinished(async () => {
    worker.signal('SIGKILL');
    await worker.outcome;
  });
  await vi.waitUntil(() => worker.printed().includes('Waiting for hand-ins'), patience);
  return worker;
}

/** Kills the process that grades, once a submission loops below it: no process that only gets ready needs as much. */
async function killGraderOf(worker: Running): Promise<void> {
  const loops = ({ command: line, seconds }: Descendant): boolean => seconds > 0.4 && line.includes('--permission') && !line.some((word) => word.startsWith('--allow-fs'));
  const busy = await vi.waitUntil(() => descendantsOf(worker.pid).find(({ pid, command: line }) =>
    line.some((word) => word.endsWith('local/worker.ts')) && descendantsOf(pid).some(loops)), patience);
  process.kill(busy.pid, 'SIGKILL');
  await vi.waitUntil(() => descendantsOf(worker.pid).every(({ pid }) => pid !== busy.pid), patience);
}

async function expectEachOnce({ counts }: Completions, jobs: number): Promise<void> {
  await vi.waitUntil(() => counts.size === jobs, patience);
  expect([...counts.values()].filter((count) => count !== 1)).toEqual([]);
}

async function keptIn(out: string): Promise<number> {
  const names = await readdir(join(out, '.graded'), { recursive: true }).catch(() => []);
  return names.filter((name) => /[/\\][\da-f]{64}$/.test(name)).length;
}
