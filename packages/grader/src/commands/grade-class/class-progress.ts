import type { Context } from '../../cli/context.ts';
import { startProgress } from '../../cli/progress-line.ts';
import { classTexts } from '../../messages/grade-class.ts';

export interface ClassProgress extends Disposable {
  /** @param before how many of those that are done were graded by an earlier run: they took no time */
  show(done: number, before: number): void;
}

/** A line that tells how far a class is, and how long the rest will take if it goes on like this. */
export function startClassProgress(of: number, context: Pick<Context, 'stderr' | 'language'>): ClassProgress {
  const line = startProgress(context);
  const begin = performance.now();
  return {
    show: (done, before) => {
      const graded = done - before;
      const leftMs = graded === 0 ? undefined : ((performance.now() - begin) / graded) * (of - done);
      line.show(classTexts.progress(done, of, leftMs)[context.language]);
    },
    [Symbol.dispose]: () => line[Symbol.dispose](),
  };
}
