import { makeTea } from '@teatime/exercises/tea';
import { assert, call, check, durations, fail, Job, settle, show, type Ending, type Lab, type Settled } from '@teatime/grader/kit';

interface Kitchen {
  readonly boiling: Job<string>;
  readonly music: Job<void>;
}

/** A kettle and a song of random lengths. */
function kitchen(lab: Lab, longer: 'water' | 'music', endings: { water?: Ending<string>; music?: Ending<void> } = {}): Kitchen {
  const [short = 0, long = 0] = durations(lab.random, 2, 1000, 2000);
  const { water = { gives: someWater(lab) }, music = { gives: undefined } } = endings;
  return {
    boiling: new Job(lab, { name: 'boilWater', ms: longer === 'water' ? long : short, ending: water }),
    music: new Job(lab, { name: 'listenToMusic', ms: longer === 'music' ? long : short, ending: music }),
  };
}

function someWater(lab: Lab): string {
  return `${lab.random.pick(['hot', 'boiling', 'steaming'])} water ${lab.random.int(100, 999)}`;
}

/** Makes tea, and waits far longer than it may take. */
async function serve(lab: Lab, { boiling, music }: Kitchen): Promise<Settled<unknown>> {
  const settled = await call(lab, () => makeTea(boiling.run, music.run)).within(boiling.ms + music.ms + 60_000);
  if (settled) return settled;
  return fail({
    en: 'makeTea never finished, although the kettle and the music were done long ago. Is there a promise that nobody resolves?',
    'zh-CN': '水早就开了，音乐也早就结束了，makeTea 却一直没有完成。是不是有一个 promise 没有人去 resolve？',
  });
}

/** The same where nothing goes wrong in the kitchen: an error can only be the student's own. */
async function serveWell(lab: Lab, things: Kitchen): Promise<unknown> {
  const settled = await serve(lab, things);
  await settle([things.boiling, things.music]);
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

check('together', async (lab) => {
  const { boiling, music } = kitchen(lab, 'water');
  const settled = await serve(lab, { boiling, music });
  await settle([boiling, music]);
  if (settled.status === 'rejected') throw settled.reason;

  const expected = [boiling.span(), music.span()];
  for (const { name, startedAt } of [boiling, music]) {
    assert(
      startedAt !== undefined,
      {
        en: `${name} was never started. Calling it gives a coroutine and starts nothing: hand the coroutine to createTask.`,
        'zh-CN': `${name} 一直没有启动。调用它只会得到一个协程，什么都不会启动：请把协程交给 createTask。`,
      },
      { expected },
    );
    assert(
      startedAt === 0,
      {
        en: `${name} started only after ${startedAt} ms, when the other one was done. Start both before you wait for either.`,
        'zh-CN': `${name} 等到 ${startedAt} 毫秒，另一件事做完了才启动。请先把两件事都启动，再去等待。`,
      },
      { expected },
    );
  }
  assert(
    settled.at === boiling.ms,
    {
      en: `The kettle takes ${boiling.ms} ms and the music ${music.ms} ms, so the tea is ready after ${boiling.ms} ms. Yours took ${settled.at} ms.`,
      'zh-CN': `烧水要 ${boiling.ms} 毫秒，音乐要 ${music.ms} 毫秒，所以 ${boiling.ms} 毫秒后茶就该好了。你的用了 ${settled.at} 毫秒。`,
    },
    { expected },
  );
});

check('water', async (lab) => {
  for (const longer of ['water', 'music'] as const) {
    const water = someWater(lab);
    const served = await serveWell(lab, kitchen(lab, longer, { water: { gives: water } }));
    assert(served !== undefined, {
      en: 'makeTea gave undefined instead of the water. `await` on the task of boilWater gives the water: return it.',
      'zh-CN': 'makeTea 给出的是 undefined，而不是水。await boilWater 的任务就会得到水：请把它 return 出来。',
    });
    assert(served === water, {
      en: `boilWater gave ${show(water)}, but makeTea gave ${show(served)}.`,
      'zh-CN': `boilWater 给出的是 ${show(water)}，makeTea 给出的却是 ${show(served)}。`,
    });
  }
});

check('music-too', async (lab) => {
  const { boiling, music } = kitchen(lab, 'music');
  const settled = await serve(lab, { boiling, music });
  const heard = music.endedAt;
  await settle([boiling, music]);
  if (settled.status === 'rejected') throw settled.reason;
  assert(
    heard !== undefined,
    {
      en: `makeTea was done after ${settled.at} ms, but the music plays for ${music.ms} ms. Wait for the task of the music as well.`,
      'zh-CN': `makeTea 在 ${settled.at} 毫秒时就结束了，可是音乐要放 ${music.ms} 毫秒。音乐的任务也要等待。`,
    },
    { expected: [boiling.span(), music.span()] },
  );
});

check('once', async (lab) => {
  const { boiling, music } = kitchen(lab, 'water');
  await serveWell(lab, { boiling, music });
  for (const { name, starts, calls } of [boiling, music]) {
    assert(starts > 0, { en: `${name} was never started.`, 'zh-CN': `${name} 一直没有启动。` });
    assert(starts === 1 && calls === 1, {
      en: `${name} was called ${calls} times. One call makes one coroutine: keep its task in a variable and await that.`,
      'zh-CN': `${name} 被调用了 ${calls} 次。每调用一次就多一个协程：请把它的任务存到变量里，然后 await 这个变量。`,
    });
  }
});

check('errors', async (lab) => {
  for (const broken of ['water', 'music'] as const) {
    const error = new Error(broken === 'water' ? 'the kettle is broken' : 'the speaker is broken');
    const things = kitchen(lab, broken, { [broken]: { throws: error } });
    const settled = await serve(lab, things);
    await settle([things.boiling, things.music]);

    const { name } = broken === 'water' ? things.boiling : things.music;
    assert(settled.status === 'rejected', {
      en: `${name} failed with "${error.message}", but makeTea did not fail: whoever called it thinks that all is well.`,
      'zh-CN': `${name} 失败了（“${error.message}”），makeTea 却没有失败：调用者会以为一切正常。`,
    });
    if (settled.reason === error) continue;
    if (isFailureOfItsOwn(things)) throw settled.reason;
    fail({
      en: `${name} failed with "${error.message}", but makeTea failed with something else: ${show(settled.reason)}. Let the error through as it is.`,
      'zh-CN': `${name} 失败了（“${error.message}”），makeTea 却以另一个错误失败：${show(settled.reason)}。请让原来的错误直接传出去。`,
    });
  }
});

/** Whether makeTea failed before either of the two did anything. */
function isFailureOfItsOwn({ boiling, music }: Kitchen): boolean {
  return boiling.endedAt === undefined && music.endedAt === undefined;
}
