import { useData } from 'vitepress';
import { computed, defineComponent, h, onBeforeUnmount, onMounted, ref, shallowRef, watch } from 'vue';
import type { Component, VNode } from 'vue';
import { playgroundWords } from '../../../../packages/grader/src/messages/playground.ts';
import type { Language } from '../../../../packages/grader/src/messages/text.ts';
import type { Engine, OpenExercise } from '../../../../packages/grader/src/page/engine.ts';
import { AnswerStore } from './answer-store.ts';
import { AnswerEditor } from './editor/answer-editor.ts';
import { keepForSolving } from './keep-for-solving.ts';
import { noticeBar } from './notice.ts';
import { paneTabs } from './pane-tabs.ts';
import type { Pane } from './pane-tabs.ts';
import { problemsOf } from './problems-of.ts';
import { useAnswer } from './use-answer.ts';
import { useHelp } from './use-help.ts';
import { useLink } from './use-link.ts';
import { useRun } from './use-run.ts';
import { useTransfer } from './use-transfer.ts';
import { useVerdict } from './use-verdict.ts';
import { verdictPane } from './verdict-pane.ts';

export interface WorkbenchOptions {
  readonly engine: Engine;
  readonly open: OpenExercise;
  readonly language: Language;
  /** The path of the site. */
  readonly site: string;
}

/** The editor of an exercise with all that is around it. */
export function workbench({ engine, open, language, site }: WorkbenchOptions): Component {
  return defineComponent({
    name: 'Workbench',
    setup() {
      const words = playgroundWords[language];
      const { id } = open.exercise;
      const { isDark } = useData();
      const store = new AnswerStore(site);
      const host = ref<HTMLElement>();
      const editor = shallowRef<AnswerEditor>();
      const pane = ref<Pane>('answer');
      const answer = useAnswer({ open, store, words, show: (files) => editor.value?.replace(files) });
      const help = useHelp({ engine, open, store, language });
      const copyLink = useLink(id, answer, words);
      const run = useRun({ engine, id, language, answer });
      const transfer = useTransfer({ id, engine, store, answer, words });
      const verdict = useVerdict({ engine, id, language, files: answer.files, isOn: computed(() => editor.value !== undefined) });
      const telling = computed(() => verdict.graded.value && engine.telling(verdict.graded.value.result, language));

      onMounted(async () => {
        await answer.load();
        if (host.value === undefined) return;
        editor.value = new AnswerEditor(host.value, { files: answer.files.value, label: words.yourAnswer, onChange: answer.edit });
      });
      onBeforeUnmount(() => {
        editor.value?.[Symbol.dispose]();
        store[Symbol.dispose]();
      });
      watch(verdict.graded, keepForSolving, { once: true });
      watch([telling, verdict.state] as const, ([told, state]) => {
        const graded = verdict.graded.value;
        if (told === undefined || graded === undefined || state === 'checking') return;
        editor.value?.underline(problemsOf(graded, told, words));
        // Before the answer has been read, too, nobody knows whether it passes.
        if (state !== 'graded' || answer.origin.value !== 'own' || graded.result.begun === false) return;
        help.note(graded.result.status === 'passed', told.problems.map((problem) => problem.id));
      });

      const button = (label: string, act: () => void): VNode => h('button', { type: 'button', onClick: act }, label);
      return () => [
        h('div', { class: 'playground-bar' }, [
          ...(open.isExam ? [] : [button(words.actions.hint, () => help.showHint())]),
          button(words.actions.reset, answer.reset),
          ...(help.hasPassed.value && !open.isExam ? [button(words.actions.solution, () => void help.showSolution())] : []),
          button(words.actions.share, () => void copyLink()),
          button(words.actions.download, () => void transfer.download()),
          transfer.opener(),
        ]),
        noticeBar(answer.question.value),
        noticeBar(answer.notice.value, { label: words.actions.close, act: () => (answer.notice.value = undefined) }),
        help.view(),
        paneTabs(pane, words),
        h('div', { 'class': 'playground-panes', 'data-shown': pane.value, 'onDragover': (event: DragEvent) => event.preventDefault(), 'onDropCapture': transfer.onDrop }, [
          h('div', { 'class': 'playground-answer', 'role': 'tabpanel', 'id': 'playground-answer', 'aria-labelledby': 'playground-tab-answer' }, [
            h('div', { ref: host, class: 'playground-editor' }),
            h('p', { id: 'playground-keys', class: 'playground-keys' }, words.leaveEditor),
          ]),
          h('div', { 'class': 'playground-verdict', 'role': 'tabpanel', 'id': 'playground-verdict', 'aria-labelledby': 'playground-tab-verdict' }, [
            ...verdictPane({ graded: verdict.graded.value, telling: telling.value, state: verdict.state.value, sheet: engine.sheet, isDark: isDark.value }, words),
          ]),
          h('div', { 'class': 'playground-run', 'role': 'tabpanel', 'id': 'playground-run', 'aria-labelledby': 'playground-tab-run' }, [...run()]),
        ]),
      ];
    },
  });
}
