import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { SourceModel } from './source-model.ts';
import type { ClassValue, FunctionValue, Value } from './value.ts';

/** What a variable or member whose value is replaced stands for: everything that is ever in it, or nothing that is certain. */
export type Doubt = 'all' | 'none';

/**
 * Finds what expressions stand for. Calls, members, variables and types know their own part of it each, and come back
 * here for the expressions that they are made of.
 */
export interface Evaluation {
  readonly doubt: Doubt;
  /** Where there are no types to ask, what the code writes out about them counts. */
  readonly readsAnnotations: boolean;
  /** All values that the expression may have; none when that is unknown. */
  valuesOf(expression: TSESTree.Node, model: SourceModel): readonly Value[];
  /** What a variable may hold, through every pattern and default of its declaration. */
  valuesOfVariable(variable: TSESLint.Scope.Variable, model: SourceModel): readonly Value[];
  /** The values of the member of that name. */
  stepInto(value: Value, step: string): readonly Value[];
  /** The elements of the lists that the program writes out. */
  elementsOf(values: readonly Value[]): readonly Value[];
  /** The functions that run when the member of that name is read or written. */
  accessorsOf(value: Value, name: string, access: 'get' | 'set'): readonly FunctionValue[];
  superclassesOf(owner: ClassValue): readonly Value[];
}
