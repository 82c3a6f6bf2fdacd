import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exercise } from '../../src/course/course.ts';
import { readCourse } from '../../src/course/read-course.ts';
import { createJudge } from '../../src/judge/judge.ts';
import { jsonReport } from '../../src/report/json.ts';
import type { Sandbox } from '../../src/sandbox/probe.ts';
import { stripTypes } from '../../src/submission/strip-types.ts';
import { expectedChecks } from '../../src/verdict/checks.ts';
import { exerciseResult } from '../../src/verdict/exercise-result.ts';
import { gradeResult } from '../../src/verdict/grade-result.ts';
import type { ExerciseResult } from '../../src/verdict/result.ts';
import { finding } from '../support/evidence.ts';
import { repository } from '../support/repository.ts';
import type { Attack } from './attacks.ts';

/** What came of an attack. */
export interface Aftermath {
  readonly result: ExerciseResult;
  /** The whole result file. */
  readonly json: string;
}

/** A judge that meets attacks with nothing before it: no gate, no lint. What withstands here withstands by itself. */
export interface Arena extends AsyncDisposable {
  meet(attack: Attack): Promise<Aftermath>;
}

export async function openArena(sandbox: Sandbox): Promise<Arena> {
  const course = await readCourse(repository);
  const judge = await createJudge({ sandbox });
  return {
    meet: async (attack) => {
      const exercise = course.exercises.find(({ id }) => id === attack.exercise);
      if (!exercise) throw new Error(`there is no exercise ${attack.exercise}`);
      const [name = ''] = exercise.files;
      const { id, exports, imports } = exercise;
      const files = [{ name, source: attack.code, code: stripTypes(attack.code) }];
      const suite = await judge.judge({ exercise: id, files, exports, imports });
      const result = exerciseResult(exercise, { suite, lint: noObjection(exercise) }, 'en');
      return { result, json: jsonReport(gradeResult(course, [result], sandbox.name)) };
    },
    [Symbol.asyncDispose]: () => judge[Symbol.asyncDispose](),
  };
}

/** As if lint had found nothing: a rule must not be what stands between an attack and a pass. */
function noObjection(exercise: Exercise): ReturnType<typeof finding>[] {
  return expectedChecks(exercise)
    .filter(({ kind }) => kind === 'lint' || kind === 'types')
    .map(({ id, kind }) => finding(id, 'passed', kind));
}

/** Lines of suites and solutions that no message quotes. */
export function hiddenLines(): readonly string[] {
  const files = ['packages/grader/suites/gather.suite.ts', 'packages/solutions/gather/gather.ts', 'packages/grader/suites/tea.suite.ts'];
  const lines = files.flatMap((file) => readFileSync(join(repository, file), 'utf8').split('\n'));
  return lines.map((line) => line.trim()).filter((line) => line.length > 30);
}

/** Files that attacks have left where they try to. */
export function traces(): readonly string[] {
  return [tmpdir(), '/dev/shm', process.cwd(), repository].flatMap((folder) => namesIn(folder)).filter((name) => name.includes('teatime-attack'));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
