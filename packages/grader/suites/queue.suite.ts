import { sleep } from '@teatime/core';
import { Queue } from '@teatime/exercises/queue';
import { assert, type Call, check, fail, type Lab, sameValue } from '@teatime/grader/kit';
import { refused, requireNothing, requireWaiting, takeAll, texts, winnerOf } from './queue/require.ts';
import { says } from './queue/says.ts';
import { ended, errorOf, given, nameOf, TestedQueue } from './queue/tested-queue.ts';

check('in-order', async (lab) => {
  // No limit, said in both ways; what goes into the one does not come out of the other.
  const [queue, other] = [new TestedQueue(lab, () => new Queue<unknown>()), tested(lab, 0)];
  const items = [...lab.values(), ...texts(lab, 40)];
  const others = texts(lab, items.length);
  for (const [i, item] of items.entries()) {
    const begin = lab.elapsed();
    for (const put of [queue.put(item), other.put(others[i])]) {
      const { at } = await ended(put, says.waitsWithoutLimit(i + 1));
      assert(at === begin, says.waitsWithoutLimit(i + 1));
    }
  }
  assert(queue.size() === items.length, says.otherSize(items.length, queue.size()));
  for (const [i, item] of items.entries()) {
    const { value } = await ended(queue.get(), says.notGiven(item));
    assert(i > 0 || !sameValue(value, items.at(-1)), says.lastFirst);
    assert(!others.some((one) => one === value), says.ofAnotherQueue);
    assert(sameValue(value, item), says.otherItem(i + 1, item, value));
    const { value: alongside } = await ended(other.get(), says.notGiven(others[i]));
    assert(alongside === others[i], says.otherItem(i + 1, others[i], alongside));
  }
});

check('get-waits', async (lab) => {
  const queue = tested(lab, lab.random.int(3, 5));
  const rounds = [['put', lab.text()], ['putNowait', lab.text()], ['put', 0], ['putNowait', undefined]] as const;
  for (const [way, item] of rounds) {
    const begin = lab.elapsed();
    const [looked = 0, due = 0] = lab.durations(2, { to: 9_000 });
    const getting = queue.get({ name: `get for ${way}` });
    await sleep(looked);
    await requireNothing(getting);
    assert(lab.timers() === 0, says.looksNowAndThen('get'));
    await sleep(due - looked);
    if (way === 'put') void queue.put(item);
    else given(queue.putNowait(item));
    const { value, at } = await ended(getting, says.notTold(way));
    assert(value === item, says.otherThanPut(item, value));
    assert(at === begin + due, says.toldLate(due, at - begin), { expected: [{ task: `get for ${way}`, from: begin, to: begin + due }] });
  }
});

check('backpressure', async (lab) => {
  const limit = lab.random.int(2, 4);
  const queue = tested(lab, limit);
  const times = lab.durations(3, { to: 9_000 });
  const items = texts(lab, limit + times.length);
  const due = items.map((_, i) => times[i - limit] ?? 0);
  const expected = due.map((to, i) => ({ task: `put ${i + 1}`, from: 0, to }));
  const puts = items.map((item, i) => queue.put(item, { name: `put ${i + 1}` }));
  await sleep(beforeAnything);
  for (const [i, put] of puts.entries()) {
    if (i < limit) await ended(put, says.waitsWithRoom(limit));
    else await requireWaiting(put, limit, i + 1, expected);
  }
  assert(queue.size() === limit, says.otherSize(limit, queue.size()));
  assert(lab.timers() === 0, says.looksNowAndThen('put'));
  for (const [i, time] of times.entries()) {
    await sleep(time - lab.elapsed());
    const { value } = await ended(queue.get(), says.notGiven(items[i]));
    assert(value === items[i], says.otherItem(i + 1, items[i], value));
    await sleep(beforeAnything);
    const number = limit + i + 1;
    const put = puts[number - 1]?.settled;
    const other = puts.findIndex(({ settled }, at) => at >= number && settled);
    if (other !== -1) fail(put ? says.tooManyWoken(other + 1) : says.otherPutterServed(`put ${number}`, `put ${other + 1}`), { expected });
    assert(put, says.notWoken(number, time), { expected });
    if (put.status === 'rejected') throw put.reason;
    assert(put.at === time, says.wokenLate(number, time, put.at), { expected });
  }
  for (const item of items.slice(times.length)) {
    const { value } = await ended(queue.get(), says.lost(item));
    assert(value === item, says.otherThanNext(item, value));
  }
});

check('getters-in-line', async (lab) => {
  const queue = tested(lab, 8);
  const names = ['get a', 'get b', 'get c', 'get d'];
  const begins: number[] = [];
  const gets: Call<unknown>[] = [];
  for (const name of names) {
    begins.push(lab.elapsed());
    gets.push(queue.get({ name }));
    await sleep(lab.random.int(beforeAnything, 15));
  }
  const [first = 0, second = 0, third = 0] = lab.durations(3, { from: 100, to: 9_000 });
  // The last two are served in one breath.
  const due = [first, second, third, third];
  const expected = names.map((task, i) => ({ task, from: begins[i] ?? 0, to: due[i] ?? 0 }));
  const items = texts(lab, names.length);
  const put = (i: number): void => void given(queue.putNowait(items[i]));
  for (const time of [first, second, third]) {
    await sleep(time - lab.elapsed());
    const served = [0, 1, 2, 3].filter((i) => due[i] === time);
    lab.atOnce(() => served.forEach(put));
    await sleep(1);
    for (const i of served) {
      const [name = '', item] = [names[i], items[i]];
      const winner = names[winnerOf(gets, item)];
      assert(winner === undefined || winner === name, says.otherGetterServed(name, winner ?? ''), { expected });
      if (gets[i]?.settled?.status === 'rejected') throw gets[i].settled.reason;
      assert(winner !== undefined, served.length > 1 ? says.oneOfTwoServed(name) : says.nobodyServed(name), { expected });
    }
  }
});

check('putters-in-line', async (lab) => {
  const limit = lab.random.int(2, 3);
  const queue = tested(lab, limit);
  const names = ['put a', 'put b', 'put c', 'put d'];
  const items = texts(lab, limit + names.length);
  for (const item of items.slice(0, limit)) await ended(queue.put(item), says.waitsWithRoom(limit));
  const begins: number[] = [];
  const puts: Call<unknown>[] = [];
  for (const [i, name] of names.entries()) {
    begins.push(lab.elapsed());
    puts.push(queue.put(items[limit + i], { name }));
    await sleep(lab.random.int(beforeAnything, 15));
  }
  const [first = 0, second = 0, third = 0] = lab.durations(3, { from: 100, to: 9_000 });
  const due = [first, second, third, third];
  const expected = names.map((task, i) => ({ task, from: begins[i] ?? 0, to: due[i] ?? 0 }));
  for (const [i, put] of puts.entries()) await requireWaiting(put, limit, limit + i + 1);
  const taken: unknown[] = [];
  for (const time of [first, second, third]) {
    await sleep(time - lab.elapsed());
    const served = [0, 1, 2, 3].filter((i) => due[i] === time);
    taken.push(...lab.atOnce(() => served.map(() => given(queue.getNowait()))));
    await sleep(1);
    const others = puts.flatMap(({ settled }, i) => (settled && (due[i] ?? 0) > time ? names.slice(i, i + 1) : []));
    for (const i of served) {
      const [name = '', settled] = [names[i], puts[i]?.settled];
      if (settled?.status === 'rejected') throw settled.reason;
      assert(settled !== undefined || others[0] === undefined, says.otherPutterServed(name, others[0] ?? ''), { expected });
      assert(settled, served.length > 1 ? says.oneOfTwoWoken(name) : says.notWokenAt(name, time), { expected });
    }
  }
  taken.push(...takeAll(queue));
  assert(sameValue(taken, items), says.otherOrder(items, taken));
});

check('nowait', (lab) => {
  const limit = lab.random.int(2, 4);
  const queue = tested(lab, limit);
  const nothing = queue.getNowait();
  if ('gave' in nothing) fail(says.gaveNothing(nothing.gave));
  assert(errorOf(nothing) === 'QueueEmpty', says.otherError('getNowait', 'QueueEmpty', nothing.threw));
  const items = lab.random.shuffle([0, undefined, false, '']).slice(0, limit);
  for (const item of items) given(queue.putNowait(item));
  const tooMuch = queue.putNowait(lab.text());
  assert('threw' in tooMuch, says.overTheLimit(limit));
  assert(errorOf(tooMuch) === 'QueueFull', says.otherError('putNowait', 'QueueFull', tooMuch.threw));
  assert(queue.size() === limit, says.sizeAfterFull(limit, queue.size()));
  for (const [i, item] of items.entries()) {
    const gave = given(queue.getNowait());
    assert(Object.is(gave, item), says.otherItem(i + 1, item, gave));
    assert(queue.size() === limit - i - 1, says.otherSize(limit - i - 1, queue.size()));
  }
  const again = queue.getNowait();
  if ('gave' in again) fail(says.gaveNothing(again.gave));
  assert(errorOf(again) === 'QueueEmpty', says.otherError('getNowait', 'QueueEmpty', again.threw));
  // There is room again, whether or not somebody has called taskDone.
  for (const item of texts(lab, limit)) given(queue.putNowait(item));
  return Promise.resolve();
});

check('given-up', async (lab) => {
  // Somebody waits for an item and gives up, with another one behind.
  const queue = tested(lab, 1);
  const [reason, stop] = [lab.error('no more patience'), new AbortController()];
  const [gaveUp = 0, served = 0] = lab.durations(2, { to: 9_000 });
  const impatient = queue.get({ name: 'get a', signal: stop.signal });
  const patient = queue.get({ name: 'get b' });
  const expected = [
    { task: 'get a', from: 0, to: gaveUp, status: 'rejected' },
    { task: 'get b', from: 0, to: served },
  ] as const;
  await sleep(gaveUp);
  assert(lab.timers() === 0, says.looksNowAndThen('get'));
  stop.abort(reason);
  await sleep(1);
  const end = impatient.settled;
  assert(end, says.hearsNoAbort('get'), { expected });
  if (end.status === 'fulfilled') fail(says.gaveNothing(end.value));
  assert(end.reason === reason, says.otherReason('get', reason, end.reason));
  assert(end.at === gaveUp, says.abortLate('get', gaveUp, end.at), { expected });
  await sleep(served - gaveUp - 1);
  const item = lab.text();
  given(queue.putNowait(item));
  await sleep(1);
  assert(patient.settled, says.gaveUpStaysInLine('get'), { expected });
  const { value, at } = await ended(patient, says.gaveUpStaysInLine('get'));
  assert(value === item, says.otherThanPut(item, value));
  assert(at === served, says.toldLate(served, at), { expected });

  // Somebody waits for room and gives up: the item never enters, and the next one is served.
  const full = tested(lab, 1);
  const [first = '', dropped, next] = texts(lab, 3);
  await ended(full.put(first), says.waitsWithRoom(1));
  // A reason can be anything.
  const [why, stopPut] = [null, new AbortController()];
  const begin = lab.elapsed();
  const putting = full.put(dropped, { signal: stopPut.signal });
  const waiting = full.put(next);
  await sleep(gaveUp);
  for (const put of [putting, waiting]) await requireWaiting(put, 1, 2);
  stopPut.abort(why);
  await sleep(1);
  const told = await putting.rejected({ hangs: says.hearsNoAbort('put'), gave: () => says.putAlthoughGivenUp });
  assert(told.reason === why, says.otherReason('put', why, told.reason));
  assert(told.at - begin === gaveUp, says.abortLate('put', gaveUp, told.at - begin));
  const { value: taken } = await ended(full.get(), says.notGiven(first));
  assert(taken === first, says.otherThanPut(first, taken));
  await sleep(1);
  if (waiting.settled?.status === 'rejected') throw waiting.settled.reason;
  const entered = full.getNowait();
  assert(!('gave' in entered && entered.gave === dropped), says.gaveUpAndEntered);
  await ended(waiting, says.gaveUpStaysInLine('put'));
  assert('gave' in entered && entered.gave === next, says.lost(next));

  // Who comes with a signal that has aborted does not even begin.
  for (const before of [reason, null]) {
    const aborted = AbortSignal.abort(before);
    const idle = tested(lab, 2);
    const refusedPut = await idle.put(dropped, { signal: aborted }).rejected({ hangs: says.hearsNoAbort('put'), gave: () => says.beginsAlthoughAborted('put') });
    assert(refusedPut.reason === before, says.otherReason('put', before, refusedPut.reason));
    assert(idle.size() === 0, says.gaveUpAndEntered);
    given(idle.putNowait(first));
    const refusedGet = await idle.get({ signal: aborted }).rejected({ hangs: says.hearsNoAbort('get'), gave: () => says.beginsAlthoughAborted('get') });
    assert(refusedGet.reason === before, says.otherReason('get', before, refusedGet.reason));
    assert(idle.size() === 1, says.abortedTakes(first));
  }
});

check('join', async (lab) => {
  const queue = tested(lab, 3);
  const nothing = await queue.join().within(0);
  assert(nothing, says.joinsNothing);
  if (nothing.status === 'rejected') throw nothing.reason;

  const [taken = 0, one = 0, two = 0, last = 0] = lab.durations(4, { to: 9_000 });
  for (const item of texts(lab, 3)) await ended(queue.put(item), says.waitsWithRoom(3));
  const joins = [queue.join('join a')];
  await sleep(taken);
  for (let i = 0; i < 3; i++) given(queue.getNowait());
  await sleep(1);
  const expected = [{ task: 'join a', from: 0, to: last }, { task: 'join b', from: taken + 1, to: last }];
  assert(joins[0]?.settled === undefined, says.joinedWhenTaken, { expected });
  joins.push(queue.join('join b'));
  for (const [i, time] of [one, two, last].entries()) {
    await sleep(time - lab.elapsed());
    assert(joins.every((join) => join.settled === undefined), says.joinedEarly(i, 3), { expected });
    assert(lab.timers() === 0, says.looksNowAndThen('join'));
    const done = queue.taskDone();
    if ('threw' in done) throw done.threw;
  }
  for (const [i, join] of joins.entries()) {
    const { at } = await ended(join, i === 0 ? says.joinHangs : says.secondJoinHangs);
    assert(at === last, says.joinedLate(last, at), { expected });
  }
  assert('threw' in queue.taskDone(), says.tooOftenDone);

  // What never came in is not waited for; and the queue can be joined again.
  const [items, stop] = [texts(lab, 3), new AbortController()];
  for (const item of items) await ended(queue.put(item), says.waitsWithRoom(3));
  const putting = queue.put(lab.text(), { signal: stop.signal });
  await sleep(one);
  if (putting.settled) return;
  stop.abort(lab.error());
  const gaveUp = await putting.within(0);
  // What becomes of those who give up is for another check.
  if (gaveUp?.status !== 'rejected') return;
  const again = queue.join();
  for (const _item of items) {
    await sleep(1);
    assert(again.settled === undefined, says.joinsOnce);
    given(queue.getNowait());
    const done = queue.taskDone();
    if ('threw' in done) throw done.threw;
  }
  if (queue.size() === 0) await ended(again, says.joinsWhatNeverCame);
  await joinWhatWasHandedOver(lab);
});

/** What a get waited for, and what a put waited with, counts like any other item. */
async function joinWhatWasHandedOver(lab: Lab): Promise<void> {
  const queue = tested(lab, 1);
  const [first, second, third] = texts(lab, 3);
  const getting = queue.get();
  await sleep(1);
  given(queue.putNowait(first));
  await sleep(1);
  // Whether those who wait are served is for other checks.
  if (!getting.settled) return;
  given(queue.putNowait(second));
  const putting = queue.put(third);
  await sleep(1);
  given(queue.getNowait());
  await sleep(1);
  if (putting.settled?.status !== 'fulfilled' || queue.size() !== 1) return;
  given(queue.getNowait());
  const joining = queue.join();
  for (let done = 0; done < 3; done += 1) {
    await sleep(1);
    const attempt = queue.taskDone();
    assert(joining.settled === undefined && !('threw' in attempt), says.handedOverUncounted(done));
  }
  await ended(joining, says.joinHangs);
}

check('shutdown-drains', async (lab) => {
  const items = texts(lab, lab.random.int(3, 5));
  const queue = tested(lab, items.length);
  const before = lab.text();
  for (const item of [before, ...items.slice(1)]) await ended(queue.put(item), says.waitsWithRoom(items.length));
  // One is taken, and not yet done.
  const early = given(queue.getNowait());
  given(queue.putNowait(items[0]));
  const joining = queue.join();
  queue.shutdown();
  queue.shutdown();
  await sleep(1);
  assert(queue.size() === items.length, says.shutdownDrops(items.length, queue.size()));
  await refused(queue.put(lab.text()), 'put', says.putsAfterShutdown);
  const coming = queue.putNowait(lab.text());
  assert('threw' in coming, says.putsAfterShutdown());
  assert(errorOf(coming) !== 'QueueFull', says.fullBeforeShut('putNowait'));
  assert(errorOf(coming) === 'QueueShutDown', says.otherError('putNowait', 'QueueShutDown', coming.threw));
  assert(joining.settled === undefined, says.shutdownJoins);
  const taken: unknown[] = [];
  for (const [i, item] of items.entries()) {
    const value = i % 2 === 1 ? given(queue.getNowait()) : (await ended(queue.get(), says.notGivenAfterShutdown(item))).value;
    taken.push(value);
  }
  for (const item of [before, ...items]) assert(item === early || taken.includes(item), says.lostAtShutdown(item));
  // There is room again, and still nobody comes in.
  await refused(queue.put(lab.text()), 'put', says.putsAfterShutdown);
  await refused(queue.get(), 'get', says.getsAfterShutdown);
  const nothing = queue.getNowait();
  if ('gave' in nothing) fail(says.getsAfterShutdown(nothing.gave));
  assert(errorOf(nothing) === 'QueueShutDown', says.otherError('getNowait', 'QueueShutDown', nothing.threw));
  // Somebody still has to do the work.
  for (const _item of [before, ...items]) {
    assert(!(await joining.within(0)), says.shutdownJoins);
    const done = queue.taskDone();
    if ('threw' in done) fail(says.shutdownUncounts(done.threw));
    await sleep(1);
  }
  for (const join of [joining, queue.join()]) await ended(join, says.joinHangsAfterShutdown);
});

check('shutdown-wakes', async (lab) => {
  for (const who of ['get', 'put'] as const) {
    const begin = lab.elapsed();
    const queue = tested(lab, 2);
    const items = texts(lab, 5);
    const [inside, outside] = [items.slice(0, 2), items.slice(2)];
    if (who === 'put') for (const item of inside) await ended(queue.put(item), says.waitsWithRoom(2));
    const time = lab.duration({ to: 9_000 });
    const names = ['a', 'b', 'c'].map((letter) => `${who} ${letter}`);
    const waiting = names.map((name, i) => (who === 'put' ? queue.put(outside[i], { name }) : queue.get({ name })));
    const expected = names.map((task) => ({ task, from: begin, to: begin + time, status: 'rejected' as const }));
    await sleep(time);
    for (const waiter of waiting) {
      if (who === 'put') await requireWaiting(waiter, 2, 3);
      else await requireNothing(waiter);
    }
    queue.shutdown();
    await sleep(1);
    for (const [i, { settled }] of waiting.entries()) {
      const name = names[i] ?? '';
      assert(settled, says.leftWaiting(name), { expected });
      if (settled.status === 'fulfilled') fail(who === 'get' ? says.getsAfterShutdown(settled.value) : says.putsAfterShutdown(), { expected });
      assert(nameOf(settled.reason) === 'QueueShutDown', says.otherError(name, 'QueueShutDown', settled.reason));
      assert(settled.at === begin + time, says.wokenAtShutdown(name, time, settled.at - begin), { expected });
    }
    if (who === 'put') {
      const taken = takeAll(queue);
      assert(!outside.some((item) => taken.includes(item)), says.enteredAtShutdown);
      for (const item of inside) assert(taken.includes(item), says.lostAtShutdown(item));
    }
  }
});

/** Before the first of any durations is over. */
const beforeAnything = 5;

function tested(lab: Lab, maxsize: number): TestedQueue {
  return new TestedQueue(lab, () => new Queue<unknown>(maxsize));
}
