import type { Language } from '../../messages/text.ts';
import { isJudged } from '../../verdict/grade-result.ts';
import type { ExerciseResult, GradeResult } from '../../verdict/result.ts';
import type { Content } from '../html/markup.ts';
import { html as xml } from '../html/markup.ts';
import { testsOfExercise } from '../tests.ts';
import type { Test } from '../tests.ts';

/** JUnit's XML, as Jenkins, GitLab and most that show tests read it: an exercise is a suite, a check a test case. */
export function junitReport(result: GradeResult, { language }: { readonly language: Language }): string {
  const suites = result.exercises.map((exercise) => ({ exercise, tests: testsOfExercise(exercise, language) }));
  const all = suites.flatMap(({ tests }) => tests);
  const ms = result.exercises.reduce((sum, { durationMs }) => sum + durationMs, 0);
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${result.course}" ${countsOf(all)} time="${seconds(ms)}">
${suites.map(({ exercise, tests }) => suite(exercise, tests, result))}</testsuites>
`.html;
}

function suite(exercise: ExerciseResult, tests: readonly Test[], result: GradeResult): Content {
  const points = isJudged(exercise) ? String(exercise.points) : undefined;
  const properties = Object.entries({
    points,
    maxPoints: String(exercise.maxPoints),
    courseHash: result.courseHash,
    grader: result.grader,
    seed: String(result.seed),
    sandbox: result.sandbox,
  });
  return xml`  <testsuite name="${exercise.id}" ${countsOf(tests)} time="${seconds(exercise.durationMs)}" timestamp="${result.gradedAt.slice(0, 19)}">
    <properties>
${properties.map(([name, value]) => value !== undefined && xml`      <property name="${name}" value="${value}"/>\n`).filter((line) => line !== false)}    </properties>
${tests.map((test) => testCase(test, result.course))}${exercise.output.length > 0 ? xml`    <system-out>${exercise.output.join('\n')}</system-out>\n` : undefined}${exercise.message === undefined ? undefined : xml`    <system-err>${exercise.message}</system-err>\n`}  </testsuite>
`;
}

function testCase({ exercise, check, points, text }: Test, course: string): Content {
  const head = xml`    <testcase name="${check.title}" classname="${course}.${exercise.id}.${check.id}" time="0"`;
  if (check.status === 'passed') return xml`${head}/>\n`;
  const message = check.message?.split('\n', 1)[0];
  // What is in doubt is nobody's failure.
  const kind = points === undefined ? 'error' : { failed: 'failure', error: 'error', skipped: 'skipped' }[check.status];
  const why = kind === 'skipped' ? xml`<skipped message="${message}"/>` : tag(kind, xml` message="${message}" type="${check.cause}"`, text);
  return xml`${head}>\n      ${why}\n    </testcase>\n`;
}

function tag(kind: string, attributes: Content, text: string): Content {
  return xml`<${kind}${attributes}>${text}</${kind}>`;
}

function countsOf(tests: readonly Test[]): Content {
  const of = (status: string): number => tests.filter(({ check, points }) => points !== undefined && check.status === status).length;
  const doubtful = tests.filter(({ check, points }) => points === undefined && check.status !== 'passed').length;
  return xml`tests="${tests.length}" failures="${of('failed')}" errors="${of('error') + doubtful}" skipped="${of('skipped')}"`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
