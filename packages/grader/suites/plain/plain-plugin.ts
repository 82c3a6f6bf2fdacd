import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { z } from 'zod';
import { isEdit } from '../../src/commands/check-course/answers/answers.ts';
import { moduleOf } from '../../src/commands/check-course/answers/module-of.ts';
import { simulatedFile, simulatedModules } from '../../src/host/simulated-modules.ts';
import { moduleId } from '../../src/judge/any-path.ts';

const folder = new URL('../../../', import.meta.url);
const solutionsFolder = fileURLToPath(new URL('solutions/', folder));
/** As the ids of their modules begin. */
const solutions = moduleId(solutionsFolder);
const exercises = moduleId(fileURLToPath(new URL('exercises/', folder)));
const plainSession = moduleId(fileURLToPath(new URL('./plain-session.ts', import.meta.url)));
const [host, kitChecks, vitestChecks] = ['host/', 'judge/kit/check.ts', 'judge/vitest-checks.ts'].map((name) => new URL(`grader/src/${name}`, folder).href);

/** A suite that is run: its exercise, and the answer that it is to meet, relative to packages/solutions. */
const suite = /\/suites\/(?<exercise>[\w-]+)(?:\.hidden)?\.suite\.ts(?:\?answer=(?<answer>[^&]+)(?:&as=\.ts)?)?$/;
const answerModule = '\0teatime-answer?';
/** What an edit makes of its solution: no such file is on the disk. */
const editedModule = /^(?<edit>[^?]+\.edit)\.ts(?:\?|$)/;

/**
 * The suites without the judge: an answer is loaded right into the suite's process, a fresh copy for every check.
 *
 * @param given the answer that a suite meets when its own id names none; its solution when not given
 */
export function plainPlugin(given?: string): Plugin {
  return {
    name: 'teatime-plain',
    enforce: 'pre',
    resolveId(id, importer) {
      const { exercise, answer = given ?? `${exercise}/${exercise}.ts` } = suite.exec(importer ?? '')?.groups ?? {};
      return exercise !== undefined && id === `@teatime/exercises/${exercise}` ? `${answerModule}${answer}` : undefined;
    },
    load(id) {
      if (id.startsWith(answerModule)) return answerSource(id.slice(answerModule.length));
      const edit = id.startsWith(solutions) ? editedModule.exec(id.slice(solutions.length))?.groups?.['edit'] : undefined;
      return edit === undefined ? undefined : moduleOf(solutionsFolder, edit);
    },
    transform(code, id) {
      const exercise = suite.exec(id)?.groups?.['exercise'];
      if (exercise !== undefined) return code + registration(exercise);
      return isAnswer(id) ? code.replace(importing, (whole, name: string) => simulated.get(name) ?? whole) : undefined;
    },
  };
}

const manifest = z.object({ exports: z.array(z.string()) });

/** What stands in the suite for the exercise: its exports, taken from the copy of the answer that the current check meets. */
function answerSource(answer: string): string {
  const [exercise = ''] = answer.split('/');
  const { exports } = manifest.parse(JSON.parse(readFileSync(new URL(`exercises/${exercise}/exercise.json`, folder), 'utf8')));
  return [
    `import { PlainSession } from ${JSON.stringify(plainSession)};`,
    `export const session = new PlainSession((visit) => import(/* @vite-ignore */ ${JSON.stringify(`${solutions}${answer}${isEdit(answer) ? '.ts' : ''}?visit=`)} + visit));`,
    ...exports.map((name) => `export const ${name} = session.bind(${JSON.stringify(name)});`),
  ].join('\n');
}

/** Behind the suite: what it has registered becomes tests. */
function registration(exercise: string): string {
  return `
    import { session as plainSession } from '@teatime/exercises/${exercise}';
    import { takeChecks } from ${JSON.stringify(kitChecks)};
    import { VitestChecks } from ${JSON.stringify(vitestChecks)};
    const plainTests = new VitestChecks(plainSession);
    const seed = Number(process.env['TEATIME_SEED'] ?? Math.floor(Math.random() * 2 ** 32));
    takeChecks().forEach((check) => plainTests.register(check, seed));
  `;
}

/** As in the judge, what an answer imports of Node takes virtual time. Everybody else gets the real modules. */
const simulated: ReadonlyMap<string, string> = new Map(simulatedModules.map((name) => [name, `${host}${simulatedFile(name)}`]));
const importing = /(?<=from ['"])(?:node:)?([\w/]+)(?=['"])/g;

function isAnswer(id: string): boolean {
  return id.startsWith(solutions) || id.startsWith(exercises);
}
