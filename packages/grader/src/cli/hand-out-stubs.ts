import { readEdition } from '../course/edition.ts';
import { handOut } from '../edition/hand-out.ts';
import { asTyped } from '../messages/commands.ts';
import { updateTexts } from '../messages/update.ts';
import { wrap } from '../report/layout.ts';
import { typingOf } from './context.ts';
import type { Context } from './context.ts';

/** Lays out, in a student edition, the stubs that came with it, also by `git pull`; and tells of new ones, once, on standard error. */
export function handOutStubs(context: Pick<Context, 'course' | 'stderr' | 'language' | 'askedLanguage' | 'env'>): void {
  const { course, stderr, language } = context;
  if (readEdition(course) === undefined) return;
  let handed: ReturnType<typeof handOut>;
  try {
    handed = handOut(course);
  } catch {
    // A course that cannot be written to grades what lies elsewhere all the same.
    return;
  }
  const { renewed, changed, renamed } = handed;
  const texts = [
    ...renamed.map(([from, to]) => updateTexts.renamed(from, to)),
    ...(renewed.length > 0 ? [updateTexts.renewed(renewed)] : []),
    ...changed.map(updateTexts.newStub),
  ];
  for (const text of texts) stderr.write(`${wrap(asTyped(typingOf(context), text[language]), 80).join('\n')}\n`);
}
