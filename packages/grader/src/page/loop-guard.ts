import { budget } from '../bridge/budget.ts';
import type { StuckPlace } from '../bridge/death.ts';
import { placeOf } from '../host/place.ts';
import type { LocalConversation } from './local-conversation.ts';

/** Taken before time is the student's. */
const realNow = performance.now.bind(performance);

/** Looking at the clock takes longer than a round of most loops. */
const lookEvery = 256;

/**
 * What guarded code calls each time round: it ends the submission when that has done nothing but loop for as long as the judge
 * would wait for one that hung before.
 *
 * @param onStuck told of the place first: whoever catches everything is ended from outside
 */
export function loopGuard(conversation: LocalConversation, onStuck: (place: StuckPlace) => void): () => void {
  let rounds = 0;
  let signs = -1;
  let since = 0;
  let place: StuckPlace | undefined;
  return () => {
    // Whoever catches it is stopped again in the next loop further out.
    if (place) conversation.end({ cause: 'hang', ...place });
    if (++rounds % lookEvery !== 0) return;
    if (conversation.signs !== signs) {
      signs = conversation.signs;
      since = realNow();
    }
    if (realNow() - since < budget.again.silentMs) return;
    place = stuckPlace(new Error());
    onStuck(place);
    conversation.end({ cause: 'hang', ...place });
  };
}

function stuckPlace(error: Error): StuckPlace {
  const location = placeOf(error);
  const functionName = calledFrom.exec(error.stack ?? '')?.groups?.['name'];
  return { ...(location && { location }), ...(functionName !== undefined && { functionName }) };
}

/** The first frame in the student's files, where it is in a function that has a name: `at async Loop.run (student:///1/…`. */
const calledFrom = /^[^\n]*\n(?:(?!.*student:).*\n)*\s+at (?:async |new )*(?:[\w$]+\.)*(?<name>[\w$]+) (?:\[as [^\]]+\] )?\(student:/;
