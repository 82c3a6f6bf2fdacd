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

test.each([
  ['grade --report htlm=x.html', /Did you mean html\?/],
  ['grade --report x.html', /Did you mean html=x\.html\?/],
  ['grade --report pdf=x.pdf', /The formats are html, json/],
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
