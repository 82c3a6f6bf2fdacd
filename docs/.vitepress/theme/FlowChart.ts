import { useData } from 'vitepress';
import { defineComponent, h, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import type { Mermaid } from 'mermaid';

let charts = 0;
let mermaid: Promise<Mermaid> | undefined;

/** A diagram that Mermaid draws when it comes into sight, in the colours of the page. Until then, and without scripts, its source is shown. */
export const FlowChart = defineComponent({
  name: 'FlowChart',
  props: { source: { type: String, required: true } },
  setup({ source }) {
    const { isDark } = useData();
    const text = decodeURIComponent(source);
    const figure = ref<HTMLElement>();
    const svg = ref<string>();
    const inSight = ref(false);
    let sight: IntersectionObserver | undefined;

    onMounted(() => {
      sight = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        sight?.disconnect();
        inSight.value = true;
      }, { rootMargin: '300px' });
      if (figure.value !== undefined) sight.observe(figure.value);
    });
    onBeforeUnmount(() => sight?.disconnect());
    watch([inSight, isDark], async () => {
      if (inSight.value) svg.value = await drawing(text, isDark.value);
    });

    return () => h(
      'figure',
      { class: 'flow-chart', ref: figure, tabindex: 0 },
      svg.value === undefined ? h('pre', h('code', text)) : h('div', { innerHTML: svg.value }),
    );
  },
});

async function drawing(text: string, isDark: boolean): Promise<string> {
  mermaid ??= import('mermaid').then((module) => module.default);
  const drawer = await mermaid;
  drawer.initialize({
    startOnLoad: false,
    theme: isDark ? 'dark' : 'neutral',
    fontFamily: 'var(--vp-font-family-base)',
    flowchart: { useMaxWidth: false },
  });
  charts += 1;
  const { svg } = await drawer.render(`flow-chart-${charts}`, text);
  return svg;
}
