import { expect, test } from 'vitest';
import { answerBreaches } from '../../src/commands/check-course/proof/answer-breaches.ts';
import type { GradedAnswer } from '../../src/commands/check-course/proof/answer-breaches.ts';
import type { AnswerRole } from '../../src/commands/check-course/answers/answers.ts';
import type { Evidence } from '../../src/verdict/evidence.ts';
import type { Finding } from '../../src/verdict/finding.ts';
import { finding, flawless, judgedResult, withFindings } from '../support/evidence.ts';
import { gatherExercise, text } from '../support/manifests.ts';

const exercise = gatherExercise();
const everything = ['input-order', 'at-once', 'types'];

const stub = failing('stub', everything);
const solution = failing('solution', []);
const reversed = failing('wrong', ['input-order'], '// fails: input-order');
const sequential = failing('wrong', ['at-once', 'types'], '// fails: at-once,types');
const sound = [stub, solution, reversed, sequential];

test('A course that keeps its promises has no breaches', () => {
  expect(answerBreaches(exercise, sound)).toEqual([]);
});

test('A stub that passes a check is named with it', () => {
  expect(breachesWith(failing('stub', ['input-order']))).toEqual(['stub: stub.ts passes at-once, types']);
});

test('A stub that cannot be read is no stub', () => {
  expect(breachesWith(refused('stub'))).toEqual(['stub: stub.ts is refused: No.']);
});

test.each(['solution', 'also'] as const)('A right answer (%s) that fails is named with the checks and what they say', (role) => {
  expect(breachesWith(failing(role, ['at-once', 'types']))).toEqual([
    `${role}: ${role}.ts does not pass at-once: at-once went wrong.`,
    `${role}: ${role}.ts does not pass types: types went wrong.`,
  ]);
});

test('Checks that say the same are named together', () => {
  const same: readonly Finding[] = ['input-order', 'at-once'].map((id) => ({ ...finding(id, 'failed'), message: text('It broke.') }));
  expect(breachesWith(graded('also', withFindings(flawless(exercise), ...same)))).toEqual([
    'also: also.ts does not pass input-order, at-once: It broke.',
  ]);
});

test('A wrong answer that passes what it declares is named', () => {
  expect(breachesWith(failing('wrong', [], '// fails: at-once'))).toEqual([
    'wrong: wrong.ts passes at-once, which its first line names',
  ]);
});

test('A wrong answer that fails more than it declares is named', () => {
  expect(breachesWith(failing('wrong', ['input-order', 'at-once'], '// fails: at-once'))).toEqual([
    'wrong: wrong.ts fails input-order, which its first line does not name: input-order went wrong.',
  ]);
});

test('Each check that a wrong answer fails without naming it has its own message', () => {
  expect(breachesWith(failing('wrong', everything, '// fails: at-once'))).toEqual([
    'wrong: wrong.ts fails input-order, which its first line does not name: input-order went wrong.',
    'wrong: wrong.ts fails types, which its first line does not name: types went wrong.',
  ]);
});

test('A wrong answer that the gate refuses unexpectedly is named with that alone', () => {
  expect(breachesWith(refused('wrong', '// fails: at-once'))).toEqual(['wrong: wrong.ts is refused: No.']);
});

test('A wrong answer has to declare something, and nothing that does not exist', () => {
  expect(breachesWith(failing('wrong', ['at-once'], 'export {};\n// fails: at-once'))).toEqual([
    expect.stringMatching(/first line has to name/),
  ]);
  expect(breachesWith(failing('wrong', ['at-once'], '// fails: at-once, speed'))).toEqual([
    'wrong: wrong.ts names checks that this exercise does not have: speed',
  ]);
});

test('A wrong answer that the gate refuses fails on the gate alone', () => {
  expect(breachesWith(refused('wrong', '// fails: gate'))).toEqual([]);
});

test('A check that no wrong answer fails is named', () => {
  expect(texts([stub, solution, reversed])).toEqual(['coverage: no wrong answer fails at-once, types']);
});

test('An unsteady check is a breach of its own and of nothing else', () => {
  const unsteady = failing('solution', ['at-once']);
  const checks = unsteady.result.checks.filter(({ id }) => id === 'at-once');
  expect(breachesWith({ ...unsteady, unsteady: checks })).toEqual(['steady: solution.ts on at-once: at-once went wrong.']);
});

test('Where the suite did not run, only that is said', () => {
  const evidence = flawless(exercise);
  const broken = graded('solution', { ...evidence, suite: { ...evidence.suite, trouble: text('No such suite.') } });
  expect(breachesWith(broken)).toEqual(['suite: solution.ts: No such suite.']);
});

test('A check that goes wrong itself is a breach of the suite, once, and says nothing about the answers that it met', () => {
  const mistake = { check: 'at-once', what: text('TypeError: oh.'), place: 'packages/grader/suites/gather.suite.ts:3' };
  const met = ['stub', 'also', 'wrong'] as const;
  const answers = met.map((role) => ({ ...failing(role, everything.filter((id) => id !== 'at-once'), '// fails: input-order, at-once, types'), mistakes: [mistake] }));
  const [first, ...others] = texts(answers);
  expect(first).toMatch(/^suite: packages\/grader\/suites\/gather\.suite\.ts:3: the check `at-once` went wrong itself: TypeError: oh\..*It had met stub\.ts, also\.ts, wrong\.ts\./);
  expect(others.filter((said) => said.includes('at-once'))).toEqual([]);
});

function failing(role: AnswerRole, ids: readonly string[], source = ''): GradedAnswer {
  const failed: readonly Finding[] = ids.map((id) => finding(id, 'failed', id === 'types' ? 'types' : 'suite'));
  return graded(role, withFindings(flawless(exercise), ...failed), source);
}

function refused(role: AnswerRole, source = ''): GradedAnswer {
  return graded(role, { refusal: { ...finding('gate', 'error', 'gate'), message: text('No.') } }, source);
}

function graded(role: AnswerRole, evidence: Evidence, source = ''): GradedAnswer {
  const answer = { role, path: `${role}.ts`, files: [{ name: 'gather.ts', source }] };
  return { answer, result: judgedResult(exercise, evidence), unsteady: [], mistakes: [] };
}

/** What is said about one answer among others that are as they should be. */
function breachesWith(answer: GradedAnswer): readonly string[] {
  return texts([...sound, answer]);
}

function texts(answers: readonly GradedAnswer[]): readonly string[] {
  return answerBreaches(exercise, answers).map(({ promise, details }) => `${promise}: ${details.en}`);
}
