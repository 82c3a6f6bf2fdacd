import { useData, withBase } from 'vitepress';
import { defineComponent, h, onBeforeUnmount, onMounted, shallowRef } from 'vue';
import type { Component } from 'vue';
import { playgroundWords } from '../../../../packages/grader/src/messages/playground.ts';
import type { Language } from '../../../../packages/grader/src/messages/text.ts';
import './playground.css';

/** Where an exercise is solved in its page: what that takes is loaded when the page is there. */
export const Playground = defineComponent({
  name: 'Playground',
  setup() {
    const { lang, params } = useData();
    const language: Language = lang.value === 'zh-CN' ? 'zh-CN' : 'en';
    const words = playgroundWords[language];
    const id = String(params.value?.['id']);
    const bench = shallowRef<Component>();
    const trouble = shallowRef(false);
    let isGone = false;

    onMounted(async () => {
      try {
        const [{ workbench }, { loadEngine }] = await Promise.all([import('./workbench.ts'), import('./engine.ts')]);
        const engine = await loadEngine();
        const open = await engine.open(id);
        if (!isGone) bench.value = workbench({ engine, open, language, site: withBase('/') });
      } catch {
        trouble.value = true;
      }
    });
    onBeforeUnmount(() => {
      isGone = true;
    });
    return () => h('section', { 'class': 'playground', 'aria-label': words.yourAnswer }, [
      bench.value === undefined ? h('p', { class: 'playground-loading' }, trouble.value ? words.cannotLoad : words.loading) : h(bench.value),
    ]);
  },
});
