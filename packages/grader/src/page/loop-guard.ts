import { budget } from '../bridge/budget.ts';
import type { StuckPlace } from '../bridge/death.ts';
import { placeOf } from '../host/place.ts';
import type { LocalConversation } from './local-conversation.ts';

/** Taken before time is the student's. */
const realNow = performance.now.bind(performance);

/** Looking at the clock takes longer than a round of most loops. */
const lookEvery = 256;

/** So many calls within a turn are all told of: what takes for ever may be no loop of its own, but one call that it makes. */
const firstCalls = 200;

/**
 * What guarded code calls before each statement: it ends the submission when that has done nothing but go on and on for as long as the
 * judge would wait for one that hung before.
 *
 * @param onPlace told where it is, now and then: whoever catches everything, or never comes to the next statement, is ended from outside
 */
export function loopGuard(conversation: LocalConversation, onPlace: (place: StuckPlace) => void): () => void {
  let calls = 0;
  let signs = -1;
  let since = 0;
  let stuck: StuckPlace | undefined;
  return () => {
    // Whoever catches it is stopped again at the next statement further out.
    if (stuck) conversation.end({ cause: 'hang', ...stuck });
    calls++;
    if (conversation.signs !== signs) {
      signs = conversation.signs;
      since = realNow();
      calls = 0;
    }
    const isTimeToLook = calls % lookEvery === 0;
    if (calls > firstCalls && !isTimeToLook) return;
    const place = stuckPlace(new Error());
    onPlace(place);
    if (!isTimeToLook || realNow() - since < budget.again.silentMs) return;
    stuck = place;
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
