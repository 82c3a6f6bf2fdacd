import { sleep } from '@teatime/core';
import { Queue } from '@teatime/exercises/queue';
import { assert, type Call, check, fail, type Lab } from '@teatime/grader/kit';
import { requireNothing, requireWaiting, takeAll, texts, winnerOf } from './queue/require.ts';
import { says } from './queue/says.ts';
import { saysOfHidden } from './queue/says-hidden.ts';
import { type Attempt, ended, errorOf, given, TestedQueue } from './queue/tested-queue.ts';

check('never-too-full', async (lab) => {
  for (const limit of [1, lab.random.int(2, 3)]) {
    for (const way of ['putNowait', 'put'] as const) {
      const queue = tested(lab, limit);
      const [waits, waitsToo, between, ...inside] = texts(lab, 3 + limit);
      for (const item of inside) await ended(queue.put(item), says.waitsWithRoom(limit));
      const puts = [queue.put(waits), queue.put(waitsToo)];
      await sleep(1);
      assert(lab.timers() === 0, says.looksNowAndThen('put'));
      await sleep(lab.duration({ to: 9_000 }));
      for (const put of puts) await requireWaiting(put, limit, limit + 1);
      assert(queue.size() === limit, says.otherSize(limit, queue.size()));
      // One leaves, and before the one who waits has noticed, somebody else comes.
      const [first, coming] = lab.atOnce(() => [given(queue.getNowait()), way === 'putNowait' ? queue.putNowait(between) : queue.put(between)] as const);
      const refused = isAttempt(coming) && 'threw' in coming;
      assert(queue.size() <= limit, refused ? says.sizeAfterFull(limit, queue.size()) : saysOfHidden.tooFull(way, limit, queue.size()));
      assert(queue.size() === limit, saysOfHidden.roomLeft(limit, queue.size()));
      await sleep(1);
      assert(queue.size() <= limit, saysOfHidden.tooFull(way, limit, queue.size()));
      if (isAttempt(coming)) assert('gave' in coming || errorOf(coming) === 'QueueFull', says.otherError('putNowait', 'QueueFull', 'threw' in coming ? coming.threw : undefined));
      const taken = [first, ...takeAll(queue)];
      for (const put of [...puts, ...(isAttempt(coming) ? [] : [coming])]) await ended(put, saysOfHidden.putterForgotten);
      requireEach([...inside, waits, waitsToo, ...(refused ? [] : [between])], taken);
    }
  }
});

check('nothing-lost', async (lab) => {
  await stolen(lab);
  await robbedGivesUp(lab);
  await stoppedInTheBreathOfThePut(lab);
  await stoppedTooLate(lab);
  await shutDownInTheBreathOfThePut(lab);
});

/** An item comes, and before the one who waits has noticed, somebody else takes it. Either may have it. */
async function stolen(lab: Lab): Promise<void> {
  const queue = tested(lab, 2);
  const [one, two] = texts(lab, 2);
  const getting = queue.get();
  await sleep(1);
  assert(lab.timers() === 0, says.looksNowAndThen('get'));
  await sleep(lab.duration({ to: 9_000 }));
  await requireNothing(getting);
  const taking = lab.atOnce(() => {
    given(queue.putNowait(one));
    return queue.getNowait();
  });
  await sleep(1);
  if ('threw' in taking) {
    assert(errorOf(taking) === 'QueueEmpty', says.otherError('getNowait', 'QueueEmpty', taking.threw));
    assert(winnerOf([getting], one) === 0, saysOfHidden.lostInOneBreath(one));
    return;
  }
  const isGiven = winnerOf([getting], one) === 0;
  if (taking.gave === one) assert(!isGiven, saysOfHidden.cameOften(one, 2));
  else fail(isGiven ? says.gaveNothing(taking.gave) : says.otherThanPut(one, taking.gave));
  if (getting.settled?.status === 'rejected') throw getting.settled.reason;
  assert(!getting.settled, saysOfHidden.robbedGotNothing(getting.settled?.value));
  given(queue.putNowait(two));
  const { value } = await ended(getting, saysOfHidden.robbedForgotten);
  assert(value === two, says.otherThanPut(two, value));
}

/** Who was robbed of an item waits again, and can still give up. */
async function robbedGivesUp(lab: Lab): Promise<void> {
  const queue = tested(lab, 2);
  const [stop, reason] = [new AbortController(), lab.error()];
  const getting = queue.get({ signal: stop.signal });
  await sleep(1);
  const taking = lab.atOnce(() => {
    given(queue.putNowait(lab.text()));
    return queue.getNowait();
  });
  await sleep(1);
  if ('threw' in taking || getting.settled) return;
  stop.abort(reason);
  const settled = await getting.within(0);
  assert(settled?.status === 'rejected' && settled.reason === reason, saysOfHidden.robbedHearsNoAbort);
}

/** An item comes, and whoever is first in line gives up in the same breath: the item is given to somebody who waits. */
async function stoppedInTheBreathOfThePut(lab: Lab): Promise<void> {
  const queue = tested(lab, 2);
  const [one, two] = texts(lab, 2);
  const [stop, reason] = [new AbortController(), lab.error()];
  const impatient = queue.get({ signal: stop.signal });
  const behind = queue.get();
  await sleep(lab.duration({ to: 9_000 }));
  lab.atOnce(() => {
    given(queue.putNowait(one));
    stop.abort(reason);
  });
  await sleep(1);
  const winner = winnerOf([impatient, behind], one);
  assert(winner !== -1, saysOfHidden.lostByStop(one, queue.size()));
  if (winner === 1) return;
  given(queue.putNowait(two));
  const { value } = await ended(behind, saysOfHidden.lateStop('get'));
  assert(value === two, says.otherThanPut(two, value));
}

/** Who was served has left the line: when the signal aborts after that, nothing happens to those who stand there. */
async function stoppedTooLate(lab: Lab): Promise<void> {
  const queue = tested(lab, 1);
  const [first, second, third, fourth] = texts(lab, 4);
  const stop = new AbortController();
  const served = queue.get({ signal: stop.signal });
  const waiting = queue.get();
  given(queue.putNowait(first));
  const { value } = await ended(served, says.notTold('putNowait'));
  assert(value === first, says.otherThanPut(first, value));
  await sleep(lab.duration({ to: 9_000 }));
  stop.abort(lab.error());
  await sleep(1);
  given(queue.putNowait(second));
  const { value: next } = await ended(waiting, saysOfHidden.lateStop('get'));
  assert(next === second, says.otherThanPut(second, next));

  const late = new AbortController();
  given(queue.putNowait(first));
  const entering = queue.put(third, { signal: late.signal });
  const behind = queue.put(fourth);
  await sleep(1);
  // Whether a put waits is for another check.
  if (entering.settled) return;
  await ended(queue.get(), says.notGiven(first));
  await ended(entering, saysOfHidden.putterForgotten);
  await sleep(lab.duration({ to: 9_000 }));
  late.abort(lab.error());
  await sleep(1);
  const taken: unknown[] = [(await ended(queue.get(), says.lost(third))).value];
  await ended(behind, saysOfHidden.lateStop('put'));
  taken.push((await ended(queue.get(), says.lost(fourth))).value);
  requireEach([third, fourth], taken);
}

/** An item comes, or leaves, and the queue is shut down in the same breath. */
async function shutDownInTheBreathOfThePut(lab: Lab): Promise<void> {
  const [one, two, three] = texts(lab, 3);
  const queue = tested(lab, 1);
  const getting = queue.get();
  await sleep(lab.duration({ to: 9_000 }));
  lab.atOnce(() => {
    given(queue.putNowait(one));
    queue.shutdown();
  });
  await sleep(1);
  const left = takeAll(queue);
  assert(winnerOf([getting], one) === 0 || left.includes(one), saysOfHidden.lostByShutdown(one));

  const full = tested(lab, 1);
  await ended(full.put(two), says.waitsWithRoom(1));
  const putting = full.put(three);
  await sleep(lab.duration({ to: 9_000 }));
  if (putting.settled) return;
  const taken = lab.atOnce(() => {
    const gave = given(full.getNowait());
    full.shutdown();
    return gave;
  });
  const settled = await putting.within(0);
  assert(settled, says.leftWaiting('put'));
  const all = [taken, ...takeAll(full)];
  requireEach(settled.status === 'fulfilled' ? [two, three] : [two], all);
}

/** Each of these came out once, and nothing else did; in which order is for other checks. */
function requireEach(items: readonly unknown[], taken: readonly unknown[]): void {
  for (const item of items) {
    const times = taken.filter((one) => one === item).length;
    assert(times > 0, says.lost(item));
    assert(times === 1, saysOfHidden.cameOften(item, times));
  }
  const strange = taken.find((one) => !items.includes(one));
  assert(strange === undefined && taken.length === items.length, saysOfHidden.cameFromNowhere(strange));
}

function isAttempt(value: Attempt | Call<unknown>): value is Attempt {
  return 'gave' in value || 'threw' in value;
}

function tested(lab: Lab, maxsize: number): TestedQueue {
  return new TestedQueue(lab, () => new Queue<unknown>(maxsize));
}
