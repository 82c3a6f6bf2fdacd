import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from '../../binding/source-model.ts';

/** A change of the text, and what it is made for. */
export interface Edit {
  readonly range: TSESTree.Range;
  readonly text: string;
}

/** The file that is changed. */
export interface Site {
  readonly model: SourceModel;
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
}

export function replacing({ range }: { readonly range: TSESTree.Range }, text: string): Edit {
  return { range, text };
}

export function insertingBefore({ range: [start] }: { readonly range: TSESTree.Range }, text: string): Edit {
  return { range: [start, start], text };
}

export function insertingAfter({ range: [, end] }: { readonly range: TSESTree.Range }, text: string): Edit {
  return { range: [end, end], text };
}
