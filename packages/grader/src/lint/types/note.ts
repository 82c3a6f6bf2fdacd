import type ts from 'typescript';
import type { Unawaited } from '../../verdict/unawaited.ts';

/** Notes that nobody waits at a place, and the other name or code that is to be told with it. */
export type Note = (what: Unawaited['what'], at: ts.Expression, also?: string) => void;
