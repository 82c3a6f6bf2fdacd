import { onBeforeUnmount, ref, shallowRef, watch } from 'vue';
import type { Ref, ShallowRef } from 'vue';
import type { Language } from '../../../../packages/grader/src/messages/text.ts';
import type { AnswerFile } from '../../../../packages/grader/src/page/answers/answer-file.ts';
import type { Engine } from '../../../../packages/grader/src/page/engine.ts';
import type { PageResult } from '../../../../packages/grader/src/page/page-result.ts';

/** For so long nobody has written, in milliseconds. */
const pauseMs = 300;

/** What there is to say of the answer in the editor. */
export interface Verdict {
  readonly graded: Readonly<ShallowRef<PageResult | undefined>>;
  readonly state: Readonly<Ref<'waiting' | 'checking' | 'reading' | 'graded' | 'unable'>>;
}

export interface VerdictOptions {
  readonly engine: Engine;
  readonly id: string;
  readonly language: Language;
  readonly files: Readonly<ShallowRef<readonly AnswerFile[]>>;
  /** From when on: what the editor needs comes first. */
  readonly isOn: Readonly<Ref<boolean>>;
}

/** Grades the answer at once, and after each pause in writing. */
export function useVerdict({ engine, id, language, files, isOn }: VerdictOptions): Verdict {
  const graded = shallowRef<PageResult>();
  const state = ref<Verdict['state']['value']>('waiting');
  // What is drawn shall change with the answer, and not by itself.
  const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
  let changed = new AbortController();
  let pause: ReturnType<typeof setTimeout> | undefined;

  async function grade(answer: readonly AnswerFile[], signal: AbortSignal): Promise<void> {
    state.value = 'checking';
    try {
      const take = (result: PageResult): void => {
        if (signal.aborted) return;
        graded.value = result;
        // What is found by reading comes later, the first time much later.
        state.value = result.notHere.length > 0 ? 'reading' : 'graded';
      };
      take(await engine.grade(id, answer, {
        language, seed, signal,
        onReading: (result) => {
          take(result);
          if (!signal.aborted) state.value = 'graded';
        },
      }));
    } catch {
      if (!signal.aborted) state.value = 'unable';
    }
  }

  watch([files, isOn] as const, ([answer, isNow], [, wasBefore]) => {
    if (!isNow) return;
    changed.abort();
    changed = new AbortController();
    clearTimeout(pause);
    const { signal } = changed;
    pause = setTimeout(() => void grade(answer, signal), wasBefore ? pauseMs : 0);
  });
  onBeforeUnmount(() => {
    clearTimeout(pause);
    changed.abort();
  });
  return { graded, state };
}
