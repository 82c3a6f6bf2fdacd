import type { JSONSchema } from '@typescript-eslint/utils';
import type { Language } from '../../messages/text.ts';

/** The options of `no-blocking-call`; a configuration names those that differ from {@link defaultOptions}. */
export interface Options {
  /** Functions that block too: of modules, of globals, or the project's own. */
  readonly additional: readonly AdditionalPrimitive[];
  /** Functions that are no concern here, by their name or by module and name. */
  readonly allow: readonly FunctionName[];
  /** Functions whose callbacks run on the event loop: `{ module: 'my-queue', export: 'Queue().process' }`. */
  readonly callbacks: readonly FunctionName[];
  /** Whether loops that wait for a clock or a flag are reported. */
  readonly busyWait: boolean;
  /** Whether functions are reported too that take only microseconds on usual input. */
  readonly light: boolean;
  /** Through how many of the project's own functions a call is followed. */
  readonly maxDepth: number;
  /** What to write to wait for some time, as code, where neither threads nor `node:timers/promises` are at hand. */
  readonly pause?: string;
  readonly language: Language;
}

/** A function by the name it is exported under; without a module any module's, or a global. */
export type FunctionName = string | { readonly module?: string; readonly export: string };

export interface AdditionalPrimitive {
  readonly module?: string;
  readonly export: string;
  /** What to use in its place, as code. */
  readonly replacement?: string;
}

export const defaultOptions: Options = {
  additional: [],
  allow: [],
  callbacks: [],
  busyWait: true,
  light: false,
  maxDepth: 20,
  language: 'en',
};

const text: JSONSchema.JSONSchema4 = { type: 'string', minLength: 1 };

const functionName: JSONSchema.JSONSchema4 = {
  oneOf: [
    text,
    { type: 'object', additionalProperties: false, required: ['export'], properties: { module: text, export: text } },
  ],
};

export const optionsSchema: JSONSchema.JSONSchema4 = {
  type: 'object',
  additionalProperties: false,
  properties: {
    additional: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['export'],
        properties: { module: text, export: text, replacement: text },
      },
    },
    allow: { type: 'array', items: functionName },
    callbacks: { type: 'array', items: functionName },
    busyWait: { type: 'boolean' },
    light: { type: 'boolean' },
    maxDepth: { type: 'integer', minimum: 0 },
    pause: text,
    language: { type: 'string', enum: ['en', 'zh-CN'] },
  },
};
