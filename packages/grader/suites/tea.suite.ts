import type { Span } from '@teatime/core';
import { makeTea } from '@teatime/exercises/tea';
import { assert, call, check, durations, fail, Job, settle } from '@teatime/grader/kit';
import type { Ending, Lab, Settled } from '@teatime/grader/kit';
import { says } from './tea/says.ts';

check('together', async (lab) => {
  const { boiling, music } = kitchen(lab, 'water');
  const { at } = await serve(lab, { boiling, music });
  const expected = [span(boiling.ms), boiling.span(), music.span()];
  for (const { name, startedAt } of [boiling, music]) {
    assert(startedAt !== undefined, says.neverStarted(name), { expected });
    assert(startedAt === 0, says.startedLate(name, startedAt), { expected });
  }
  assert(at >= boiling.ms, says.doneEarly(at), { expected });
  assert(at === boiling.ms, says.tookLong(boiling.ms, music.ms, at), { expected });
});

check('water', async (lab) => {
  for (const longer of ['water', 'music'] as const) {
    const water = someWater(lab);
    const { value } = await serve(lab, kitchen(lab, longer, { water: { gives: water } }));
    assert(value !== undefined, says.noWater);
    assert(value === water, says.otherWater(water, value));
  }
});

check('music-too', async (lab) => {
  const { boiling, music } = kitchen(lab, 'music');
  const { at } = await serve(lab, { boiling, music });
  const expected = [span(music.ms), boiling.span(), music.span()];
  assert(music.endedAt !== undefined, says.neverStarted(music.name), { expected });
  assert(music.endedAt <= at, says.cutsTheMusic(at, music.ms), { expected });
});

check('once', async (lab) => {
  const { boiling, music } = kitchen(lab, 'water');
  await serve(lab, { boiling, music });
  for (const { name, starts, calls } of [boiling, music]) {
    assert(starts > 0, says.neverStarted(name));
    assert(calls === 1, says.calledOften(name, calls));
  }
});

check('errors', async (lab) => {
  // The one that fails is done last, so that it does not matter which of the two is awaited first.
  for (const broken of ['water', 'music'] as const) {
    const error = new Error(`the ${broken === 'water' ? 'kettle' : 'speaker'} is broken ${lab.random.int(100, 999)}`);
    const things = kitchen(lab, broken, { [broken]: { throws: error } });
    const settled = await outcome(lab, things);
    const { name } = broken === 'water' ? things.boiling : things.music;
    if (settled.status === 'fulfilled') fail(says.errorLost(name, error));
    if (things.boiling.startedAt === undefined && things.music.startedAt === undefined) throw settled.reason;
    assert(settled.reason === error, says.otherError(name, error, settled.reason));
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
function kitchen(lab: Lab, longer: keyof Endings, endings: Endings = {}): Kitchen {
  const [short = 0, long = 0] = durations(lab.random, 2, { from: 100 });
  const { water = { gives: someWater(lab) }, music = { gives: undefined } } = endings;
  return {
    boiling: new Job(lab, { name: 'boilWater', ms: longer === 'water' ? long : short, ending: water }),
    music: new Job(lab, { name: 'listenToMusic', ms: longer === 'music' ? long : short, ending: music }),
  };
}

function someWater(lab: Lab): string {
  return `${lab.random.pick(['hot', 'boiling', 'steaming'])} water ${lab.random.int(100, 999)}`;
}

const name = 'makeTea';

/** Where makeTea itself belongs in the timeline. */
function span(ms: number): Span {
  return { task: name, from: 0, to: ms };
}

/** Makes tea, waits far longer than that may take, and lets everything come to its end. */
async function outcome(lab: Lab, { boiling, music }: Kitchen): Promise<Settled<unknown>> {
  const settled = await call(lab, () => makeTea(boiling.run, music.run), name).within(5_000);
  await settle([boiling, music]);
  return settled ?? fail(says.neverEnds);
}

/** Makes tea where nothing is broken: an error can only be the student's own. */
async function serve(lab: Lab, things: Kitchen): Promise<{ readonly value: unknown; readonly at: number }> {
  const settled = await outcome(lab, things);
  if (settled.status === 'rejected') throw settled.reason;
  return settled;
}
