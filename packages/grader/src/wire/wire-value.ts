/** How a value looks between the two processes: JSON, with a tag where JSON has no word for it. */
export type WireValue = null | boolean | string | number | TaggedValue;

export type TaggedValue =
  | { readonly $: 'undefined' }
  | { readonly $: 'number'; readonly v: string }
  | { readonly $: 'bigint'; readonly v: string }
  | { readonly $: 'date'; readonly v: number | null }
  | { readonly $: 'bytes'; readonly v: string }
  | { readonly $: 'array'; readonly v: readonly WireValue[]; readonly frozen?: true }
  | { readonly $: 'data'; readonly v: readonly (readonly [string, WireValue])[]; readonly frozen?: true }
  | { readonly $: 'map'; readonly v: readonly (readonly [WireValue, WireValue])[] }
  | { readonly $: 'set'; readonly v: readonly WireValue[] }
  | WireError
  | WireReference;

/** An error crosses as a copy that remembers where it began, so that it can come back as itself. */
export interface WireError {
  readonly $: 'error';
  readonly id: number;
  readonly type: string;
  readonly name: string;
  readonly message: string;
  readonly place?: WirePlace;
  readonly cause?: WireValue;
  readonly errors?: readonly WireValue[];
  readonly own: readonly (readonly [string, WireValue])[];
}

/** Where an error was thrown in the student's files. */
export interface WirePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What keeps its identity: it stays where it began, and the far side gets a stand-in. `mine` is sent back to its owner. */
export type WireReference =
  | { readonly $: 'mine'; readonly id: number }
  | { readonly $: 'function'; readonly id: number; readonly name: string; readonly length: number }
  | { readonly $: 'promise'; readonly id: number }
  | { readonly $: 'symbol'; readonly id: number; readonly description: string }
  | { readonly $: 'signal'; readonly id: number; readonly aborted: boolean; readonly reason: WireValue }
  | { readonly $: 'coroutine'; readonly id: number; readonly name: string }
  | { readonly $: 'task'; readonly id: number }
  | { readonly $: 'object'; readonly id: number; readonly members: readonly WireMember[] };

/** A method, or a property that is read (and written) where the object lives. Symbols are spelled `@@iterator`. */
export interface WireMember {
  readonly name: string;
  readonly kind: 'method' | 'property';
}
