import { expect, test } from 'vitest';
import type { CompleteGrade } from '../../src/verdict/result.ts';
import { teaAnswers } from '../support/answers.ts';
import { obeysResultSchema } from '../support/result-schema.ts';
import { student } from '../support/student.ts';

test('One grade is written in as many formats as were asked for', async () => {
  await using me = await student();
  await me.answers('tea', teaAnswers.oneAfterAnother);
  await me.write('tea.html', 'the report of yesterday');
  const { code, stdout } = await me.runs('grade tea --report html=tea.html --report json=tea.json --lang zh-CN');
  expect(stdout).toContain('泡茶');
  const page = await me.reads('tea.html');
  expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
  expect(page).toContain('小课程');
  expect(page).toContain('class="timeline"');
  const result: CompleteGrade = JSON.parse(await me.reads('tea.json'));
  expect(obeysResultSchema(result), JSON.stringify(obeysResultSchema.errors)).toBe(true);
  expect(page).toContain(`<h1>${result.points} / ${result.maxPoints} 分</h1>`);
  expect(code).toBe(1);
});

test('GitHub is told of each problem in its log, and of all in its summary', async () => {
  await using me = await student();
  await me.answers('tea', teaAnswers.oneAfterAnother.replace('{', "{ '::error::x';"));
  const { stdout } = await me.runs('grade tea --report github', { GITHUB_STEP_SUMMARY: 'summary.md', GITHUB_WORKSPACE: me.path });
  const commands = stdout.split('\n').filter((line) => line.startsWith('::'));
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) expect(command).toMatch(/^::error (file=packages\/exercises\/tea\/tea\.ts,line=\d+,col=\d+,)?title=/);
  expect(await me.reads('summary.md')).toMatch(/^## .*\n\n\*\*\d+ of \d+ points/);
});

test.each([
  ['grade --report htlm=x.html', /Did you mean html\?/],
  ['grade --report x.html', /Did you mean html=x\.html\?/],
  ['grade --report pdf=x.pdf', /The formats are html, json, junit, .*exercism, github\./],
  ['grade --report junit', /--report junit needs a file: --report junit=junit\.xml/],
  ['grade --report github=x', /--report github takes no file.*--report markdown=report\.md/],
  ['grade --report github --json -', /--json result\.json/],
  ['grade --report classroom50=x.json', /sets CLASSROOM, ASSIGNMENT, .* in the environment/],
  ['grade --report html', /--report html needs a file: --report html=report\.html/],
  ['grade --report html=-', /--report html needs a file/],
  ['grade --report', /--report needs a value: --report html=FILE/],
  ['grade --report html=nowhere/x.html', /--report html=nowhere\/x\.html: there is no folder nowhere\. Make it first/],
  ['grade --report html=packages', /not an ordinary file\. Name one\.$/],
])('%s is refused with what to write', async (line, answer) => {
  await using me = await student();
  const { code, stdout, stderr } = await me.types(line);
  expect(stderr.replaceAll(/\s+/g, ' ').trim()).toMatch(answer);
  expect([code, stdout]).toEqual([2, '']);
});
