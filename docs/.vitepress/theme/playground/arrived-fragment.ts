import { carriesAnswer } from '../../../../packages/grader/src/page/answers/answer-link.ts';

let arrived = '';
let listener: () => void = () => {};

/**
 * Takes answers out of the address before the site's router reads it: to the router a fragment is the name of a heading, and one that
 * cannot be decoded ends the page. To be called when the site is opened.
 */
export function takeFragments(): void {
  take();
  // Before the router, which listens there, too.
  addEventListener('popstate', take, { capture: true });
}

/** The fragment of the link that was opened last; each is given once. */
export function arrivedFragment(): string {
  const fragment = arrived;
  arrived = '';
  return fragment;
}

/** Told when a link is opened while the page is there. */
export function listenToFragments(told: () => void): void {
  listener = told;
}

function take(): void {
  const { hash, pathname, search } = location;
  if (!carriesAnswer(hash) && isReadable(hash)) return;
  arrived = hash;
  // Whoever loads the page again wants their own answer.
  history.replaceState(history.state, '', pathname + search);
  listener();
}

function isReadable(fragment: string): boolean {
  try {
    decodeURIComponent(fragment);
    return true;
  } catch {
    return false;
  }
}
