type Schedule = (callback: () => void) => unknown;

/** Taken before anybody could replace it; see `installClock`. */
const schedule = findSchedule();

/**
 * Lets everything that is ready run: resolves in a turn of its own of the real event loop, when the microtask queue is
 * empty. It goes by no timer, so it takes no time.
 */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    schedule(resolve);
  });
}

function findSchedule(): Schedule {
  const candidate: unknown = Reflect.get(globalThis, 'setImmediate');
  return isSchedule(candidate) ? candidate : scheduleByMessage();
}

function isSchedule(value: unknown): value is Schedule {
  return typeof value === 'function';
}

/** Browsers have no setImmediate, and make a timer of no length take 4 ms; a message to oneself takes none. */
function scheduleByMessage(): Schedule {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (callback) => {
    waiting.push(callback);
    port2.postMessage(undefined);
  };
}
