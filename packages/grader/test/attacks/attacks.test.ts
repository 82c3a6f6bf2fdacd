import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { probeSandbox } from '../../src/sandbox/probe.ts';
import { courseExercises } from '../support/course-exercises.ts';
import { obeysResultSchema } from '../support/result-schema.ts';
import { repository } from '../support/repository.ts';
import { sampleOf } from '../support/thorough.ts';
import { isJudged } from '../../src/verdict/grade-result.ts';
import type { CompleteGrade } from '../../src/verdict/result.ts';
import type { Ending } from './arena.ts';
import { type Attack, readAttacks } from './attacks.ts';
import { hiddenLines } from './hidden-lines.ts';
import { type Outside, surround } from './outside.ts';

const bank = readAttacks().filter(({ course, exercise }) => course === 'small' || courseExercises.has(exercise));
/** Of each kind some, or all. */
const attacks = [...Map.groupBy(bank, ({ name }) => name.split('/', 1)[0]).values()].flatMap((kind) => sampleOf(kind, 30));
const { bubblewrap } = await probeSandbox();

/** What must hold without bubblewrap too; the rest costs time and shows nothing new. */
const bare = attacks.filter(({ name }) => /^(reach|forge|leave|blocking)\//.test(name) || /^exhaust\/(heap|off-heap|console)$/.test(name));

const battles: readonly { where: string; withBubblewrap: boolean; chosen: readonly Attack[] }[] = [
  { where: 'In the sandbox of this machine', withBubblewrap: bubblewrap !== undefined, chosen: attacks },
  { where: 'Without bubblewrap', withBubblewrap: false, chosen: bare },
];

describe.each(battles)('$where', ({ withBubblewrap, chosen }) => {
  let outside: Outside;
  const hidden = hiddenLines(chosen);

  beforeAll(async () => {
    outside = await surround(chosen, withBubblewrap);
  });

  afterAll(() => outside[Symbol.asyncDispose]());

  /** No grade tells what nobody may learn, or passes, whatever else came of the attack. */
  async function expectHonest({ exitCode, file }: Ending, { mostChecks }: Attack): Promise<void> {
    const json = await readFile(file, 'utf8');
    const result: CompleteGrade = JSON.parse(json);
    expect(obeysResultSchema(result), JSON.stringify(obeysResultSchema.errors)).toBe(true);
    expect(exitCode, json).toBe(1);
    expect(result.passed).toBe(false);
    const [exercise] = result.exercises.filter(isJudged);
    expect(exercise?.status, json).not.toBe('passed');
    const earning = exercise?.checks.filter(({ kind, points }) => kind === 'suite' && points > 0) ?? [];
    expect(earning.length, json).toBeLessThanOrEqual(mostChecks);
    // Whoever reads it is not flooded.
    expect(json.length).toBeLessThan(400_000);
    expectNoSecrets(json);
    expect(hidden.filter((line) => json.includes(JSON.stringify(line).slice(1, -1)))).toEqual([]);
    // The check that must fail did, and no message blames the suite.
    expect(exercise?.message).toBeUndefined();
    expect(json).not.toContain('mistake of its own');
  }

  function expectNoSecrets(text: string): void {
    expect(outside.secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(/root:x:0|node_modules|PATH=/.exec(text)).toBeNull();
    expect(text).not.toContain(repository);
  }

  test.each(chosen)('$name: $what', async (attack) => {
    const { bare: alone, guarded } = await outside.aftermathOf(attack);
    await expectHonest(alone, attack);
    await expectHonest(guarded, attack);
  });

  test('nothing is printed but by the reports', async () => {
    expect(await outside.printed).toBe('');
  });

  test('no process is left', async () => {
    expect(await outside.leftRunning()).toEqual([]);
  });

  test('no file has changed, come or gone', async () => {
    expect(await outside.changedFiles()).toEqual([]);
  });

  test('nobody was reached over the network', async () => {
    expect(await outside.contacts()).toEqual([]);
  });
});
