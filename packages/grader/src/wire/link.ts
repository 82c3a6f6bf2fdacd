import type { WireValue } from './wire-value.ts';

/** Something to do on the far side, with values of this side. */
export interface Invocation {
  readonly id: number;
  readonly op: Operation;
  readonly member?: string;
  readonly self?: unknown;
  readonly args: readonly unknown[];
}

export type Operation = 'call' | 'construct' | 'get' | 'set';

/** The way to the far side, as the references need it. */
export interface Link {
  /** Does it there, and waits. Returns what it returned, throws what it threw. */
  invoke(invocation: Invocation): unknown;
  /** Says that a promise of this side is settled. The value is encoded when it is sent. */
  settle(id: number, ok: boolean, value: unknown): void;
  /** Says that a signal of this side was aborted. */
  abort(id: number, reason: unknown): void;
}

/** An invocation on the wire. */
export interface WireInvocation {
  readonly id: number;
  readonly op: Operation;
  readonly member?: string;
  readonly self?: WireValue;
  readonly args: readonly WireValue[];
}
