import { courseLanguages } from '../course/course-languages.ts';
import { languageOf, systemLocale } from '../messages/system-language.ts';
import { usage } from '../messages/usage.ts';
import type { Context } from './context.ts';
import { UsageError } from './usage-error.ts';

type Spoken = Pick<Context, 'language' | 'courseLanguage' | 'askedLanguage'>;

/**
 * In which languages a command answers: in that of the course that `--lang` asks for, or else in the system's, or in English.
 * Known before the arguments are, since what is wrong with them has to be said in it.
 */
export function spokenLanguages(args: readonly string[], { env, course }: Pick<Context, 'env' | 'course'>): Spoken {
  const known = courseLanguages(course);
  const system = languageAmong(known, systemLocale(env)) ?? 'en';
  const courseLanguage = asked(args).map((name) => languageAmong(known, name)).findLast((tag) => tag !== undefined) ?? system;
  const askedLanguage = courseLanguage === system ? undefined : courseLanguage;
  return { language: languageOf(courseLanguage) ?? 'en', courseLanguage, askedLanguage };
}

/** @throws {UsageError} for a language that the course does not have */
export function requireSpoken(args: readonly string[], { course }: Pick<Context, 'course'>): void {
  const known = courseLanguages(course);
  const unknown = asked(args).find((name) => languageAmong(known, name) === undefined);
  if (unknown !== undefined) throw new UsageError(usage.unknownLanguage(unknown, known));
}

function asked(args: readonly string[]): readonly string[] {
  const given = args.flatMap((arg, index) => (arg === '--lang' ? args.slice(index + 1, index + 2) : arg.split(/^--lang=/).slice(1)));
  // What stands in its place otherwise is another option, and that is told.
  return given.filter((name) => name !== '' && !name.startsWith('-'));
}

/** The tag, of these, that people and systems mean by `zh`, `zh_CN.UTF-8` or `EN`. */
export function languageAmong(tags: readonly string[], name: string): string | undefined {
  const [wanted = ''] = name.toLowerCase().replaceAll('_', '-').split(/[.@]/);
  const base = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];
  return tags.find((tag) => tag.toLowerCase() === wanted) ?? tags.find((tag) => base(tag) === base(wanted));
}
