/** The languages that the course speaks. */
export const languages = ['en', 'zh-CN'] as const;

export type Language = (typeof languages)[number];

/** A sentence in every language of the course. */
export type Text = Readonly<Record<Language, string>>;
