/** The languages that the course speaks. */
export const languages = ['en', 'zh-CN'] as const;

export type Language = (typeof languages)[number];

/**
 * A sentence in every language of the course.
 *
 * @example
 * const neverEnds: Text = { en: 'makeTea never finished.', 'zh-CN': 'makeTea 一直没有完成。' };
 */
export type Text = Readonly<Record<Language, string>>;
