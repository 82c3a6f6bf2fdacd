import { isRecord } from '../../src/wire/shape.ts';
import type { Invocation, Link } from '../../src/wire/link.ts';
import { References } from '../../src/wire/references.ts';

/** Two sides of the wire in one process: what one gives, the other takes, through JSON. */
export interface Loopback {
  readonly here: References;
  readonly there: References;
  /** Takes a value from here to there. */
  carry(value: unknown): unknown;
  /** Takes a value from there to here. */
  carryBack(value: unknown): unknown;
}

/** @param keepsMethods whether `here` is the side of an answer, whose plain objects may have methods */
export function loopback(capacity = 10_000, keepsMethods = false): Loopback {
  const here: References = new References({ link: linkTo(() => there, () => here), keepsMethods, capacity });
  const there: References = new References({ link: linkTo(() => here, () => there), capacity });
  return {
    here,
    there,
    carry: (value) => there.decode(throughJson(here.encode(value))),
    carryBack: (value) => here.decode(throughJson(there.encode(value))),
  };
}

function linkTo(far: () => References, near: () => References): Link {
  return {
    invoke: (invocation: Invocation) => {
      const wire = throughJson(near().encodeInvocation(invocation));
      if (!isRecord(wire)) throw new Error('an invocation is a record');
      const deed = far().prepare(wire);
      try {
        return near().decode(throughJson(far().encode(deed())));
      } catch (error) {
        throw near().decode(throughJson(far().encode(error)));
      }
    },
    settle: (id, ok, value) => far().settle(id, ok, throughJson(near().encode(value))),
    abort: (id, reason) => far().abort(id, throughJson(near().encode(reason))),
  };
}

export function throughJson(value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return copy;
}
