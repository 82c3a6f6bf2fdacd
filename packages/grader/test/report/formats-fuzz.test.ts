import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import { formats } from '../../src/report/formats.ts';
import { githubAnnotations } from '../../src/report/formats/github.ts';
import type { GradeResult, Status } from '../../src/verdict/result.ts';
import { attacks } from '../support/hostile-result.ts';
import { provenance } from '../support/provenance.ts';
import { timesOf } from '../support/thorough.ts';
import { readJunit } from './read-junit.ts';

const pieces = [
  ...attacks, ']]>', '<![CDATA[', '&amp;', '<!--', '-->', '|', '`', '``` ', '~~~', '$', '\\', '*', '_', '[x](javascript:1)', '![x](https://example.invalid/x.png)', '@everyone', '#1', '\n\n', '\r', '\t',
  '::error::x', '\n::set-output name=x::y', '%0A', '%', ',', ';', '"', '""', "'", '=cmd()', '+1', '-1', '@SUM(A1)', '\t=1', '\uFEFF', '\uD800', '\uDFFF', '\uFFFE', '\uFFFF', '\u0000', '\u000B', '\u001B[2J', '\u0085', '\u2028',
  '茶', '👩‍💻', 'https://example.invalid', '</pre>', '</details>', '\n# heading\n', '\n- item\n', '\n> quote\n', '\n    code\n', '<pre>', '&#60;',
];

const hostile = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((some) => some.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

const status = fc.constantFrom<Status>('passed', 'failed', 'error', 'skipped');

const check = fc.record({ title: hostile, message: hostile, hint: hostile, file: hostile, text: hostile, output: fc.array(hostile, { maxLength: 3 }), status, hidden: fc.boolean(), points: fc.nat(3) });

const results: fc.Arbitrary<GradeResult> = fc
  .record({ title: hostile, said: hostile, output: fc.array(hostile, { maxLength: 3 }), checks: fc.array(check, { minLength: 1, maxLength: 3 }), inDoubt: fc.boolean() })
  .map(({ title, said, output, checks, inDoubt }) => {
    const scored = checks.map((one, index) => ({
      id: `check-${index}`,
      kind: 'suite' as const,
      status: one.status,
      ...(one.status !== 'passed' && { cause: 'wrong' as const, message: one.message, hint: one.hint, location: { file: one.file, line: 1, column: 1, text: one.text } }),
      maxPoints: one.points,
      points: one.status === 'passed' ? one.points : 0,
      ...(one.hidden && { hidden: true as const }),
      title: one.title,
      output: one.output,
    }));
    const maxPoints = scored.reduce((sum, one) => sum + one.maxPoints, 0);
    const points = scored.reduce((sum, one) => sum + one.points, 0);
    const exercise = { id: 'gather', title, maxPoints, durationMs: 1, output };
    if (inDoubt) {
      const checksInDoubt = scored.map(({ points: _, ...one }) => one);
      return { ...provenance, version: 1, maxPoints, unjudged: ['gather'], exercises: [{ ...exercise, status: 'unjudged', reason: 'busy', message: said, checks: checksInDoubt }] };
    }
    const all = scored.every((one) => one.status === 'passed');
    return { ...provenance, version: 1, passed: all, points, maxPoints, exercises: [{ ...exercise, status: all ? 'passed' : 'failed', points, ...(!all && { message: said }), checks: scored }] };
  });

const options = { language: 'en', courseTitle: 'Teatime', env: {} } as const;

/** What each format must keep, whatever stands in a result. */
const readers: Readonly<Record<string, (result: GradeResult) => void>> = {
  junit: (result) => {
    const xml = formats.junit(result, options);
    expect(xml).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
    expect(readJunit(xml).testsuite[0]?.testcase).toHaveLength(result.exercises[0]?.checks.length ?? 0);
  },
  markdown: (result) => {
    const page = micromark(formats.markdown(result, options), { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
    const tags = [...page.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)];
    expect(tags.filter(([, tag = '']) => !/^(h2|h3|p|strong|table|thead|tbody|tr|th|td|details|summary|pre|code|sub)$/.test(tag)).map(([tag]) => tag)).toEqual([]);
    expect(tags.filter(([, , attributes = '']) => !/^(?: align="right")?$/.test(attributes)).map(([tag]) => tag)).toEqual([]);
    // A row for each check, and no other.
    expect(page.match(/<tr>/g) ?? []).toHaveLength((result.exercises[0]?.checks.length ?? 0) + 1);
  },
  csv: (result) => {
    // As most programs read it, for which any end of a line is one.
    const rows: string[][] = parse(formats.csv(result, options), { bom: true, record_delimiter: ['\r\n', '\n', '\r'] });
    expect(rows.map((row) => row.length)).toEqual(Array.from({ length: 1 + (result.exercises[0]?.checks.length ?? 0) }, () => 12));
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+$/.test(cell))).toEqual([]);
  },
  github: (result) => {
    for (const line of githubAnnotations(result, { language: 'en', answers: '' })) {
      expect(line).toMatch(/^::(?:error|warning) (?:file=[^,:\r\n]*,line=1,col=1,)?title=[^,:\r\n]*(?:%3A[^,:\r\n]*)?::[^\r\n]*$/);
    }
  },
  ...Object.fromEntries(
    (['json', 'gradescope', 'classroom50', 'prairielearn', 'check50', 'exercism'] as const).map((name) => [
      name,
      (result: GradeResult) => {
        const document = formats[name](result, options);
        expect(() => void JSON.parse(document)).not.toThrow();
        expect(document).not.toMatch(/##\w*\[|^\s*::/m);
      },
    ]),
  ),
  'github-classroom': (result) => {
    const document = formats['github-classroom'](result, options);
    expect(JSON.parse(Buffer.from(document, 'base64').toString('utf8'))).toMatchObject({ version: 1 });
  },
  html: (result) => {
    const page = formats.html(result, options);
    expect(page).not.toMatch(/<script|<iframe|<img|<meta http-equiv="refresh/i);
  },
};

test.each(Object.entries(readers))('Whatever stands in a result stays text for %s', (_, holds) => {
  fc.assert(fc.property(results, (result) => holds(result)), { numRuns: timesOf(20_000, 300) });
});
