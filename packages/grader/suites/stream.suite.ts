import { sleep } from '@teatime/core';
import * as exercise from '@teatime/exercises/stream';
import { assert, call, check, fail, type Lab } from '@teatime/grader/kit';
import { busy, endOf, type Loop, loopName, loopOver, type Stream, streamsOf } from './stream/loop.ts';
import { dueOf, sourceOf, sourcesOf } from './stream/plans.ts';
import { quiet, requireClosed, requireFailure, requireInTime, requireItems, requireNoMore } from './stream/require.ts';
import { says } from './stream/says.ts';
import { Source } from './stream/source.ts';

const { take, buffer, merge } = streamsOf(exercise);

check('lazy', async (lab) => {
  const streams = [take(sourceOf(lab, 2), 2), buffer(sourceOf(lab, 2), 2), merge(sourceOf(lab, 2), sourceOf(lab, 2))];
  for (const { name, sources, make } of streams) {
    // What is no stream is told by other checks; what it throws is told here.
    await call(lab, async () => {
      await make();
    }).fulfilled(says.hangs(name, 0));
    await sleep(lab.duration({ to: 900 }));
    for (const { asked } of sources) assert(asked === 0, says.readsAtTheCall(name, asked));
  }
});

check('take', async (lab) => {
  // More than it takes, as many, and fewer.
  const count = lab.random.int(2, 3);
  for (const more of [2, 0, -1]) {
    const begin = lab.elapsed();
    const source = sourceOf(lab, count + more);
    const loop = await loopOver(lab, take(source, count));
    const moments = source.moments(begin);
    const taken = Math.min(count, count + more);
    // The others have the same names.
    const drawing = begin === 0 ? { expected: source.spans(taken) } : {};
    const end = endOf(loop, drawing);
    assert(more < 0 || source.asked <= count, says.takesOneMore(count, source.asked), drawing);
    requireInTime(loop, dueOf([source], begin).slice(0, count), drawing);
    const due = moments[more < 0 ? taken : taken - 1] ?? begin;
    assert(end === due, says.endsLate('take', due, end), drawing);
  }
  const values = lab.values();
  const loop = await loopOver(lab, take(sourceOf(lab, values.length, { items: values, slowest: 60 }), values.length - 1));
  endOf(loop);
  requireItems(loop, values.slice(0, -1));
  const error = lab.error();
  const broken = await loopOver(lab, take(sourceOf(lab, 1, { ending: { throws: error } }), count));
  requireFailure(broken, error);
  requireItems(broken, broken.sources[0]?.plan.items ?? []);
});

check('take-none', async (lab) => {
  const source = sourceOf(lab, 3, { cleanUpMs: 60 });
  const loop = await loopOver(lab, take(source, 0));
  const end = endOf(loop);
  const [first] = loop.values;
  assert(loop.came.length === 0, says.takesDespiteNone(first));
  await quiet([source]);
  assert(source.asked === 0, says.readsForNone(source.asked));
  assert(end === 0, says.endsLate('take', 0, end));
});

check('take-closes', async (lab) => {
  const count = lab.random.int(2, 3);
  const source = sourceOf(lab, count + 2, { cleanUpMs: cleanUp(lab) });
  const loop = await loopOver(lab, take(source, count));
  const moments = source.moments();
  const last = moments[count - 1] ?? 0;
  const expected = [...source.spans(count), source.cleanUpSpan(last), loopSpan(last + (source.plan.cleanUpMs ?? 0))];
  const lastAt = loop.came[count - 1]?.at;
  assert(lastAt === undefined || lastAt === last, says.lastItemLate(last, lastAt ?? last), { expected });
  await requireClosed(loop, last, { expected });
  requireItems(loop, source.plan.items.slice(0, count), { expected });
  await left(lab, (wish) => take(sourceOf(lab, 4, wish), 3), { leaveAfter: 1 });
});

check('buffer-order', async (lab) => {
  for (const size of [1, lab.random.int(2, 4)]) {
    // Looped over as fast as possible, and then so slowly that the source is over long before.
    for (const ms of [0, 250]) {
      const values = lab.random.shuffle(lab.values());
      const source = sourceOf(lab, values.length, { items: values, slowest: 40 });
      // Busy at first, and with the last but one, when the source ends.
      const loop = await loopOver(lab, buffer(source, size), { body: busy((count) => (count <= 2 || count === values.length - 1 ? ms : 0)) });
      endOf(loop);
      requireItems(loop, values);
    }
  }
  const none = await loopOver(lab, buffer(sourceOf(lab, 0), 2));
  endOf(none);
  requireItems(none, []);
});

check('buffer-ahead', async (lab) => {
  const source = sourceOf(lab, 5, { slowest: 150 });
  // So long with the third that the others lie ready, and the source is over.
  const times = lab.random.shuffle(lab.durations(5, { from: 20, to: 120 })).with(2, lab.duration({ from: 600, to: 900 }));
  const loop = await loopOver(lab, buffer(source, 5), { body: busy((count) => times[count - 1] ?? 0) });
  const moments = source.moments();
  let free = 0;
  const expected = source.spans();
  const end = endOf(loop, { expected });
  requireItems(loop, source.plan.items, { expected });
  for (const [i, { at }] of loop.came.entries()) {
    const due = Math.max(free, moments[i] ?? 0);
    assert(at === due, (source.askedAt[i] ?? 0) > (moments[i - 1] ?? 0) ? says.notAhead(i + 1, moments[i - 1] ?? 0, source.askedAt[i] ?? 0) : says.cameLate('buffer', `source ${i + 1}`, due, at), { expected });
    free = due + (times[i] ?? 0);
  }
  const due = Math.max(free, moments.at(-1) ?? 0);
  assert(end === due, says.endsLate('buffer', due, end), { expected });
  await requireNoTimer(lab, 'buffer', (item) => exercise.buffer(item, 2));
});

check('buffer-limit', async (lab) => {
  // No fixed number is right for both.
  for (const size of [1, lab.random.int(3, 5)]) {
    const source = sourceOf(lab, 3 * size + 8, { slowest: 20 });
    const enough = source.moments().at(-1) ?? 0;
    const looksAfter = [1, 2, size + 3];
    const loop = await loopOver(lab, buffer(source, size), {
      body: async (taken) => {
        if (!looksAfter.includes(taken)) return;
        await sleep(enough);
        const ahead = Math.max(source.made.length, source.asked) - taken;
        assert(ahead <= size + 1, says.tooFarAhead(size, ahead));
        assert(source.made.length - taken >= size, says.notFarEnough(size, source.made.length - taken, taken));
        assert(lab.timers() === 0, says.looksNowAndThen('buffer'));
      },
    });
    endOf(loop);
    requireItems(loop, source.plan.items);
  }
});

check('buffer-errors', async (lab) => {
  // The consumer waits for the next item when the source fails; it is busy; it is so busy that all lie ready.
  for (const ms of [0, 60, 2_000]) {
    const begin = lab.elapsed();
    const error = lab.error();
    const source = sourceOf(lab, 3, { ending: { throws: error } });
    const loop = await loopOver(lab, buffer(source, 4), { body: busy((count) => (count === 1 ? ms : 0)) });
    if (loop.end?.status === 'rejected' && loop.end.reason === error && loop.came.length < 3) fail(says.errorBeforeItems(3, loop.came.length));
    const at = requireFailure(loop, error);
    requireItems(loop, source.plan.items);
    const due = Math.max(source.overAt ?? begin, begin + (source.plan.gaps[0] ?? 0) + ms);
    assert(at === due, says.errorLate('buffer', due, at));
  }
});

check('buffer-closes', async (lab) => {
  // While it reads; while everything that there is room for lies ready; and when the source has ended before.
  await left(lab, (wish) => buffer(sourceOf(lab, 6, { ...wish, slowest: 400 }), 3), { leaveAfter: 1 });
  await left(lab, (wish) => buffer(sourceOf(lab, 9, { ...wish, slowest: 30 }), 2), { leaveAfter: 2, ms: 900 });
  await left(lab, (wish) => buffer(sourceOf(lab, 3, { ...wish, slowest: 30 }), 4), { leaveAfter: 1, ms: 900 });
});

check('merge-by-time', async (lab) => {
  const sources = sourcesOf(lab, [{ count: 3 }, { count: 3 }, { count: 2 }]);
  const loop = await loopOver(lab, merge(...sources));
  const expected = sources.flatMap((source) => source.spans());
  const due = dueOf(sources);
  // What hangs is told by what has not come.
  if (loop.end) requireInTime(loop, due, { expected });
  const end = endOf(loop, { expected });
  const last = Math.max(...sources.map((source) => source.moments().at(-1) ?? 0));
  assert(end === last, says.endsLate('merge', last, end), { expected });
  const begin = lab.elapsed();
  const nothing = await loopOver(lab, merge());
  assert(nothing.end, says.noneHangs);
  assert(endOf(nothing) === begin, says.endsLate('merge', 0, endOf(nothing) - begin));
  const values = lab.values();
  const one = await loopOver(lab, merge(sourceOf(lab, values.length, { items: values, slowest: 60 })));
  endOf(one);
  requireItems(one, values);
  await requireNoTimer(lab, 'merge', (item) => exercise.merge(item));
});

check('merge-slow-consumer', async (lab) => {
  // One ends early, and one is left alone at the end.
  const sources = [3, 1, 8].map((count, i) => sourceOf(lab, count, { name: 'abc'.charAt(i), slowest: 90 }));
  const loop = await loopOver(lab, merge(...sources), { body: busy((count) => (count % 3 === 1 ? 200 : 0)) });
  endOf(loop);
  // Who comes first of those that came meanwhile is free; of one source they come in order.
  for (const { name, plan } of sources) {
    const came = loop.values.filter((value) => plan.items.includes(value));
    for (const [i, item] of plan.items.entries()) assert(came[i] === item, says.lostWhileBusy(name, i + 1, item, came.includes(item)));
  }
  const all = sources.reduce((sum, { plan }) => sum + plan.items.length, 0);
  assert(loop.came.length === all, says.oneTooMany('merge', all, loop.values.at(-1)));
});

check('merge-closes', async (lab) => {
  for (const leaveAfter of [1, 5]) {
    const wishes = [5, 5, 5].map((count) => ({ count, cleanUpMs: cleanUp(lab) }));
    await left(lab, () => merge(...sourcesOf(lab, wishes)), { leaveAfter });
  }
  // One of them is over before.
  const wishes = [4, 1, 4].map((count) => ({ count, cleanUpMs: cleanUp(lab) }));
  await left(lab, () => merge(...sourcesOf(lab, wishes, [1, 1, 0, 2, 2, 0, 0, 2, 0, 2, 0, 2])), { leaveAfter: 4 });
  // Each has answered while the consumer was busy, and none of it was handed out.
  const ready = (name: string): Source => sourceOf(lab, 12, { name, slowest: 90, cleanUpMs: cleanUp(lab) });
  await left(lab, () => merge(ready('a'), ready('b'), ready('c')), { leaveAfter: 1, ms: 200 });
});

check('merge-errors', async (lab) => {
  const error = lab.error();
  const wishes = [{ count: 4, cleanUpMs: cleanUp(lab) }, { count: 1, ending: { throws: error } }, { count: 4, cleanUpMs: cleanUp(lab) }];
  // When the second one fails, the others have given something, and are asked for more.
  const turns = [...lab.random.shuffle([0, 0, 1, 2, 2]), 1, ...lab.random.shuffle([0, 0, 0, 2, 2, 2])];
  const sources = sourcesOf(lab, wishes, turns);
  const loop = await loopOver(lab, merge(...sources));
  const failedAt = sources[1]?.moments().at(-1) ?? 0;
  const expected = [...(sources[1]?.spans() ?? []), loopSpan(failedAt, 'rejected')];
  const at = requireFailure(loop, error, { expected });
  requireInTime(loop, dueOf(sources).filter((due) => due.at < failedAt));
  await quiet(sources);
  requireOthersClosed(loop, failedAt);
  const latest = Math.max(failedAt, ...sources.map(({ overAt = failedAt }) => overAt));
  assert(at <= latest, says.errorLate('merge', failedAt, at), { expected });

  // It fails while the consumer is busy, and is told when the consumer comes back.
  const busyError = lab.error();
  const [quick, slow] = [sourceOf(lab, 3, { name: 'a', slowest: 60 }), sourceOf(lab, 1, { name: 'b', slowest: 60, ending: { throws: busyError } })];
  const second = await loopOver(lab, merge(quick, slow), { body: busy(() => 900) });
  requireFailure(second, busyError);
});

check('plain-iterators', async (lab) => {
  const count = 4;
  const taken = await loopOver(lab, take(sourceOf(lab, count, { bare: true }), 2));
  endOf(taken);
  requireItems(taken, taken.sources[0]?.plan.items.slice(0, 2) ?? []);
  for (const leaveAfter of [undefined, 1]) {
    const source = sourceOf(lab, count, { bare: true });
    const loop = await loopOver(lab, buffer(source, 2), { ...(leaveAfter && { leaveAfter }) });
    endOf(loop);
    requireItems(loop, source.plan.items.slice(0, leaveAfter ?? count));
    await quiet([source]);
    if (loop.leftAt !== undefined) requireNoMore(loop, loop.leftAt);
  }
  // One of three cannot be closed; the others are.
  const wishes = lab.random.shuffle([{ count: 3, bare: true }, { count: 3, cleanUpMs: cleanUp(lab) }, { count: 3, cleanUpMs: cleanUp(lab) }]);
  await left(lab, () => merge(...sourcesOf(lab, wishes)), { leaveAfter: 2 });
});

check('pipeline', async (lab) => {
  const wishes = [{ count: 8, cleanUpMs: cleanUp(lab) }, { count: 8, cleanUpMs: cleanUp(lab) }];
  const turns = [1, 1, 0, ...lab.random.shuffle([...Array.from({ length: 8 }, () => 0), ...Array.from({ length: 7 }, () => 1)])];
  const sources = sourcesOf(lab, wishes, turns);
  // So few that neither source is over, however far the buffers have read ahead.
  const count = lab.random.int(3, 4);
  const make = (): unknown => {
    const buffered = sources.map(({ iterable }) => exercise.buffer(iterable, 2));
    return exercise.take(exercise.merge(...buffered), count);
  };
  const loop = await loopOver(lab, { name: 'take', sources, make });
  const end = endOf(loop);
  const due = dueOf(sources).slice(0, count);
  requireInTime(loop, due);
  await quiet(sources);
  for (const { name, overAt } of sources) {
    assert(overAt !== undefined, says.pipelineNotClosed(name));
    assert(overAt <= end, says.pipelineNotAwaited(name, end, overAt));
  }
});

/** Some milliseconds of clean-up. */
function cleanUp(lab: Lab): number {
  return lab.duration({ from: 40, to: 200 });
}

/** When the loop itself has to run. */
function loopSpan(to: number, status: 'fulfilled' | 'rejected' = 'fulfilled'): { task: string; from: number; to: number; status: 'fulfilled' | 'rejected' } {
  return { task: loopName, from: 0, to, status };
}

interface Leaving {
  readonly leaveAfter: number;
  /** For how long the consumer is busy with the last item. */
  readonly ms?: number;
}

/** Leaves a loop with `break`: the sources are closed, and the program goes on when their clean-up is over. */
async function left(lab: Lab, make: (wish: { readonly cleanUpMs: number }) => Stream, { leaveAfter, ms = 7 }: Leaving): Promise<void> {
  const stream = make({ cleanUpMs: cleanUp(lab) });
  const loop = await loopOver(lab, stream, { leaveAfter, body: busy((count) => (count === leaveAfter ? ms : 0)) });
  const end = endOf(loop);
  assert(loop.leftAt !== undefined, says.endsBefore(loop.name, leaveAfter, loop.came.length, end));
  await requireClosed(loop, loop.leftAt);
}

/** When one of several sources has failed, the others are closed, at once or when their answer under way has come. */
function requireOthersClosed(loop: Loop, failedAt: number): void {
  for (const { name, overAt } of loop.sources) assert(overAt !== undefined, says.othersNotClosed(name));
  requireNoMore(loop, failedAt);
}

/** While it waits for an item, no timer of the student's is set: nobody has to look. */
async function requireNoTimer(lab: Lab, name: 'buffer' | 'merge', make: (source: AsyncIterable<unknown>) => unknown): Promise<void> {
  const [{ promise, resolve }, item] = [Promise.withResolvers<string>(), lab.text()];
  const source = (async function* () {
    yield await promise;
  })();
  const stream: Stream = { name, sources: [new Source(lab, { items: [item], gaps: [] })], make: () => make(source) };
  const looping = loopOver(lab, stream);
  await sleep(lab.random.int(30, 50));
  const timers = lab.timers();
  resolve(item);
  const loop = await looping;
  assert(timers === 0, says.looksNowAndThen(name));
  endOf(loop);
  requireItems(loop, [item]);
}
