/** What instrumented code calls: a global of its realm. */
export const hooksName = '__teatimeLines';

/** The call that a function was entered with, in its code. */
export const callName = '__teatimeCall';
