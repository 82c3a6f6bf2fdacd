import { bind, type Callable } from '../bridge/bind.ts';
import type { Session } from '../bridge/session.ts';

const bound = new Map<string, Callable | undefined>();

/** What stands in a suite for something that its exercise exports. The suite is loaded before there is an answer. */
export function exportOfAnswer(name: string): Callable {
  bound.set(name, undefined);
  return bind(() => {
    const callable = bound.get(name);
    if (callable === undefined) throw new Error(`${name} was called before there was an answer`);
    return callable;
  });
}

/** From now on the suite meets the answer of this session. */
export function meetAnswer(session: Pick<Session, 'bind'>): void {
  for (const name of bound.keys()) bound.set(name, session.bind(name));
}
