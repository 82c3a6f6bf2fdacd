import { sleep } from '@teatime/core';
import { hashPassword, pause, readText } from '@teatime/exercises/blocking';
import { assert, check, fail, Heart, type Lab, type Text } from '@teatime/grader/kit';
import { anHour, beat, begin, ended, requireBeats, type Run, slices, success, unblocked, watched } from './blocking/runs.ts';
import { says } from './blocking/says.ts';
import { bigText, oddTexts } from './blocking/texts.ts';
import { cost, type Credentials, login, type Login, put, requireHash, shelf, someLogin, somePassword, someSalt, workOnTheThread } from './blocking/world.ts';

check('pause-beats', async (lab) => {
  lab.expectTimers(slices);
  const [middle = 0, long = 0] = lab.durations(2, { from: 120 });
  const short = lab.random.pick([4, 8]);
  // One of them a second time: it is waited for again.
  for (const ms of [middle, short, long, middle]) {
    const from = lab.elapsed();
    const { at } = success(await watched(lab, ms, pausing(lab, ms)));
    assert(at - from === ms, says.pauseTook(ms, at - from));
  }
  const from = lab.elapsed();
  const { at } = success(await ended(lab, pausing(lab, 0)()));
  assert(at - from <= 1, says.pauseTook(0, at - from));
  await pauseForHours(lab);
});

check('pauses-together', async (lab) => {
  lab.expectTimers(slices);
  const longest = lab.durations(1, { from: 150_000, to: 180_000 });
  const times = lab.random.shuffle([...lab.durations(4, { ties: 1 }), ...longest]);
  const pauses = lab.atOnce(() => times.map((ms) => ({ ms, run: pausing(lab, ms)() })));
  const expected = pauses.map(({ ms, run }) => ({ task: run.name, from: 0, to: ms }));
  for (const { ms, run } of pauses) {
    const { at } = success(await unblocked(lab, run));
    assert(at === ms, says.pauseInCompany(ms, at, times.length), { expected });
  }
  const ms = lab.duration({ from: 480, to: 720 });
  const crowd: { readonly begin: number; readonly run: Run }[] = [];
  for (let batch = 0; batch < 3; batch++) {
    const begin = lab.elapsed();
    const some = lab.atOnce(() => Array.from({ length: 101 }, () => pausing(lab, ms, { drawn: false })()));
    crowd.push(...some.map((run) => ({ begin, run })));
    await sleep(1);
  }
  for (const { begin, run } of crowd) {
    const { at } = success(await ended(lab, run));
    assert(at - begin === ms, says.pauseInCrowd(ms, at - begin, crowd.length));
  }
});

check('read-beats', async (lab) => {
  for (const readMs of lab.durations(2, { from: 120 })) {
    const [file] = shelf(lab, { count: 1, readMs });
    const from = lab.elapsed();
    const { value, at } = success(await watched(lab, readMs, reading(lab, file)));
    assert(value === file.text, says.wrongText(file.path, value, file.text));
    assert(at - from < 2 * readMs, says.costsOnce('readText', readMs, at - from));
  }
});

check('reads-together', async (lab) => {
  const readMs = cost(lab);
  const files = shelf(lab, { count: 60, readMs });
  const reads = lab.atOnce(() => files.map((file) => ({ ...file, run: reading(lab, file)() })));
  const expected = reads.map(({ run }) => ({ task: run.name, from: 0, to: readMs }));
  for (const { path, text, run } of reads) {
    const { value, at } = success(await ended(lab, run));
    assert(value === text, says.otherText(path, value, text, files.find((file) => file.text === value)?.path));
    assert(at < 2 * readMs, says.notTogether('readText', reads.length, readMs, at), { expected });
  }
});

check('text-intact', async (lab) => {
  const texts = oddTexts(lab.text());
  const names = [...lab.names(texts.length - 2), 'Küche/Tee 100%25.TXT', 'constructor'];
  const files = texts.map((text, i) => ({ path: names[i] ?? '', text }));
  put(lab, files);
  for (const file of files) {
    const { value } = success(await unblocked(lab, reading(lab, file)()));
    assert(value === file.text, says.wrongText(file.path, value, file.text));
  }
  for (const { path } of files.slice(0, 2)) {
    const text = lab.text();
    put(lab, [{ path, text }]);
    const { value } = success(await unblocked(lab, reading(lab, { path })()));
    assert(value === text, says.oldText(path, value, text));
  }
  const big = { path: 'big.txt', text: bigText(lab.random.int(0, 2)) };
  put(lab, [big]);
  const { value } = success(await unblocked(lab, reading(lab, big)()));
  assert(value === big.text, says.bigText(Buffer.byteLength(big.text), value));
});

check('missing-file', async (lab) => {
  const readMs = cost(lab);
  const [file] = shelf(lab, { count: 1, readMs });
  const folder = 'cupboard';
  put(lab, [file, { path: `${folder}/inside.txt`, text: lab.text() }]);
  const path = `missing-${lab.random.int(1000, 9999)}.txt`;
  for (const [where, code] of [[path, 'ENOENT'], [folder, 'EISDIR']] as const) {
    const from = lab.elapsed();
    const settled = await watched(lab, readMs, reading(lab, { path: where }));
    if (settled.status === 'fulfilled') fail(says.missingFileIgnored(where, settled.value, code));
    const { reason, at } = settled;
    // A slip in the code, and not what became of the file.
    if (reason instanceof TypeError || reason instanceof ReferenceError) throw reason;
    assert(reason instanceof Error && Reflect.get(reason, 'code') === code, says.otherError(where, reason, code));
    assert(at - from < 2 * readMs, says.costsOnce('readText', readMs, at - from));
  }
  // What failed once does not spoil what comes after it, or at the same time.
  const [missing, there] = lab.atOnce(() => [reading(lab, { path })(), reading(lab, file)()]);
  const settled = await ended(lab, missing);
  if (settled.status === 'fulfilled') fail(says.missingFileIgnored(path, settled.value, 'ENOENT'));
  const { value } = success(await ended(lab, there));
  assert(value === file.text, says.wrongText(file.path, value, file.text));
  put(lab, [{ path, text: file.text }]);
  const { value: found } = success(await ended(lab, reading(lab, { path })()));
  assert(found === file.text, says.oldText(path, found, file.text));
});

check('hash-beats', async (lab) => {
  const first = someLogin(lab);
  const hashed = async (one: Login, logins: readonly Login[]): Promise<void> => {
    const hashMs = cost(lab);
    lab.world({ hashMs });
    const from = lab.elapsed();
    const { value, at } = success(await watched(lab, hashMs, hashing(lab, one)));
    requireHash(one, value, logins);
    assert(at - from < 2 * hashMs, says.costsOnce('hashPassword', hashMs, at - from));
  };
  // The first call also loads the file: what the thread does for it is not told from that.
  await hashed(first, [first]);
  const salted = login(first.password, someSalt(lab));
  let worked: Text | undefined;
  // A machine that is very busy makes work dearer now and then, and seldom twice.
  for (let round = 0; round < 2; round++) {
    const before = lab.workedMs();
    const others = [salted, login(somePassword(lab), someSalt(lab))];
    for (const one of others) await hashed(one, [first, ...others]);
    worked = workOnTheThread(lab, others, before);
    if (worked === undefined) return;
  }
  if (worked) fail(worked);
});

check('every-hash', async (lab) => {
  lab.world({ hashMs: cost(lab) });
  const [password, salt] = [somePassword(lab), someSalt(lab)];
  const first = login(`${password}:`, salt);
  const logins = [
    // Words that are the same when put together, with a colon between them or without, and one of them empty.
    first, login(password, `:${salt}`), login('', `${password}:${salt}`), login(`${password}:${salt}`, ''),
    // One password with two salts, one salt with two passwords. Nothing is tidied: no spaces, no accents, no length.
    login(first.password, ` Nº ${salt} `), login(` É e\u0301té 芝麻开门 ${'x'.repeat(80)} `, salt),
  ];
  for (const one of [...logins, first]) {
    const { value } = success(await unblocked(lab, hashing(lab, one)()));
    requireHash(one, value, logins);
  }
});

check('hashes-together', async (lab) => {
  const hashMs = cost(lab);
  lab.world({ hashMs });
  const first = someLogin(lab);
  const different = [first, login(first.password, someSalt(lab)), login(somePassword(lab), first.salt)];
  // Each of them twice: what calls share is shared by equal ones, too.
  const logins = [...different, ...different];
  const hashes = lab.atOnce(() => logins.map((one) => ({ ...one, run: hashing(lab, one)() })));
  const expected = hashes.map(({ run }) => ({ task: run.name, from: 0, to: hashMs }));
  for (const { run, ...one } of hashes) {
    const { value, at } = success(await ended(lab, run));
    requireHash(one, value, logins);
    assert(at < 2 * hashMs, says.notTogether('hashPassword', hashes.length, hashMs, at), { expected });
  }
});

check('all-three', async (lab) => {
  lab.expectTimers(slices);
  const [short = 0, middle = 0, long = 0] = lab.durations(3, { from: 120 });
  // The hash takes longer than the file and is asked for after it, and then the other way round: who waits for the other is late.
  await beside(lab, { readMs: long, hashMs: short, ms: middle });
  await beside(lab, { readMs: short, hashMs: long, ms: middle });
});

check('nothing-left', async (lab) => {
  lab.expectTimers(slices);
  lab.world({ hashMs: cost(lab) });
  const [file] = shelf(lab, { count: 1, readMs: cost(lab) });
  const ms = lab.duration({ to: 3_000 });
  for (const start of [pausing(lab, ms), reading(lab, file), reading(lab, { path: 'missing.txt' }), hashing(lab, { password: somePassword(lab), salt: someSalt(lab) })]) {
    const run = start();
    await unblocked(lab, run);
    assert(lab.timers() === 0, says.timersLeft(run.name, lab.timers()));
  }
});

const pausing = (lab: Lab, ms: number, { drawn = true } = {}) => (): Run => begin(lab, `pause(${ms})`, () => pause(ms), drawn);

const reading = (lab: Lab, { path }: { readonly path: string }) => (): Run =>
  begin(lab, `readText('${path}')`, () => readText(path));

const hashing = (lab: Lab, { password, salt }: Credentials) => (): Run =>
  begin(lab, `hashPassword('${password}', '${salt}')`, () => hashPassword(password, salt));

interface Costs {
  readonly readMs: number;
  readonly hashMs: number;
  readonly ms: number;
}

/** All three functions at once; the one that takes longest is called first. */
async function beside(lab: Lab, { readMs, hashMs, ms }: Costs): Promise<void> {
  const [file] = shelf(lab, { count: 1, readMs });
  lab.world({ hashMs });
  const one = someLogin(lab);
  const from = lab.elapsed();

  const heart = new Heart(lab, beat(lab, Math.max(readMs, hashMs)));
  const read = reading(lab, file);
  const hash = hashing(lab, one);
  const runs = lab.atOnce(() => {
    const pause = pausing(lab, ms)();
    if (readMs > hashMs) return { pause, read: read(), hash: hash() };
    return { pause, hash: hash(), read: read() };
  });
  const [paused, wasRead, hashed] = [await ended(lab, runs.pause), await ended(lab, runs.read), await ended(lab, runs.hash)];
  requireBeats(lab, 'pause, readText, hashPassword', heart);

  const expected = [
    { task: runs.pause.name, from, to: from + ms },
    { task: runs.read.name, from, to: from + readMs },
    { task: runs.hash.name, from, to: from + hashMs },
  ];
  const { at } = success(paused);
  assert(at - from === ms, says.pauseTook(ms, at - from), { expected });
  const { value: text, at: readAt } = success(wasRead);
  assert(text === file.text, says.wrongText(file.path, text, file.text));
  assert(readAt - from < 2 * readMs, says.waitsForOthers('readText', readMs, readAt - from), { expected });
  const { value: digits, at: hashAt } = success(hashed);
  assert(digits === one.hash, says.wrongHash(one, digits));
  assert(hashAt - from < 2 * hashMs, says.waitsForOthers('hashPassword', hashMs, hashAt - from), { expected });
}

/** For who waits in one go, or in a few steps; others are spared the million of them. */
async function pauseForHours(lab: Lab): Promise<void> {
  const short = lab.duration({ from: 110_000 });
  const probe = pausing(lab, short)();
  const step = (lab.clock.nextAt ?? 0) - lab.clock.now();
  await ended(lab, probe);
  if (step < short / 10) return;
  const ms = lab.duration({ from: anHour, to: 20 * anHour });
  const from = lab.elapsed();
  const { at } = success(await ended(lab, pausing(lab, ms)()));
  assert(at - from === ms, says.pauseTook(ms, at - from));
}
