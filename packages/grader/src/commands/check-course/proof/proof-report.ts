import stringWidth from 'string-width';
import { checkCourseTexts, promises } from '../../../messages/promises.ts';
import { scaffoldTexts } from '../../../messages/scaffold.ts';
import type { Text } from '../../../messages/text.ts';
import { indent, pad, wrap } from '../../../report/layout.ts';
import { createStyle } from '../../../report/terminal/style.ts';
import type { Style, StyleOptions } from '../../../report/terminal/style.ts';
import { byPromise } from '../breach/breach.ts';
import type { ExerciseProof } from './proof.ts';

/** A line for every exercise, and below it the promises that it breaks. */
export function proofReport(proofs: readonly ExerciseProof[], options: StyleOptions): string {
  const style = createStyle(options);
  const { language } = options;
  const idWidth = Math.max(...proofs.map(({ id }) => stringWidth(id)));
  const blocks = proofs.map((proof) => {
    const { id, breaches, draft } = proof;
    const mark = style.mark(draft ? 'skipped' : breaches.length === 0 ? 'passed' : 'failed');
    const counted = counts(proof)[language];
    return [`  ${mark} ${pad(id, idWidth)}  ${style.dim(counted)}`.trimEnd(), ...breachLines(proof, style, options), ...leftoverLines(proof, style, options)];
  });
  const broken = proofs.reduce((sum, { breaches }) => sum + byPromise(breaches).length, 0);
  const sum = broken === 0 ? checkCourseTexts.kept : checkCourseTexts.broken(broken);
  const status = broken === 0 ? 'passed' : 'failed';
  return `\n${blocks.flat().join('\n')}\n\n${style.bold(style.tint(status, sum[language]))}\n`;
}

function counts({ id, right, wrong, draft }: ExerciseProof): Text {
  if (draft) return checkCourseTexts.draft(id);
  return right + wrong > 0 ? checkCourseTexts.answers(right, wrong) : checkCourseTexts.notJudged;
}

function leftoverLines({ id, leftovers }: ExerciseProof, style: Style, { language, width }: StyleOptions): readonly string[] {
  if (leftovers.length === 0) return [];
  return [
    ...indent(wrap(scaffoldTexts.beforeItIsHandedOut(id)[language], width - 4), 4).map((line) => style.tint('skipped', line)),
    ...leftovers.flatMap((place) => indent(wrap(scaffoldTexts.stillGenerated(place)[language], width - 6), 6)),
  ];
}

function breachLines({ id, breaches }: ExerciseProof, style: Style, { language, width }: StyleOptions): readonly string[] {
  return byPromise(breaches).flatMap(([promise, broken]) => [
    ...indent(wrap(`${id}: ${promises[promise][language]}`, width - 4), 4).map((line) => style.tint('failed', line)),
    ...broken.flatMap(({ details }) => indent(wrap(details[language], width - 6), 6)),
  ]);
}
