import { pbkdf2Sync } from 'node:crypto';
import { hashPassword, pause, readText } from '@teatime/exercises/blocking';
import { assert, call, check, durations, elapsed, fail, Heart } from '@teatime/grader/kit';
import type { Call, Lab, Settled } from '@teatime/grader/kit';
import { says } from './blocking/says.ts';

check('pause-beats', async (lab) => {
  for (const ms of durations(lab.random, 2, { from: 120 })) {
    const from = elapsed(lab);
    const { at } = success(await watched(lab, pausing(lab, ms)));
    assert(at - from === ms, says.pauseTook(ms, at - from));
  }
});

check('pauses-together', async (lab) => {
  const times = lab.random.shuffle(durations(lab.random, 4));
  const pauses = times.map((ms) => ({ ms, run: pausing(lab, ms)() }));
  const expected = pauses.map(({ ms, run }) => ({ task: run.name, from: 0, to: ms }));
  for (const { ms, run } of pauses) {
    const { at } = success(await ended(lab, run));
    assert(at === ms, says.pauseInCompany(ms, at, times), { expected });
  }
});

check('read-beats', async (lab) => {
  for (const file of shelf(lab, 2).files) {
    const { value } = success(await watched(lab, reading(lab, file)));
    assert(value === file.text, says.wrongText(file.path, value));
  }
});

check('reads-together', async (lab) => {
  const { files, readMs } = shelf(lab, 4);
  const reads = files.map((file) => ({ ...file, run: reading(lab, file)() }));
  const expected = reads.map(({ run }) => ({ task: run.name, from: 0, to: readMs }));
  for (const { path, text, run } of reads) {
    const { value, at } = success(await ended(lab, run));
    assert(value === text, says.wrongText(path, value));
    assert(at < 2 * readMs, says.notTogether('readText', reads.length, readMs, at), { expected });
  }
});

check('missing-file', async (lab) => {
  shelf(lab, 2);
  const path = `missing-${lab.random.int(1000, 9999)}.txt`;
  const settled = await watched(lab, reading(lab, { path }));
  if (settled.status === 'fulfilled') fail(says.missingFileIgnored(path, settled.value));
  const { reason } = settled;
  // A slip in the code, and not what became of the file.
  if (reason instanceof TypeError || reason instanceof ReferenceError) throw reason;
  assert(reason instanceof Error && Reflect.get(reason, 'code') === 'ENOENT', says.otherError(path, reason));
});

check('hash-beats', async (lab) => {
  workshop(lab);
  for (const login of [someLogin(lab), someLogin(lab, 'B')]) {
    // Before the first call there is none: that one also loads the file.
    const before = lab.workedMs();
    const { value } = success(await watched(lab, hashing(lab, login)));
    assert(value === login.hash, says.wrongHash(value));
    requireFreeThread(lab, login, before);
  }
});

check('hashes-together', async (lab) => {
  const hashMs = workshop(lab);
  const hashes = ['A', 'B', 'C'].map((user) => {
    const login = someLogin(lab, user);
    return { ...login, run: hashing(lab, login)() };
  });
  const expected = hashes.map(({ run }) => ({ task: run.name, from: 0, to: hashMs }));
  for (const { hash, run } of hashes) {
    const { value, at } = success(await ended(lab, run));
    assert(value === hash, says.wrongHash(value));
    assert(at < 2 * hashMs, says.notTogether('hashPassword', hashes.length, hashMs, at), { expected });
  }
});

check('all-three', async (lab) => {
  const { files: [file = { path: '', text: '' }], readMs } = shelf(lab, 1);
  const hashMs = workshop(lab);
  const [ms = 0] = durations(lab.random, 1, { from: readMs + hashMs });
  const login = someLogin(lab);

  const heart = new Heart(lab, beat(lab));
  const runs = { pause: pausing(lab, ms)(), read: reading(lab, file)(), hash: hashing(lab, login)() };
  const [paused, read, hashed] = [await ended(lab, runs.pause), await ended(lab, runs.read), await ended(lab, runs.hash)];
  requireBeats(lab, 'pause, readText, hashPassword', heart);

  const expected = [
    { task: runs.pause.name, from: 0, to: ms },
    { task: runs.read.name, from: 0, to: readMs },
    { task: runs.hash.name, from: 0, to: hashMs },
  ];
  const { at } = success(paused);
  assert(at === ms, says.pauseTook(ms, at), { expected });
  const { value: text, at: readAt } = success(read);
  assert(text === file.text, says.wrongText(file.path, text));
  assert(readAt < 2 * readMs, says.waitsForOthers('readText', readMs, readAt), { expected });
  const { value: hash, at: hashAt } = success(hashed);
  assert(hash === login.hash, says.wrongHash(hash));
  assert(hashAt < 2 * hashMs, says.waitsForOthers('hashPassword', hashMs, hashAt), { expected });
});

/** A call of the student's function, by the name that messages and the timeline give it. */
interface Run {
  readonly name: string;
  readonly call: Call<unknown>;
}

const pausing = (lab: Lab, ms: number) => () => begin(lab, `pause(${ms})`, () => pause(ms));

const reading = (lab: Lab, { path }: { readonly path: string }) => () =>
  begin(lab, `readText('${path}')`, () => readText(path));

const hashing = (lab: Lab, { user, password, salt }: Login) => () =>
  begin(lab, `hashPassword(${user})`, () => hashPassword(password, salt));

function begin(lab: Lab, name: string, work: () => PromiseLike<unknown>): Run {
  const finish = lab.recorder.begin(name);
  const running = call(lab, async () => {
    try {
      return await work();
    } finally {
      finish();
    }
  });
  return { name, call: running };
}

/** How the run ended; waits far longer than it may take. */
async function ended(lab: Lab, { name, call: running }: Run): Promise<Settled<unknown>> {
  return (await running.within(patience)) ?? giveUp(lab, name);
}

/** Far longer than anything here may take, in milliseconds. */
const patience = 5_000;

/** Something did not come to its end: it still waits for a timer, or for nothing at all. */
function giveUp(lab: Lab, name: string): never {
  return fail(lab.clock.pending > 0 ? says.takesFarTooLong(name, patience) : says.neverEnds(name));
}

function success(settled: Settled<unknown>): Extract<Settled<unknown>, { status: 'fulfilled' }> {
  if (settled.status === 'rejected') throw settled.reason;
  return settled;
}

/** Runs something beside a beating heart, and requires that no beat was missed. */
async function watched(lab: Lab, start: () => Run): Promise<Settled<unknown>> {
  const heart = new Heart(lab, beat(lab));
  const run = start();
  const settled = await run.call.within(patience);
  requireBeats(lab, run.name, heart);
  return settled ?? giveUp(lab, run.name);
}

function requireBeats(lab: Lab, name: string, heart: Heart): void {
  const pulse = heart.stop();
  assert(pulse.missed === 0, says.missedBeats(name, pulse, lab.blockedMs()));
  assert(lab.blockedMs() === 0, says.blocked(name, lab.blockedMs()));
}

/**
 * Virtual time does not see what is computed on the thread itself; the processor time of that thread does. By hand the same
 * hash takes more than twenty times as long as the suite took for it.
 */
function requireFreeThread(lab: Lab, { user, workMs }: Login, before: number | undefined): void {
  const after = lab.workedMs();
  if (before === undefined || after === undefined) return;
  const worked = after - before;
  assert(worked <= 6 * workMs + 10, says.worksOnTheThread(`hashPassword(${user})`, Math.round(worked)));
}

/** Milliseconds from beat to beat: a few dozen for the shortest run, and no round number. */
function beat(lab: Lab): number {
  return lab.random.pick([7, 11, 13, 17]);
}

/** A disk with texts that nobody can guess, and how long it takes to read one. */
function shelf(lab: Lab, count: number): { files: readonly { path: string; text: string }[]; readMs: number } {
  const files = Array.from({ length: count }, (_, i) => ({
    path: `${lab.random.pick(['recipe', 'letter', 'menu', '茶谱'])}-${i}${lab.random.int(100, 999)}.txt`,
    text: `${lab.random.pick(['Two spoons of oolong', '乌龙茶两勺', 'Thé à la menthe'])}, ${lab.random.int(60, 100)} °C, No. ${i + 1}\n`,
  }));
  const readMs = cost(lab);
  lab.world({ files: Object.fromEntries(files.map(({ path, text }) => [path, text])), readMs });
  return { files, readMs };
}

/** Sets how long a hash takes, and gives it. */
function workshop(lab: Lab): number {
  const hashMs = cost(lab);
  lab.world({ hashMs });
  return hashMs;
}

function cost(lab: Lab): number {
  const [ms = 0] = durations(lab.random, 1, { from: 120 });
  return ms;
}

interface Login {
  readonly user: string;
  readonly password: string;
  readonly salt: string;
  /** What hashPassword has to give. */
  readonly hash: string;
  /** Processor time that the suite took for it. */
  readonly workMs: number;
}

function someLogin(lab: Lab, user = 'A'): Login {
  const password = `${lab.random.pick(['sesame', '芝麻开门', 'tea4two'])}-${lab.random.int(1000, 9999)}`;
  const salt = `salt-${lab.random.int(1000, 9999)}`;
  const begin = process.threadCpuUsage();
  const hash = pbkdf2Sync(password, salt, 10_000, 32, 'sha256').toString('hex');
  const { user: work } = process.threadCpuUsage(begin);
  return { user, password, salt, hash, workMs: work / 1000 };
}
