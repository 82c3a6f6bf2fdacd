import { eventsOf } from '@teatime/core';
import type { GradeResult } from '../../src/verdict/result.ts';
import { provenance } from './provenance.ts';

/** What somebody might write who wants a page to do something. */
export const attacks = [
  '<script>document.title = "owned"</script>',
  '"><img src=x onerror="document.title=\'owned\'">',
  "' onmouseover='document.title=1",
  '</pre></style></svg><iframe srcdoc="<script>parent.document.title=1</script>"></iframe>',
  '<svg><animate onbegin="document.title=1"></svg>',
  '`<b onclick="x">code</b>`',
  '&lt;script&gt; &#60;b&#62;',
  '<style>*{display:none}</style><meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<a href="javascript:document.title=1">next</a><base href="https://example.invalid/">',
  '\u202Egnp.exe\u0000\u001B[31m',
] as const;

/** A result that has one of these wherever a student could put a string, and then some. */
export function hostileResult(): GradeResult {
  const all = attacks.join(' ');
  const timeline = eventsOf(attacks.map((task, index) => ({ task, from: index, to: index + 3, status: 'rejected' })));
  return {
    ...provenance,
    version: 1,
    passed: false,
    points: 0,
    maxPoints: 4,
    sandbox: 'none',
    exercises: [
      {
        id: 'gather',
        title: all,
        status: 'failed',
        points: 0,
        maxPoints: 4,
        durationMs: 3,
        message: all,
        output: attacks,
        checks: attacks.map((attack, index) => ({
          id: `check-${index}`,
          kind: 'suite',
          status: 'failed',
          cause: 'wrong',
          points: 0,
          maxPoints: 1,
          title: attack,
          message: attack,
          hint: attack,
          location: { file: attack, line: 1, column: 1 },
          timeline: { actual: timeline, expected: timeline },
        })),
      },
    ],
  };
}
