import type { Bindings } from '../../binding/bindings.ts';
import type { AsyncContexts } from '../async-context.ts';
import type { Callbacks } from '../callbacks.ts';
import type { Catalogue } from '../primitives/catalogue.ts';
import type { Threads } from '../threads/threads.ts';

/** What is known about a program, and what its linter is asked for. */
export interface Surroundings {
  readonly bindings: Bindings;
  readonly callbacks: Callbacks;
  readonly catalogue: Catalogue;
  readonly contexts: AsyncContexts;
  readonly threads: Threads;
  /** Whether loops that spin are looked for. */
  readonly busyWait: boolean;
}
