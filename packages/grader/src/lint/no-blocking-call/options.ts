import type { JSONSchema } from '@typescript-eslint/utils';
import type { Language } from '../../messages/text.ts';

/** The options of `no-blocking-call`, all optional in a configuration. */
export interface Options {
  /** The language of the messages. */
  readonly language: Language;
  /** Reports functions too that take only microseconds on usual input. */
  readonly light: boolean;
}

export const defaultOptions: Options = { language: 'en', light: false };

export const optionsSchema: JSONSchema.JSONSchema4 = {
  type: 'object',
  additionalProperties: false,
  properties: {
    language: { type: 'string', enum: ['en', 'zh-CN'] },
    light: { type: 'boolean' },
  },
};
