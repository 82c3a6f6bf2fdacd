import type { RealWork } from './real-work.ts';
import type { Line } from './visit.ts';

/** How many rounds of the real event loop a file may take to load: one that needs more waits for something at its top level. */
const loadRounds = 500;

export interface LoadingOptions {
  readonly realWork: RealWork;
  readonly write: Line['write'];
  /** Resolves in the next round of the real event loop. */
  readonly nextRound: () => Promise<void>;
}

/** Resolves when a file is loaded, or waits for something; that is told. */
export async function untilLoaded(loading: Promise<void>, { realWork, write, nextRound }: LoadingOptions): Promise<void> {
  let over = false;
  const end = (): void => {
    over = true;
  };
  void loading.then(end, end);
  for (let round = 0; round < loadRounds || realWork.pending; round++) {
    await nextRound();
    if (over) return;
  }
  write({ t: 'loaded', ok: false, waits: true });
}
