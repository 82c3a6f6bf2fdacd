import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVitest, type TestModule } from 'vitest/node';
import type { Exercise } from '../src/course/course.ts';
import { courseLayout } from '../src/course/layout.ts';
import { readCourse } from '../src/course/read-course.ts';
import { createJudge } from '../src/judge/judge.ts';
import { probeSandbox, type Sandbox } from '../src/sandbox/probe.ts';
import { stripTypes } from '../src/source/strip-types.ts';
import type { SubmittedExercise } from '../src/submission/submitted-exercise.ts';
import { median, root } from './peers.ts';

/*
 * What the sandbox adds: the suites met by the solutions in student processes, against the same suites with the solutions
 * loaded directly beside them. Both in a Vitest that is warm, in turns, so that a busy machine is busy for both.
 * Prints medians in milliseconds of real time, and ratios, for one exercise and for all at once.
 */

const rounds = Number(process.argv[2] ?? 9);
const suites = fileURLToPath(new URL('../suites', import.meta.url));

const { exercises } = await readCourse(root);
const one = exercises.filter(({ id }) => id === 'gather');

/** A way to have the suites of some exercises meet their solutions. */
type Way = (exercises: readonly Exercise[]) => Promise<void>;

function solutionTo({ id, files, exports, imports }: Exercise): SubmittedExercise {
  const submitted = files.map((name) => {
    const source = readFileSync(join(root, 'packages/solutions', id, name), 'utf8');
    return { name, source, code: stripTypes(source) };
  });
  return { exercise: id, files: submitted, exports, imports };
}

async function directly(stack: AsyncDisposableStack): Promise<Way> {
  const failed: string[] = [];
  const note = (module: TestModule): void => {
    if (!module.ok()) failed.push(module.moduleId);
  };
  const vitest = await createVitest(
    {
      config: join(suites, 'vitest.config.ts'),
      root: suites,
      watch: false,
      isolate: false,
      pool: 'threads',
      maxWorkers: 2,
      reporters: [{ onTestModuleEnd: note }],
    },
    { logLevel: 'silent', server: { watch: null } },
  );
  stack.defer(() => vitest.close());
  await vitest.standalone();
  const project = vitest.getRootProject();
  return async (chosen) => {
    await vitest.runTestSpecifications(chosen.map(({ id }) => project.createSpecification(join(suites, `${id}.suite.ts`))));
    if (failed.length > 0) throw new Error(`directly, these failed: ${failed.join(', ')}`);
  };
}

async function inSandbox(sandbox: Sandbox, stack: AsyncDisposableStack): Promise<Way> {
  const judge = stack.use(await createJudge({ sandbox, suites: courseLayout(root).suites }));
  return async (chosen) => {
    const runs = await Promise.all(chosen.map((exercise) => judge.judge(solutionTo(exercise))));
    const failed = runs.filter(({ findings }) => findings.some(({ status }) => status !== 'passed'));
    if (failed.length > 0) throw new Error(`in ${sandbox.name}, these failed: ${failed.map(({ exercise }) => exercise).join(', ')}`);
  };
}

async function timeOf(way: Way, chosen: readonly Exercise[]): Promise<number> {
  const begin = performance.now();
  await way(chosen);
  return performance.now() - begin;
}

await using stack = new AsyncDisposableStack();
const sandbox = await probeSandbox();
const ways = new Map([
  ['directly', await directly(stack)],
  ...(sandbox.bubblewrap === undefined ? [] : [['bubblewrap', await inSandbox(sandbox, stack)] as const]),
  ['node-permission', await inSandbox({ ...sandbox, name: 'node-permission', bubblewrap: undefined }, stack)],
]);

for (const [what, chosen] of [['one exercise', one], [`all ${exercises.length} exercises`, exercises]] as const) {
  const times = new Map([...ways.keys()].map((name) => [name, new Array<number>()]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, way] of ways) {
      const ms = await timeOf(way, chosen);
      // The first round loads what stays loaded.
      if (round > 0) times.get(name)?.push(ms);
    }
  }
  const base = median(times.get('directly') ?? []);
  console.log(what);
  for (const [name, values] of times) {
    const ms = median(values);
    console.log(`  ${name.padEnd(16)} ${ms.toFixed(0).padStart(5)} ms  ${(ms / base).toFixed(2).padStart(5)}×  +${(ms - base).toFixed(0)} ms`);
  }
}
