import { z } from 'zod';
import { say } from './advice.ts';
import { hint, kebabCase, name, passAt, repeatedIndexes, text } from './schema-texts.ts';

const restriction = z.strictObject(
  {
    global: name('restriction'),
    members: z.array(name('restriction'), say('restriction')).min(1, say('restriction')),
    message: text,
  },
  say('restriction'),
);

const check = z.strictObject(
  {
    id: z.string(say('checkId')).regex(kebabCase, say('checkId')),
    kind: z.enum(['suite', 'lint', 'types'], say('checkKind')).default('suite'),
    points: z.int(say('points')).min(0, say('points')),
    hidden: z.literal(true, say('hidden')).optional(),
    title: text,
    why: text,
  },
  say('check'),
);

const atHandIn = z.strictObject(
  { checks: z.int(say('atHandIn')).min(1, say('atHandIn')), points: z.int(say('atHandIn')).min(0, say('atHandIn')) },
  say('atHandIn'),
);

/** `exercise.json`. */
export const exerciseSchema = z
  .strictObject(
    {
      draft: z.boolean(say('draft')).optional(),
      title: text,
      summary: text,
      files: z
        .array(z.string(say('file')).regex(/^[a-z0-9][a-z0-9-]*\.ts$/, say('file')), say('files'))
        .min(1, say('files')),
      exports: z.array(name('exports'), say('exports')).min(1, say('exports')),
      imports: z.array(name('imports'), say('imports')),
      restrictions: z.array(restriction, say('restrictions')).default([]),
      hints: z.array(hint, say('hints')),
      passAt: passAt.optional(),
      checks: z.array(check, say('checks')).min(1, say('checks')),
      atHandIn: atHandIn.optional(),
    },
    say('object'),
  )
  .superRefine((exercise, context) => {
    for (const index of repeatedIndexes(exercise.files)) {
      context.addIssue({ code: 'custom', path: ['files', index], message: say('fileTwice') });
    }
    for (const index of repeatedIndexes(exercise.checks.map(({ id }) => id))) {
      context.addIssue({ code: 'custom', path: ['checks', index, 'id'], message: say('checkTwice') });
    }
    const byId = new Map(exercise.checks.map((declared) => [declared.id, declared]));
    exercise.hints.forEach(({ checks = [] }, at) => {
      checks.forEach((id, index) => {
        const about = byId.get(id);
        const wrong = about === undefined ? say('hintCheck') : about.hidden ? say('hintHidden') : undefined;
        if (wrong) context.addIssue({ code: 'custom', path: ['hints', at, 'checks', index], message: wrong });
      });
    });
    const hidden = exercise.checks.filter((declared) => declared.hidden);
    if (hidden.length > 0 && hidden.length === exercise.checks.length) {
      context.addIssue({ code: 'custom', path: ['checks'], message: say('allHidden') });
    }
    if (hidden.length > 0 && exercise.atHandIn !== undefined) {
      context.addIssue({ code: 'custom', path: ['atHandIn'], message: say('atHandInToo') });
    }
    exercise.checks.forEach((declared, index) => {
      if (declared.hidden && declared.kind !== 'suite') {
        context.addIssue({ code: 'custom', path: ['checks', index, 'hidden'], message: say('hiddenStatic') });
      }
    });
    exercise.checks.forEach(({ id, kind }, index) => {
      if (kind === kindOf(id, exercise.restrictions.length > 0)) return;
      context.addIssue({ code: 'custom', path: ['checks', index, 'id'], message: say('staticId') });
    });
  });

/** The kind that an id belongs to: the static checks have names of their own, everything else is the suite's. */
function kindOf(id: string, restricted: boolean): 'suite' | 'lint' | 'types' | undefined {
  switch (id) {
    case 'gate':
      return undefined;
    case 'types':
      return 'types';
    case 'no-blocking-call':
      return 'lint';
    case 'restrictions':
      return restricted ? 'lint' : undefined;
    default:
      return 'suite';
  }
}
