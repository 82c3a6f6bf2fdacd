import type { Platform, RejectionWatch } from './platform.ts';

// Taken before a virtual clock replaces it.
const now = performance.now.bind(performance);

/** A module worker of a browser. @param scope its `self` */
export function browserPlatform(scope: EventTarget, { ownsGlobals = true } = {}): Platform {
  // Nobody tells a page of processor time.
  return { ownsGlobals, watchRejections: () => watchRejections(scope), workedMs: () => now() };
}

function watchRejections(scope: EventTarget): RejectionWatch {
  const rejections: unknown[] = [];
  const remember = (event: Event): void => {
    rejections.push(Reflect.get(event, 'reason'));
    // It is part of what the check finds, and no news for the console.
    event.preventDefault();
  };
  scope.addEventListener('unhandledrejection', remember);
  return {
    end: async () => {
      await nextMacrotask();
      scope.removeEventListener('unhandledrejection', remember);
      return rejections;
    },
  };
}

const rounds: (() => void)[] = [];
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => rounds.shift()?.();

/** A message to oneself arrives when the microtasks are done; no timer is involved, so virtual time has no part in it. */
export function nextMacrotask(): Promise<void> {
  return new Promise((resolve) => {
    rounds.push(resolve);
    port2.postMessage(undefined);
  });
}
