import { h, ref, shallowRef } from 'vue';
import type { Ref, VNode } from 'vue';
import { nextHint } from '../../../../packages/grader/src/course/next-hint.ts';
import { playgroundWords } from '../../../../packages/grader/src/messages/playground.ts';
import type { Language } from '../../../../packages/grader/src/messages/text.ts';
import type { Engine, OpenExercise } from '../../../../packages/grader/src/page/engine.ts';
import type { AnswerStore } from './answer-store.ts';
import { withCode } from './notice.ts';

/** Hints, one after another, and the solution for whoever has passed. */
export interface Help {
  readonly hasPassed: Readonly<Ref<boolean>>;
  /** A verdict on the student's own answer. @param failed the checks that did not pass, the most telling first */
  note(isPassed: boolean, failed: readonly string[]): void;
  showHint(): void;
  showSolution(): Promise<void>;
  /** What has been asked for. */
  view(): VNode;
}

export interface HelpOptions {
  readonly engine: Engine;
  readonly open: OpenExercise;
  readonly store: AnswerStore;
  readonly language: Language;
}

export function useHelp({ engine, open: { exercise, isExam }, store, language }: HelpOptions): Help {
  const words = playgroundWords[language];
  const { id, hints } = exercise;
  const hasPassed = ref(false);
  const shown = shallowRef<readonly VNode[]>([]);
  let hintsShown = 0;
  let failed: readonly string[] = [];
  // Where nothing is kept, everybody begins anew.
  const known = store.progress(id).then((progress) => {
    hasPassed.value ||= progress.hasPassed;
    hintsShown = Math.max(hintsShown, progress.hintsShown);
    failed = failed.length === 0 ? progress.failed : failed;
  }, () => {});
  const keep = (): void => void store.noteProgress(id, { hasPassed: hasPassed.value, hintsShown, failed }).catch(() => {});

  function showHint(): void {
    if (hints.length === 0) {
      shown.value = [h('p', words.noHints)];
      return;
    }
    hintsShown = nextHint(hints, { shown: hintsShown, failed });
    const text = hints[hintsShown - 1]?.[language] ?? '';
    const last = hintsShown === hints.length ? [h('p', { class: 'playground-last' }, words.lastHint)] : [];
    shown.value = [h('p', [h('b', words.hint(hintsShown, hints.length))]), h('p', withCode(text)), ...last];
    keep();
  }

  async function showSolution(): Promise<void> {
    const files = await engine.solution(id).catch(() => []);
    shown.value = files.length === 0
      ? [h('p', words.noSolution)]
      : [h('p', [h('b', words.solution)]), ...files.map(({ source }) => h('pre', { tabindex: 0, role: 'region', 'aria-label': words.solution }, h('code', source.trimEnd())))];
  }

  return {
    hasPassed,
    note(isPassed, stuck) {
      void known.then(() => {
        hasPassed.value ||= isPassed;
        failed = stuck;
        keep();
      });
    },
    showHint: () => void known.then(showHint),
    showSolution,
    view: () => h('div', { class: 'playground-help', role: 'status' }, isExam || shown.value.length === 0 ? [] : [
      ...shown.value,
      h('button', { type: 'button', onClick: () => (shown.value = []) }, words.actions.close),
    ]),
  };
}
