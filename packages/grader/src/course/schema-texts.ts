import { z } from 'zod';
import { say } from './advice.ts';
import type { Advice } from './advice.ts';

export const kebabCase = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** As BCP 47 writes languages: `en`, `zh-CN`, `de`. */
export const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** What may not be empty. */
export const name = (advice: Advice): z.ZodString => z.string(say(advice)).min(1, say(advice));

const sentence = z.string(say('sentence')).trim().min(1, say('sentence'));

/**
 * A sentence in the languages of a course. English is always there, since it stands in for what nobody has translated;
 * whether a course has the other languages that it promises is for `check-course`.
 */
export const text = z
  .object({ en: sentence, 'zh-CN': sentence.optional() }, say('text'))
  .catchall(sentence)
  .superRefine((value, context) => onlyLanguages(value, context))
  .transform(inEnglishWhereMissing);

/** A text that may name checks. */
export const hint = z
  .object({ en: sentence, 'zh-CN': sentence.optional(), checks: z.array(name('hintCheck'), say('hintCheck')).optional() }, say('text'))
  .catchall(sentence)
  .superRefine((value, context) => onlyLanguages(value, context, 'checks'))
  .transform(inEnglishWhereMissing);

function onlyLanguages(value: object, context: z.core.$RefinementCtx, other?: string): void {
  for (const key of Object.keys(value)) {
    if (key !== other && !languageTag.test(key)) context.addIssue({ code: 'custom', path: [key], message: say('unknownKey') });
  }
}

function inEnglishWhereMissing<T extends { readonly en: string; readonly 'zh-CN'?: string | undefined }>(value: T) {
  return { ...value, 'zh-CN': value['zh-CN'] ?? value.en };
}

/** A share of the points: 0.6 is 60 percent. */
export const passAt = z.number(say('passAt')).gt(0, say('passAt')).lte(1, say('passAt'));

/** Where a value stands that stood before. */
export function repeatedIndexes(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}
