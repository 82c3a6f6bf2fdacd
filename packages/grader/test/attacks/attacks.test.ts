import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { probeSandbox, type Sandbox } from '../../src/sandbox/probe.ts';
import { obeysResultSchema } from '../support/result-schema.ts';
import { repository } from '../support/repository.ts';
import { type Aftermath, type Arena, hiddenLines, openArena, traces } from './arena.ts';
import { type Attack, readAttacks } from './attacks.ts';

/** Nothing that an attack sees may hold this. */
const secret = 'oolong-from-the-secret-drawer';

const attacks = readAttacks();
const sandbox = await probeSandbox();

/** What must hold without bubblewrap too; the rest costs time and shows nothing new. */
const bare = attacks.filter(({ name }) => /^(reach|forge|leave|blocking)\//.test(name) || /^exhaust\/(heap|off-heap|console)$/.test(name));

const battles: readonly { where: string; sandbox: Sandbox; chosen: readonly Attack[] }[] = [
  { where: 'In the sandbox of this machine', sandbox, chosen: attacks },
  { where: 'Without bubblewrap', sandbox: { ...sandbox, name: 'node-permission', bubblewrap: undefined }, chosen: bare },
];

describe.each(battles)('$where', { timeout: 300_000 }, ({ sandbox: arenaSandbox, chosen }) => {
  let arena: Arena;
  let aftermaths: ReadonlyMap<string, Promise<Aftermath>>;

  beforeAll(async () => {
    vi.stubEnv('TEATIME_TEST_SECRET', secret);
    arena = await openArena(arenaSandbox);
    aftermaths = new Map(chosen.map((attack) => [attack.name, arena.meet(attack)]));
  });

  afterAll(async () => {
    await arena[Symbol.asyncDispose]();
    vi.unstubAllEnvs();
  });

  test.each(chosen)('$name: $what', async ({ name, mostPoints }) => {
    const aftermath = await aftermaths.get(name);
    if (!aftermath) throw new Error('it was never met');
    const { result, json } = aftermath;
    expect(result.status, json).not.toBe('passed');
    const points = result.checks.filter(({ kind }) => kind === 'suite').reduce((sum, check) => sum + check.points, 0);
    expect(points, json).toBeLessThanOrEqual(mostPoints);
    expect(obeysResultSchema(JSON.parse(json)), JSON.stringify(obeysResultSchema.errors)).toBe(true);
    expect(json).not.toContain(secret);
    expect(hiddenLines().filter((line) => json.includes(JSON.stringify(line).slice(1, -1)))).toEqual([]);
    expect(/root:x:0|node_modules|PATH=/.exec(json)).toBeNull();
    expect(json).not.toContain(repository);
    // The check that must fail did, and no message blames the suite.
    expect(result.message).toBeUndefined();
    expect(json).not.toContain('This check itself is broken');
  });

  test('no attack leaves a file behind', async () => {
    await Promise.all(aftermaths.values());
    expect(traces()).toEqual([]);
  });
});
