import { describe, expect, test } from 'vitest';
import { bankModules, bankProgram, reportedLines } from '../support/bank.ts';

const modules = bankModules();
const program = bankProgram(modules);

describe.each([
  ['with types', program],
  ['without types', undefined],
])('%s, the lines that block and no others are reported in', (kind, types) => {
  test.each(modules)('$name', (module) => {
    const expected = kind === 'with types' ? module.withTypes : module.withoutTypes;
    expect(reportedLines(module, types)).toEqual(expected);
  });
});
