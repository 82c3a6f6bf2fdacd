import { sleep } from '@teatime/core';
import * as exercise from '@teatime/exercises/stream';
import { assert, check, fail, type Lab, sameValue } from '@teatime/grader/kit';
import { busy, endOf, type Loop, loopOver, type Stream, streamsOf } from './stream/loop.ts';
import { dueOf, sourceOf, sourcesOf } from './stream/plans.ts';
import { quiet, requireInTime, requireItems } from './stream/require.ts';
import { says } from './stream/says.ts';
import { saysOfHidden } from './stream/says-hidden.ts';
import type { Source } from './stream/source.ts';

const { take, buffer, merge } = streamsOf(exercise);

check('unheard-errors', async (lab) => {
  // It fails while the consumer is busy, and then the loop is left: nobody will ever ask for the error.
  await leftBehind(lab, (error) => buffer(sourceOf(lab, 2, { slowest: 60, ending: { throws: error } }), 3), 900);
  const others = (): Source => sourceOf(lab, 2, { name: 'a', gaps: [80, 90, 70] });
  await leftBehind(lab, (error) => merge(others(), sourceOf(lab, 1, { name: 'b', gaps: [31, 47], ending: { throws: error } })), 900);
  // It fails when the loop has been left, with a question under way; and there may be nobody to close it.
  for (const bare of [false, true]) {
    await leftBehind(lab, (error) => buffer(sourceOf(lab, 1, { ending: { throws: error }, bare }), 3), 1);
    await leftBehind(lab, (error) => merge(sourceOf(lab, 2, { name: 'a' }), sourceOf(lab, 0, { name: 'b', gaps: [400], ending: { throws: error }, bare })), 1);
  }
});

check('clean-up-fails', async (lab) => {
  // Whether the loop tells of it is free; the others are closed in any case.
  const error = lab.error();
  for (const failing of [0, 2]) {
    const wishes = [0, 1, 2].map((i) => ({ count: 3, cleanUpMs: lab.duration({ to: 90 }), ...(i === failing && { cleanUpFails: error }) }));
    const sources = sourcesOf(lab, wishes);
    requireLeft(await loopOver(lab, merge(...sources), { leaveAfter: 2 }), error);
    await quiet(sources);
    for (const { name, overAt } of sources) assert(overAt !== undefined, saysOfHidden.notClosedAfter(name));
  }
  for (const stream of [take(sourceOf(lab, 4, { cleanUpFails: error }), 2), buffer(sourceOf(lab, 4, { cleanUpFails: error }), 2)]) {
    requireLeft(await loopOver(lab, stream, { leaveAfter: 2 }), error);
    await quiet(stream.sources);
    for (const { name, overAt } of stream.sources) assert(overAt !== undefined, says.neverClosed(stream.name, name));
  }
  // What failed first is told, whatever goes wrong while the others are closed.
  const first = lab.error();
  const failing = sourcesOf(lab, [{ count: 3, cleanUpMs: 30, cleanUpFails: error }, { count: 1, ending: { throws: first } }], [0, 1, 1, 0, 0, 0]);
  const broken = await loopOver(lab, merge(...failing));
  if (broken.end === undefined) fail(says.hangsAfterError('merge', first));
  if (broken.end.status === 'fulfilled') fail(says.swallows('merge', first));
  assert(broken.end.reason !== error, saysOfHidden.hidesTheFirst(first, error));
  if (broken.end.reason !== first) throw broken.end.reason;
});

check('side-by-side', async (lab) => {
  // Begun in one breath, each over sources of its own.
  const streams = [
    buffer(sourceOf(lab, 4), 2),
    buffer(sourceOf(lab, 5), 3),
    merge(...sourcesOf(lab, [{ count: 2 }, { count: 2 }])),
    merge(...sourcesOf(lab, [{ count: 2 }, { count: 3 }])),
    take(sourceOf(lab, 2), 4),
    take(sourceOf(lab, 4), 4),
  ];
  const loops = await Promise.all(lab.atOnce(() => streams.map((stream) => loopOver(lab, stream))));
  for (const loop of loops) {
    const others = streams.filter(({ sources }) => sources !== loop.sources).flatMap(({ sources }) => sources.flatMap(({ plan }) => plan.items));
    const strange = loop.values.find((value) => others.some((other) => sameValue(other, value)));
    assert(strange === undefined, saysOfHidden.mixed(loop.name, strange));
    if (loop.end?.status === 'rejected') throw loop.end.reason;
    const due = dueOf(loop.sources);
    assert(loop.end !== undefined && loop.came.length >= due.length, saysOfHidden.oneOfTwo(loop.name, due.length, loop.came.length));
    endOf(loop);
    requireItems(loop, due.map(({ item }) => item));
    requireInTime(loop, due);
  }
});

/** Leaves a loop after its first item; what a source fails with may come out, or be nobody's. */
async function leftBehind(lab: Lab, make: (error: Error) => Stream, ms: number): Promise<void> {
  const error = lab.error();
  const stream = make(error);
  const loop = await loopOver(lab, stream, { leaveAfter: 1, body: busy(() => ms) });
  requireLeft(loop, error);
  await quiet(stream.sources);
  await sleep(ms);
}

/** The loop was left, well or with this error. */
function requireLeft(loop: Loop, error: unknown): void {
  if (loop.end?.status === 'rejected' && loop.end.reason === error && loop.leftAt !== undefined) return;
  endOf(loop);
}
