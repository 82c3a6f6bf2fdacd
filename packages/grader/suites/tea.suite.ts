import type { Span } from '@teatime/core';
import { makeTea } from '@teatime/exercises/tea';
import { assert, call, check, fail } from '@teatime/grader/kit';
import type { Call, Ending, Fulfilled, Job, Lab, Text } from '@teatime/grader/kit';
import { says } from './tea/says.ts';

type Tell = typeof says.alone;

check('together', async (lab) => {
  await aloneAndBesideAnother(lab, async (lab, tell) => {
    for (const longer of ['water', 'music'] as const) await servesInTime(lab, longer, tell);
  });
  // One that is ready in no time comes last: a timer that it leaves behind is still there when all is done.
  await servesInTime(lab, 'music', says.alone, { to: 240 });
});

check('water', async (lab) => {
  await aloneAndBesideAnother(lab, async (lab, tell) => {
    for (const water of [...lab.texts(), `${'Hot '.repeat(25)}${lab.text()}`]) {
      const { value } = await serve(lab, kitchen(lab, lab.random.pick(['water', 'music']), { water: { gives: water } }));
      assert(value !== undefined, says.noWater);
      assert(value === water, tell(says.otherWater(water, value)));
    }
  });
  // Two calls in one breath, and both waters boil before any music is over: what the second one notes outside of the
  // function, the first one finds there.
  const [first = 0, second = 0, ...songs] = lab.durations(4);
  const over: Ending<void> = { gives: undefined };
  const teas = [first, second].map((ms, i) => {
    const water = lab.text();
    const boiling = lab.job({ name: 'boilWater', ms, ending: { gives: water } });
    return { water, boiling, music: lab.job({ name: 'listenToMusic', ms: songs[i] ?? 0, ending: over }) };
  });
  const calls = lab.atOnce(() => teas.map((things) => ({ ...things, tea: making(lab, things) })));
  for (const { water, boiling, tea } of calls) {
    const { value } = await served(tea, boiling);
    assert(value === water, says.besideAnother(says.otherWater(water, value)));
  }
});

check('music-too', async (lab) => {
  await aloneAndBesideAnother(lab, async (lab, tell) => {
    const from = lab.elapsed();
    const { boiling, music } = kitchen(lab, 'music');
    const { at } = await serve(lab, { boiling, music });
    const details = drawing(lab, from, [span(music.ms), boiling.span(), music.span()]);
    assert(music.endedAt !== undefined, noStart(music), { ...details, begins: 'never' });
    assert(music.endedAt <= at, tell(says.cutsTheMusic(at - from, music.ms)), details);
  });
});

check('once', async (lab) => {
  await aloneAndBesideAnother(lab, async (lab, tell) => {
    const given: unknown[] = [];
    // As below, the one that fails is done last.
    for (const [longer, endings] of [
      ['water', {}],
      ['water', { water: { throws: lab.error() } }],
      ['music', { music: { throws: lab.error() } }],
    ] as const) {
      const { boiling, music } = kitchen(lab, longer, endings);
      // The same kettle can be used for another tea, and is started anew for it.
      for (const teas of [1, 2]) {
        const settled = await making(lab, { boiling, music }).ended(says.neverEnds);
        if (settled.status === 'rejected' && settled.reason !== boiling.error && settled.reason !== music.error) blame(settled.reason, given);
        given.push(boiling.error, music.error);
        for (const { name, starts, calls } of [boiling, music]) {
          // Who gives up at the first failure may not have come to the other one.
          if (settled.status === 'rejected' && calls < teas) continue;
          assert(starts > 0, calls > 0 ? says.neverStarted(name) : says.neverCalled(name), { begins: 'never' });
          assert(calls === teas, tell(says.calledOften(name, calls, teas)));
          assert(starts === teas, tell(says.startedOften(name, starts, teas)));
        }
      }
    }
  });
});

check('errors', async (lab) => {
  const given: unknown[] = [];
  for (const broken of ['water', 'music'] as const) {
    // An error as everybody knows it comes first: that anything can be thrown is told to whoever knows the rest.
    for (const error of [lab.error(), ...lab.reasons()]) {
      // Where it fails first, who awaits one after the other hears of it late, but hears of it: both ways are right.
      lab.pardon(error);
      for (const longer of ['water', 'music'] as const) {
        await failsWith(lab, longer, { [broken]: { throws: error } }, given);
        given.push(error);
      }
    }
  }
});

interface Kitchen {
  readonly boiling: Job<string>;
  readonly music: Job<void>;
}

/** How the two end, where that matters. */
interface Endings {
  readonly water?: Ending<string>;
  readonly music?: Ending<void>;
}

/** A kettle and a song of random lengths. */
function kitchen(lab: Lab, longer: keyof Endings, endings: Endings = {}, range: { readonly to?: number } = {}): Kitchen {
  const [short = 0, long = 0] = lab.durations(2, range);
  const { water = { gives: lab.text() }, music = { gives: undefined } } = endings;
  return {
    boiling: lab.job({ name: 'boilWater', ms: longer === 'water' ? long : short, ending: water }),
    music: lab.job({ name: 'listenToMusic', ms: longer === 'music' ? long : short, ending: music }),
  };
}

/** Does a part of a check alone, and then twice at the same time. */
async function aloneAndBesideAnother(lab: Lab, part: (lab: Lab, tell: Tell) => Promise<void>): Promise<void> {
  await part(lab, says.alone);
  await lab.sideBySide((lab) => part(lab, says.besideAnother));
}

/** Both begin at once, and the tea is ready when the longer one is done. */
async function servesInTime(lab: Lab, longer: keyof Endings, tell: Tell, range?: { readonly to?: number }): Promise<void> {
  const from = lab.elapsed();
  const { boiling, music } = kitchen(lab, longer, {}, range);
  const ms = Math.max(boiling.ms, music.ms);
  const { at } = await serve(lab, { boiling, music });
  const details = drawing(lab, from, [span(ms), boiling.span(), music.span()]);
  for (const [job, other] of [[boiling, music], [music, boiling]] as const) {
    const { name, startedAt, calledAt = 0 } = job;
    if (startedAt === undefined) fail(noStart(job), { ...details, begins: 'never' });
    const behind = other.endedAt === startedAt ? other.name : undefined;
    assert(startedAt === from, tell(says.startedLate({ name, calledAt: calledAt - from, startedAt: startedAt - from, behind })), { ...details, begins: 'late' });
  }
  const took = at - from;
  // Who does not wait for the music is told by a check of its own.
  assert(took >= boiling.ms, tell(says.doneEarly(took)), details);
  assert(took <= ms, tell(says.tookLong(boiling.ms, music.ms, took)), details);
}

function noStart({ name, calls }: Job<unknown>): Text {
  return calls > 0 ? says.neverStarted(name) : says.neverCalled(name);
}

/** Makes tea with something broken: its error has to come when both are done, if not before. */
async function failsWith(lab: Lab, longer: keyof Endings, endings: Endings, earlier: readonly unknown[]): Promise<void> {
  const from = lab.elapsed();
  const { boiling, music } = kitchen(lab, longer, endings);
  const failures = [
    { job: boiling, ending: endings.water },
    { job: music, ending: endings.music },
  ].flatMap(({ job, ending }) => (ending && 'throws' in ending ? [{ name: job.name, error: ending.throws }] : []));
  const settled = await making(lab, { boiling, music }).ended(says.neverEnds);
  for (const { name, error } of failures) {
    if (settled.status === 'fulfilled') fail(says.errorLost(name, error));
    if (boiling.startedAt === undefined && music.startedAt === undefined) blame(settled.reason, earlier);
    const known = failures.some((failure) => Object.is(failure.error, settled.reason));
    assert(known, says.otherError(name, error, settled.reason));
  }
  // Who does one after the other is told by a check of its own.
  const last = boiling.ms + music.ms;
  assert(settled.at - from <= last, says.errorLate(last, settled.at - from));
}

/** @param earlier what earlier calls were made to fail with @throws always: what makeTea itself threw is the student's own */
function blame(reason: unknown, earlier: readonly unknown[]): never {
  if (earlier.includes(reason)) fail(says.failedBefore(reason));
  throw reason;
}

const name = 'makeTea';

/** Where makeTea itself belongs in the timeline. */
function span(ms: number): Span {
  return { task: name, from: 0, to: ms };
}

/** The first tea of a check is drawn: with several of them the picture would be no help. */
function drawing(lab: Lab, from: number, expected: readonly Span[]): { readonly expected?: readonly Span[] } {
  return lab.begin + from === 0 ? { expected } : {};
}

/** Makes tea where nothing is broken. */
async function serve(lab: Lab, things: Kitchen): Promise<Fulfilled<unknown>> {
  return await served(making(lab, things), things.boiling);
}

function making(lab: Lab, { boiling, music }: Kitchen): Call<unknown> {
  return call(lab, () => makeTea(boiling.run, music.run), name);
}

/** Where nothing is broken, an error can only be the student's own. */
async function served(tea: Call<unknown>, boiling: Job<string>): Promise<Fulfilled<unknown>> {
  return await tea.fulfilled(says.neverEnds, (reason) => (Object.is(reason, boiling.result) ? says.threwWater(reason) : undefined));
}
