import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { z } from 'zod';

const counts = { tests: z.string(), failures: z.string(), errors: z.string(), skipped: z.string(), time: z.string() };
const problem = z.union([z.string(), z.object({ type: z.string().optional(), message: z.string().optional(), '#text': z.unknown().optional() })]);

const document = z.object({
  testsuites: z.object({
    ...counts,
    testsuite: z.array(
      z.object({
        ...counts,
        name: z.string(),
        testcase: z.array(z.object({ name: z.string(), classname: z.string(), failure: problem.optional(), error: problem.optional(), skipped: problem.optional() })),
      }),
    ),
  }),
});

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray: (tag) => tag === 'testsuite' || tag === 'testcase' });

/** @throws {Error} where it is no XML, or not what shows tests can read */
export function readJunit(xml: string): z.infer<typeof document>['testsuites'] {
  SyntaxValidator.validate(xml);
  return document.parse(parser.parse(xml)).testsuites;
}
