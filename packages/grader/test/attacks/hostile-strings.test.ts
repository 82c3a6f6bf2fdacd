import { eventsOf } from '@teatime/core';
import { describe, expect, test } from 'vitest';
import { legible } from '../../src/messages/legible.ts';
import { formats } from '../../src/report/formats.ts';
import { terminalReport } from '../../src/report/terminal/terminal-report.ts';
import type { GradeResult } from '../../src/verdict/result.ts';
import { finding, flawless, withFindings } from '../support/evidence.ts';
import { gather, grade } from '../support/grades.ts';

/** What a submission can make an error, a line of output or the name of a task say. */
const hostile = [
  '\u001b[2J\u001b[H\u001b[32m ✓ all passed\u001b[0m', '\u001b]0;title\u0007', '\u001b]8;;http://evil.example\u001b\\link', '\u009b31m', '\r passed', '\b\b\b',
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', "' onclick='alert(1)", '&lt;', ']]>', '<!--', '</style>',
  '::error file=x::y', '::set-output name=passed::true', '##vso[task.complete]', '##[add-mask]passed', 'x'.repeat(73) + '::add-mask::passed', '\n  ::stop-commands::x', '```\n# heading', '| a | b |', '[x](javascript:alert(1))',
  '\u202egnp.exe', '\u2066\u2069', '\ufeff', '\u0000', '\ud800', '\u2028',
  '\u{e0049}\u{e0067}\u{e006e}\u{e006f}\u{e0072}\u{e0065}', '\u3164', '\u00ad', 'x'.repeat(150_000),
];

function gradeSaying(text: string): GradeResult {
  const message = { en: text, 'zh-CN': text };
  const timeline = { expected: eventsOf([{ task: text, from: 0, to: 9 }]), actual: eventsOf([{ task: text, from: 0, to: 5 }]) };
  const evidence = withFindings(flawless(gather), { ...finding('at-once', 'failed'), message, timeline });
  return grade('en', [[gather, { ...evidence, suite: { ...evidence.suite, output: text.split('\n') } }]]);
}

const options = { language: 'en', courseTitle: 'Teatime', at: new Date(0) } as const;

/** What GitHub, Azure and TeamCity take for a command when it stands in a log. */
const logCommand = /^\s*::|##\w*\[/m;

describe('What a submission says', () => {
  test.each(hostile)('reaches the terminal as text only: %j', (text) => {
    const surroundings = { answersTo: (id: string) => id, student: { taskOf: (id: string) => id } };
    const report = legible(terminalReport(gradeSaying(`a ${text} b`), { language: 'en', width: 80, colors: false, ...surroundings }));
    // Line breaks are the report's own; nothing else in it obeys anybody.
    expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u3164\u00ad\u{e0000}-\u{e0fff}]/u);
    expect(report.length).toBeLessThan(30_000);
    expect(report.isWellFormed()).toBe(true);
    expect(report).not.toMatch(logCommand);
  });

  test.each(hostile)('reaches a page as text only: %j', (text) => {
    const calm = tagsOf(formats.html(gradeSaying('a calm b'), options));
    expect(tagsOf(formats.html(gradeSaying(`a ${text.replaceAll('\n', ' ')} b`), options))).toEqual(calm);
  });

  test.each(hostile)('is one string of a result: %j', (text) => {
    const result = gradeSaying(text);
    expect(JSON.parse(formats.json(result))).toEqual(result);
    expect(formats.json(result)).not.toMatch(logCommand);
    const said = result.exercises.flatMap(({ checks, output }) => [...checks.map(({ message = '' }) => message), ...output]);
    expect(said.join('').replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e]/u);
  });
});

/** The names of the elements of a page, and of their attributes, in order. */
function tagsOf(page: string): readonly string[] {
  const body = page.slice(page.indexOf('<body'));
  return [...body.matchAll(/<!?\/?(?<name>[a-z!-]+)(?<rest>(?:"[^"]*"|[^>"])*)>/gi)].map(
    ({ groups }) => `${groups?.['name'] ?? ''} ${[...(groups?.['rest'] ?? '').replaceAll(/"[^"]*"/g, '').matchAll(/\s(?<attribute>[\w-]+)=/g)].map((match) => match.groups?.['attribute']).join()}`,
  );
}
